import { html } from 'hono/html';
import type { PageChrome } from './demo-platform.ts';
import { type RequestNoise, renderDocument } from './page-template.ts';

/** The page that some visitors get in place of the policy until they have made a choice about cookies. */
export function renderCookieWall(chrome: PageChrome, noise: RequestNoise): string {
  const body = html`<div class="wall" role="dialog" aria-modal="true" aria-labelledby="wall-title">
  <p class="logo">${chrome.brand}</p>
  <h1 id="wall-title">Before you continue to ${chrome.brand}</h1>
  <p>We and our 214 partners store and access information on your device, such as cookies, in order to show you content
  and advertisements that suit you, to measure how they perform, and to learn about our audience.</p>
  <p>Choose "Accept all" to agree, or "Manage options" to see what you can refuse. You can change your mind whenever you
  like with the "Cookies" link at the foot of each page.</p>
  <form method="post" action="/consent">
    <input type="hidden" name="token" value="${noise.csrfToken}">
    <button name="choice" value="all">Accept all</button> <button name="choice" value="none">Reject all</button>
    <button name="choice" value="options">Manage options</button>
  </form>
  <p class="small"><a href="/legal/cookies">Cookie notice</a> · <a href="/legal/imprint">Imprint</a></p>
</div>`;
  return renderDocument({ chrome, title: 'Before you continue', body, noise });
}

/** What a broken back end sends with status 200. */
export function renderErrorPage(chrome: PageChrome, noise: RequestNoise): string {
  const body = html`<header class="site-header"><a class="logo" href="/">${chrome.brand}</a></header>
<main id="content"><div class="oops">
  <h1>Sorry, something went wrong</h1>
  <p>We are having trouble loading this page. Our engineers have been told. Please try again in a few minutes.</p>
  <p><a href="/">Go back to the home page</a></p>
  <p class="small">Reference: ${noise.requestId}</p>
</div></main>
<footer class="site-footer"><p class="small">${chrome.copyright}</p></footer>`;
  return renderDocument({ chrome, title: 'Something went wrong', body, noise });
}
