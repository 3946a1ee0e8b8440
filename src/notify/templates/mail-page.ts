import { html, raw } from 'hono/html';

/** Escaped markup, as `html` gives it. */
export type Markup = ReturnType<typeof html>;

// Readers that drop <style> (or know no dark mode) still show the inline colours, which are the light ones.
const STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;-webkit-text-size-adjust:100%}
.redline h3,.redline h4,.redline h5,.redline h6{font-size:16px;margin:20px 0 6px}
.redline p,.redline ul,.redline ol,.redline div{margin:0 0 10px}
.redline .spoken{display:inline-block;width:1px;height:1px;overflow:hidden;opacity:0;white-space:nowrap}
.redline ins{text-decoration:underline;border-radius:3px;padding:0 2px}
.redline del{text-decoration:line-through;border-radius:3px;padding:0 2px}
@media (max-width:480px){.page{padding:20px 16px 28px !important}h1{font-size:22px !important}}
@media (prefers-color-scheme:dark){
body,.page{background:#16181c !important;color:#e6e7ea !important}
h1,h2,h3,.strong{color:#f5f6f8 !important}
.muted,.muted a{color:#a9afba !important}
a{color:#8ec5ff !important}
.rule{border-color:#3a3f48 !important}
.box{background:#20242a !important;border-color:#3a3f48 !important;color:#e6e7ea !important}
.was{border-left-color:#d9736b !important}
.now{border-left-color:#5bbd7a !important}
ins.add{background:#143d24 !important;color:#b9f0c9 !important}
del.cut{background:#4a1b18 !important;color:#ffc9c4 !important}
}`;

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** One mail as an HTML document: no script, no image, nothing fetched from anywhere. */
export function mailPage(page: { readonly title: string; readonly body: Markup }): string {
  return String(html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${page.title}</title>
<style>${raw(STYLE)}</style>
</head>
<body style="margin:0;padding:0;background:#ffffff;color:#1b1f24">
<div class="page" role="article" aria-roledescription="email" aria-label="${page.title}" lang="en" style="max-width:640px;margin:0 auto;padding:32px 24px 40px;background:#ffffff;color:#1b1f24;${raw(FONT)};font-size:16px;line-height:1.55;overflow-wrap:anywhere;word-break:break-word">
${page.body}
</div>
</body>
</html>
`);
}

/** The heading of a section. */
export function sectionTitle(title: string): Markup {
  return html`<h2 class="rule" style="margin:36px 0 12px;padding-top:20px;border-top:1px solid #d5d9df;font-size:19px;line-height:1.3;color:#11151a">${title}</h2>`;
}

/** Pairs of label and value. */
export function details(pairs: readonly (readonly [string, string])[]): Markup {
  return html`<dl style="margin:0;padding:0">
${pairs.map(
  ([label, value]) =>
    html`<dt class="muted" style="margin:0;font-size:14px;color:#59616c">${label}</dt><dd style="margin:0 0 10px">${keepTimesWhole(value)}</dd>
`,
)}</dl>`;
}

function keepTimesWhole(value: string): Markup {
  const parts = value.split(/(\d{4}-\d\d-\d\d \d\d:\d\d UTC)/);
  return html`${parts.map((part, index) =>
    index % 2 === 0 ? part : html`<span style="white-space:nowrap">${part}</span>`,
  )}`;
}

/** The small print. */
export function footer(lines: readonly string[]): Markup {
  return html`<div class="muted rule" style="margin-top:36px;padding-top:16px;border-top:1px solid #d5d9df;font-size:14px;color:#59616c">
${lines.map((line) => html`<p style="margin:0 0 8px">${line}</p>`)}
</div>`;
}
