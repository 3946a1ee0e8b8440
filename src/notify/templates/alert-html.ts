import { html, raw } from 'hono/html';
import type { Subscription } from '../../domain/alert.ts';
import type { Severity } from '../../domain/fact.ts';
import type { AlertView } from '../alert-view.ts';
import type { ControlView } from '../control-view.ts';
import type { Clause } from '../group-clauses.ts';
import { SEVERITY_WORDS } from './alert-words.ts';
import { QUOTED, SAMPLE_NOTE, subscriptionLines } from './footer-words.ts';
import { details, footer, type Markup, mailPage, sectionTitle } from './mail-page.ts';

/** Each has a contrast of at least 4.5 to 1 with white, on light and dark ground alike. */
const BADGE: Readonly<Record<Severity, string>> = {
  critical: '#a1140e',
  high: '#9a3d00',
  medium: '#6b5600',
  low: '#2f5b75',
  none: '#555b65',
};

/** The HTML part of an alert. */
export function alertHtml(view: AlertView, subscription: Subscription | null): string {
  const body = html`${view.sample ? banner() : ''}
<p style="margin:0 0 10px;font-size:14px"><span style="display:inline-block;padding:2px 10px;border-radius:12px;background:${raw(BADGE[view.severity])};color:#ffffff;font-weight:600">${SEVERITY_WORDS[view.severity]}</span> <span class="muted" style="color:#59616c">${view.meaning}</span></p>
<h1 style="margin:0 0 20px;font-size:26px;line-height:1.25;color:#11151a">${view.headline}</h1>
${details(view.details)}
${view.clauses.length === 0 ? '' : clauses(view)}
${ways(view)}
${redline(view)}
${footer([QUOTED, ...subscriptionLines(subscription)])}`;
  return mailPage({ title: view.headline, body });
}

function banner(): Markup {
  return html`<p class="box" role="note" style="margin:0 0 24px;padding:12px 16px;border:2px dashed #59616c;border-radius:8px;background:#f4f5f7;color:#1b1f24"><strong>This is a sample.</strong> ${SAMPLE_NOTE}</p>`;
}

function clauses(view: AlertView): Markup {
  return html`${sectionTitle('What changed')}
${view.clauses.map((clause) => clauseBlock(clause, view))}
${view.clausesLeftOut > 0 ? html`<p class="muted" style="color:#59616c">${view.clausesLeftOut} more changed clauses are left out here; the stored redline shows all.</p>` : ''}`;
}

function clauseBlock(clause: Clause, view: AlertView): Markup {
  return html`<div style="margin:0 0 26px">
${clause.says.map((says, index) => said(`${view.platform} ${says}`, index))}
${clause.path === '' ? '' : html`<p class="muted" style="margin:0 0 8px;font-size:14px;color:#59616c">Under: ${clause.path}</p>`}
${quotes('Before', clause.before)}
${quotes('Now', clause.after)}
</div>
`;
}

/** The gravest is the heading of its clause, so that screen readers can go from clause to clause. */
function said(sentence: string, index: number): Markup {
  return index === 0
    ? html`<h3 style="margin:0 0 4px;font-size:16px;color:#11151a">${sentence}</h3>`
    : html`<p class="strong" style="margin:0 0 4px;font-weight:600;color:#11151a">${sentence}</p>`;
}

function quotes(label: 'Before' | 'Now', texts: readonly string[]): Markup | '' {
  if (texts.length === 0) return '';
  const [name, colour] = label === 'Before' ? ['was', '#c0392b'] : ['now', '#1e8449'];
  return html`<p class="muted" style="margin:10px 0 2px;font-size:14px;color:#59616c">${label}</p>
${texts.map((text) => html`<blockquote class="box ${name}" style="margin:0 0 8px;padding:10px 14px;border:0;border-left:4px solid ${raw(colour)};background:#f4f5f7;color:#1b1f24">${text}</blockquote>`)}`;
}

function ways(view: AlertView): Markup | '' {
  if (view.controls.length + view.withoutControl.length === 0) return '';
  return html`${sectionTitle('What you can do')}
${view.controlWarnings.map((note) => html`<p style="margin:0 0 12px">${note}</p>`)}
${view.controls.map(control)}
${view.withoutControl.map((note) => html`<p style="margin:0 0 12px">${note}</p>`)}`;
}

function control(way: ControlView): Markup {
  const read = way.link === null ? way.readAt : html`<a href="${way.link}" style="color:#0b57d0">${way.readAt}</a>`;
  return html`<h3 style="margin:16px 0 6px;font-size:16px;color:#11151a">${way.platform}: ${way.name}</h3>
${way.steps.length === 0 ? '' : html`<ol style="margin:0 0 10px;padding-left:26px">${way.steps.map((step) => html`<li style="margin:0 0 4px">${step}</li>`)}</ol>`}
${way.notes.map(([label, value]) => html`<p style="margin:0 0 4px">${label}: ${value}</p>`)}
<p class="muted" style="margin:0 0 16px;font-size:14px;color:#59616c">Last known to be true ${way.lastKnownTrue}, read at ${read}</p>`;
}

function redline(view: AlertView): Markup {
  return html`${sectionTitle('Every word that changed')}
<p class="muted" style="margin:0 0 14px;font-size:14px;color:#59616c">Added words are <ins class="add" style="background:#d4f5dc;color:#0b4a1f;padding:0 2px">underlined</ins>, removed words are <del class="cut" style="background:#fde0dd;color:#7a1410;padding:0 2px">struck out</del>.</p>
<div class="redline">${raw(view.redlineHtml)}</div>
${view.redlineCut ? html`<p style="margin:12px 0"><strong>Cut here:</strong> the change is too long for a mail. The stored redline shows all of it.</p>` : ''}
<p style="margin:16px 0 6px">The stored redline, at any time:</p>
<pre class="box" style="margin:0 0 16px;padding:10px 14px;border-radius:6px;background:#f4f5f7;color:#1b1f24;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:14px;white-space:pre-wrap">${view.command}</pre>
${view.links.map((link) => html`<p style="margin:0 0 6px">The document itself: <a href="${link}" rel="noreferrer" style="color:#0b57d0">${link}</a></p>`)}`;
}
