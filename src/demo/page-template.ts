import { html, raw } from 'hono/html';
import type { PageChrome, PageDesign } from './demo-platform.ts';
import { renderPolicy, sectionTitles } from './render-policy.ts';
import { slug } from './slug.ts';

/** Values that differ with every request, as on real sites. */
export interface RequestNoise {
  readonly nonce: string;
  readonly csrfToken: string;
  readonly requestId: string;
}

type Markup = ReturnType<typeof html>;

/** A complete page with the policy in it. */
export function renderPolicyPage(
  chrome: PageChrome,
  policy: { readonly markdown: string; readonly title: string; readonly design: PageDesign },
  noise: RequestNoise,
): string {
  const body = policy.design === 'classic' ? classicBody(chrome, policy.markdown) : modernBody(chrome, policy.markdown);
  return renderDocument({ chrome, title: policy.title, body, noise });
}

/** A complete page with nothing but a head, scripts and the given body. */
export function renderDocument(page: {
  readonly chrome: PageChrome;
  readonly title: string;
  readonly body: Markup;
  readonly noise: RequestNoise;
}): string {
  const { chrome, title, body, noise } = page;
  return String(html`<!doctype html>
<html lang="en" data-request="${noise.requestId}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csrf-token" content="${noise.csrfToken}">
<title>${title} | ${chrome.brand}</title>
<meta name="description" content="${chrome.tagline}">
<meta property="og:title" content="${title}">
<style nonce="${noise.nonce}">
:root{--accent:${raw(chrome.accent)}}body{margin:0;font:16px/1.6 system-ui,sans-serif;color:#1d2226}
main{max-width:46rem;margin:2rem auto;padding:0 1rem}header,footer{background:#f4f5f7;padding:1rem}a{color:var(--accent)}
table{border-collapse:collapse}td,th{border:1px solid #ccd;padding:.3rem .6rem;text-align:left}
</style>
<script nonce="${noise.nonce}">window.__BOOT__={"requestId":"${noise.requestId}","locale":"en","flags":{"newNav":true}};</script>
</head>
<body>
${body}
<script nonce="${noise.nonce}">document.documentElement.classList.add('js');</script>
<noscript><img alt="" width="1" height="1" src="/pixel.gif?r=${noise.requestId}"></noscript>
</body>
</html>
`);
}

function classicBody(chrome: PageChrome, markdown: string): Markup {
  return html`<a class="skip" href="#content">Skip to content</a>
<header class="site-header">
  <a class="logo" href="/">${chrome.brand}</a> <span class="tagline">${chrome.tagline}</span>
  <nav class="main-nav" aria-label="Main"><ul>${chrome.menu.map((word) => html`<li><a href="/${slug(word)}">${word}</a></li>`)}</ul></nav>
  <form action="/search" role="search"><label>Search <input type="search" name="q"></label> <button>Go</button></form>
</header>
<div class="layout">
  <aside class="sidebar"><h3>Legal</h3><ul><li><a href="/legal/terms">Terms of use</a></li><li><a href="/legal/cookies">Cookies</a></li><li><a href="/legal/imprint">Imprint</a></li></ul></aside>
  <main id="content">
    <article class="legal-document">
${raw(renderPolicy(markdown, 'classic'))}
    </article>
  </main>
</div>
${footer(chrome, 'site-footer')}
<div id="cookie-banner" class="cookie-banner" role="dialog" aria-label="Cookies">
  <p>${chrome.cookieNotice}</p>
  <button type="button">Accept all</button> <button type="button">Only what is necessary</button> <a href="/legal/cookies">More</a>
</div>`;
}

function modernBody(chrome: PageChrome, markdown: string): Markup {
  return html`<div class="o-consent" role="dialog" aria-modal="false" aria-labelledby="consent-title">
  <h2 id="consent-title">Your cookies, your call</h2><p>${chrome.cookieNotice}</p>
  <div class="o-consent__actions"><button>Allow</button><button>Decline</button><button>Choose one by one</button></div>
</div>
${footer(chrome, 'o-footer')}
<div class="o-app" data-theme="light">
  <nav class="o-breadcrumb" aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/legal">Legal centre</a></li><li aria-current="page">Privacy</li></ol></nav>
  <main class="o-main">
    <nav class="o-toc" aria-label="On this page"><p>On this page</p><ol>${sectionTitles(markdown).map((title) => html`<li><a href="#${slug(title)}">${title}</a></li>`)}</ol></nav>
    <div class="o-document">${raw(renderPolicy(markdown, 'modern'))}</div>
  </main>
  <aside class="o-feedback"><p>Was this page helpful?</p><button>Yes</button><button>No</button></aside>
</div>
<header class="o-bar"><a href="/">${chrome.brand}</a>
  <div role="navigation">${chrome.menu.toReversed().map((word) => html`<a class="o-bar__link" href="/${slug(word)}">${word}</a> `)}<a href="/login">Log in</a> <a href="/join">Sign up</a></div>
</header>`;
}

function footer(chrome: PageChrome, className: string): Markup {
  const columns = chrome.footer.map(
    (column) =>
      html`<div><h4>${column.title}</h4><ul>${column.links.map((word) => html`<li><a href="/${slug(word)}">${word}</a></li>`)}</ul></div>`,
  );
  return html`<footer class="${className}">${columns}<p class="${className}__note">${chrome.copyright}</p></footer>`;
}
