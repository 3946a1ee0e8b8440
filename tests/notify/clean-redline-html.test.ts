import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanRedlineHtml } from '../../src/notify/clean-redline-html.ts';

const clean = (html: string) => cleanRedlineHtml(html, 20_000).html;

describe('cleanRedlineHtml', () => {
  it('keeps words, marks and paragraphs, and drops every attribute', () => {
    const html = clean('<p class="x" onclick="y">We <del id="z">never</del> <ins>may</ins> &lt;share&gt;.</p>');
    expect(html.replace(/ (class|style)="[^"]*"/g, '')).toBe(
      '<p>We <del>never</del> <ins>may</ins> &lt;share&gt;.</p>',
    );
  });

  it('keeps plain styles and directions, and no style that loads, hides or leaves its place', () => {
    expect(clean('<p dir="auto" style="margin:0;font-weight:bold">x</p>')).toBe(
      '<p dir="auto" style="margin:0;font-weight:bold">x</p>',
    );
    for (const style of [
      'background:url(//t.example)',
      'position:fixed',
      'width:9999px',
      'color:red;display:none',
      'x:\\65xpression',
      'opacity:0',
    ]) {
      expect(clean(`<p dir="x" style="${style}">x</p>`)).toBe('<p>x</p>');
    }
  });

  it('keeps what the diff stage says to screen readers out of sight', () => {
    const hidden = '<span style="display:inline-block;width:1px;opacity:0;white-space:nowrap">[added: </span>';
    expect(clean(`<ins>${hidden}may</ins>`)).toContain(
      '<span class="spoken" style="font-size:0">[added: </span>may</ins>',
    );
  });

  it('drops what is no text for people, and unwraps what it does not know', () => {
    expect(clean('<script>a</script><style>b</style><x-y>c<svg><text>d</text></svg></x-y><!-- e -->')).toBe('c');
  });

  it('cuts within the budget and stays well-formed', () => {
    const { html, cut } = cleanRedlineHtml(`<ul>${'<li>one <ins>two</ins></li>'.repeat(5000)}</ul>`, 5000);
    expect(cut).toBe(true);
    expect(html.length).toBeLessThan(6000);
    for (const tag of ['ul', 'li', 'ins']) {
      expect(html.match(new RegExp(`<${tag}[ >]`, 'g'))?.length).toBe(html.match(new RegExp(`</${tag}>`, 'g'))?.length);
    }
  });

  it('gives nothing but its own elements, whatever the markup', () => {
    const piece = fc.constantFrom(
      '<p style="margin:0" ',
      '<p dir=auto style="margin:0;background:url(x)">',
      '<span style="opacity:0">',
      '<p>',
      '</p>',
      '<script>',
      '<ins ',
      '>',
      '"',
      "'",
      '<!--',
      '<a href="javascript:x">',
      '<math><mi',
      '<style>',
      'x',
      '&lt;b&gt;',
      '<p title="</p><img src=x>">',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const tags = clean(pieces.join('')).match(/<[^>]*>?/g) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(
            /^<\/?(p|ul|ol|li|blockquote|strong|em|br|h[3-6]|div|p( dir="auto")?( style="margin:0")?|span class="spoken" style="font-size:0"|span|ins class="add" style="[^"]*"|del class="cut" style="[^"]*"|ins|del)>$/,
          );
        }
      }),
    );
  });
});
