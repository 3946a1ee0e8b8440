import { describe, expect, test } from 'vitest';
import { fetched, testWeb } from '../test-fetcher.ts';
import { NO_BROWSER, sharedBrowser } from './test-browser.ts';

const documentId = 'fernleaf/privacy';
const CLAUSE = '<p>We keep what you write, and we show it to nobody but you and the people you choose.</p>';
const POLICY = `<h1>Privacy notice of Fernleaf</h1>${CLAUSE.repeat(12)}`;

const browser = sharedBrowser();

async function read(body: string, routes: Parameters<typeof testWeb>[0] = {}) {
  const web = await testWeb({ '/privacy': { body }, ...routes });
  const outcome = fetched(await browser.fetch({ documentId, url: `${web.url}/privacy`, language: 'de' }));
  const html = Buffer.from(outcome.body).toString();
  return { web, html, capture: outcome.capture };
}

describe.skipIf(NO_BROWSER !== null)('what a browser shows', () => {
  test('a page whose text comes by script, late and from a slow interface, is read with its text', async () => {
    const page = `<!doctype html><title>Fernleaf</title><div id="app">Loading</div><script>
      setTimeout(() => fetch('/api').then((answer) => answer.text()).then((text) => { app.innerHTML = text }), 100)
    </script>`;
    const { html, capture, web } = await read(page, {
      '/api': (_request, response) => void setTimeout(() => response.end(POLICY), 500),
    });
    expect(html).toContain('Privacy notice of Fernleaf');
    expect(html).not.toContain('Loading');
    expect(capture).toMatchObject({
      url: `${web.url}/privacy`,
      finalUrl: `${web.url}/privacy`,
      via: 'browser',
      status: 200,
      contentType: 'text/html; charset=utf-8',
      validators: {},
      bodyBytes: Buffer.byteLength(html),
    });
    const { headers } = web.requests[0] ?? {};
    expect(headers?.['user-agent']).toMatch(
      /Chrome\/\d+.* clausewatch\/0\.0 \(\+https:\/\/clausewatch\.example\/bot\)$/,
    );
    expect(headers?.['user-agent']).not.toContain('Headless');
    expect(headers?.['accept-language']).toMatch(/^de/);
  });

  test('collapsed sections are opened, whether their text is in the page or comes when they are pressed', async () => {
    const { html, web } = await read(`<!doctype html><main>${POLICY}
      <details name="a"><summary>One</summary><p>inside details</p></details>
      <button aria-expanded="false" aria-controls="there">Two</button><div id="there" hidden><p>hidden but there</p></div>
      <h2><button type="button" class="lazy" data-text="came when pressed" aria-expanded="false" aria-controls="p1">Three</button></h2><div id="p1"></div>
      <h2><button type="button" class="lazy" data-text="came in turn" aria-expanded="false" aria-controls="p2">Four</button></h2><div id="p2"></div>
      <form action="/sent"><button aria-expanded="false">Send</button></form>
      <a href="/elsewhere" role="button" aria-expanded="false">Elsewhere</a>
      <button aria-expanded="false" onclick="location='/left'">Leave</button>
      <nav><button aria-expanded="false" onclick="fetch('/menu')">Menu</button></nav></main>
      <script>
        const all = [...document.querySelectorAll('.lazy')];
        for (const one of all) one.onclick = () => {
          for (const other of all) { other.ariaExpanded = 'false'; document.getElementById(other.getAttribute('aria-controls')).textContent = '' }
          one.ariaExpanded = 'true';
          document.getElementById(one.getAttribute('aria-controls')).textContent = one.dataset.text;
        };
      </script>`);
    expect(html).toMatch(/<details open[^>]*>/);
    expect(html).toMatch(/<div id="there"><p>hidden but there/);
    expect(html).toContain('came when pressed');
    expect(html).toContain('came in turn');
    expect(web.paths()).toEqual(['/privacy']);
  });

  test('a page that changes its address when it is pressed is read as it was before', async () => {
    const { html, capture, web } = await read(`<!doctype html><main>${POLICY}
      <button aria-expanded="false" onclick="history.pushState(0, '', '/other'); document.querySelector('main').textContent = 'another page'">More</button></main>`);
    expect(html).toContain('Privacy notice of Fernleaf');
    expect(capture.finalUrl).toBe(`${web.url}/privacy`);
  });

  test.each([
    ['a dialog', '<div role="dialog" aria-modal="true">', 'We and our partners use cookies', 'Accept all'],
    [
      'a fixed banner in German',
      '<div style="position:fixed;bottom:0">',
      'Wir bitten um Ihre Einwilligung',
      'Zustimmen',
    ],
    [
      'a fixed banner in Japanese',
      '<section style="position:fixed;bottom:0">',
      '当社はクッキーを使用します',
      '同意する',
    ],
  ])('%s that asks for consent is taken away unanswered', async (_name, tag, text, label) => {
    const end = tag.replace(/<(\w+).*/, '</$1>');
    const { html, web } = await read(
      `<!doctype html><body style="overflow:hidden">${POLICY}${tag}<p>${text}</p><button onclick="answer('yes')">${label}</button><button onclick="answer('no')" aria-expanded="false">No</button>${end}
      <script>function answer(what) { document.cookie = 'consent=' + what; fetch('/consent?' + what) }</script>`,
      { '/consent': { body: '' } },
    );
    expect(html).not.toContain(label);
    expect(html).toContain('Privacy notice of Fernleaf');
    expect(web.paths()).toEqual(['/privacy']);
  });

  test.each([
    [
      'a cookie policy in a dialog of its own',
      `<div role="dialog"><h1>Cookie policy</h1>${CLAUSE.repeat(9)}<button>Close</button></div>`,
    ],
    [
      'a cookie section in the text',
      `${POLICY}<section><h2>Cookies</h2><p>We use cookies.</p><button>Change consent</button></section>`,
    ],
    [
      'a dialog about something else',
      `${POLICY}<div role="dialog"><p>The office moves in May.</p><button>Close</button></div>`,
    ],
  ])('%s stays', async (_name, body) => {
    const { html } = await read(`<!doctype html><body>${body}`);
    expect(html).toMatch(/Cookie policy|We use cookies|The office moves/);
  });

  test('parts that load when they are seen are seen', async () => {
    const { html } = await read(`<!doctype html>${POLICY}<div style="height:6000px"></div><div id="end"></div><script>
      new IntersectionObserver(([entry]) => { if (entry.isIntersecting) end.textContent = 'text at the bottom' }).observe(end)</script>`);
    expect(html).toContain('text at the bottom');
  });

  test('shadow roots and frames of the same origin are read in place, frames of others are not', async () => {
    const web = await testWeb({ '/': { body: 'another origin' } });
    const { html } = await read(
      `<!doctype html>${POLICY}<clause-card><span>given to the slot</span></clause-card>
      <iframe src="/frame" width="600" height="300"></iframe><iframe src="${web.url}/" width="600" height="300"></iframe>
      <script>customElements.define('clause-card', class extends HTMLElement { constructor() { super();
        this.attachShadow({ mode: 'open' }).innerHTML = '<p>in the shadow</p><slot></slot>' } })</script>`,
      { '/frame': { body: '<p>in the frame <a href="terms">terms</a></p>' } },
    );
    expect(html).toMatch(/<p>in the shadow<\/p><slot><span>given to the slot<\/span><\/slot>/);
    expect(html).toContain('in the frame');
    expect(html).toMatch(/href="http:\/\/127\.0\.0\.1:\d+\/terms"/);
    expect(html).not.toContain('another origin');
  });

  test('a page can neither lie to our scripts nor forbid them', async () => {
    const { html } = await read('', {
      '/privacy': {
        headers: { 'content-security-policy': "default-src 'none'; script-src 'nonce-1'" },
        body: `<!doctype html>${POLICY}<script nonce="1">
          Object.defineProperty(Element.prototype, 'outerHTML', { get: () => 'lies' });
          Node.prototype.appendChild = () => { throw 1 }; Array.from = () => []; JSON.stringify = () => 'lies';
          Document.prototype.importNode = () => { throw 1 }; window.clausewatch = { serialize: () => 'lies' };</script>`,
      },
    });
    expect(html).toContain('Privacy notice of Fernleaf');
    expect(html).not.toContain('lies');
  });

  test('pictures, fonts and counters are not loaded, code is not kept', async () => {
    const { html, web } = await read(
      `<!doctype html><style>@font-face { font-family: f; src: url(/font) } h1 { font-family: f }</style>${POLICY}<img src="/picture">
      <video src="/video"></video><script src="/code.js"></script><script>navigator.sendBeacon('/count')</script>`,
      { '*': { body: '' } },
    );
    expect(web.paths().filter((path) => path !== '/privacy')).toEqual(['/code.js']);
    expect(html).not.toContain('sendBeacon');
    expect(html).toContain('src="/code.js"');
  });

  test('dialogs are dismissed, windows are closed, and what one page stores no other sees', async () => {
    const page = `<!doctype html><main id="m">${POLICY}</main><script>
      const before = localStorage.seen + document.cookie; localStorage.seen = 'yes'; document.cookie = 'seen=yes';
      alert('stop'); window.open('/popup'); m.append('stored: ' + before + ';' + confirm('go?'))</script>`;
    for (const _round of [1, 2]) {
      const { html } = await read(page, { '/popup': { body: '<script>for (;;) {}</script>' } });
      expect(html).toContain('stored: undefined;false');
    }
  });

  test('a page sent on by its server or by its script is read where it ends', async () => {
    const { html, capture, web } = await read('', {
      '/privacy': { status: 302, headers: { location: '/second' } },
      '/second': { body: "<script>location.replace('/third')</script>" },
      '/third': { body: POLICY },
    });
    expect(html).toContain('Privacy notice of Fernleaf');
    expect(capture.finalUrl).toBe(`${web.url}/third`);
  });

  test('a challenge that lets the browser through after a moment is waited for', async () => {
    let asked = 0;
    const { html, capture } = await read('', {
      '/privacy': (_request, response) => {
        asked += 1;
        response.writeHead(asked === 1 ? 403 : 200, { 'content-type': 'text/html' });
        response.end(
          asked === 1 ? '<p>Just a moment</p><script>setTimeout(() => location.reload(), 100)</script>' : POLICY,
        );
      },
    });
    expect(html).toContain('Privacy notice of Fernleaf');
    expect(capture.status).toBe(200);
  });
});
