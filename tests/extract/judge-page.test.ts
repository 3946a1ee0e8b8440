import { expect, test } from 'vitest';
import { PARAGRAPHS, readMarkdownSample, readSample } from './read-sample.ts';

const page = (body: string, title = 'Fable', head = ''): string =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;

test.each([
  [
    'error-page',
    page(
      '<main><h1>This page isn’t available</h1><p>The link may be broken, or the page may have been removed.</p></main>',
    ),
  ],
  ['error-page', page('<h2>Application error: a client-side exception has occurred.</h2>')],
  [
    'error-page',
    '<title>Error</title><h1>Something went wrong</h1><p>This page isn’t available right now. Please try again later.</p>',
  ],
  ['error-page', page('<div id="root"></div>', 'Error')],
  ['error-page', '<title>Error</title><div>Boats.</div>'],
  ['error-page', page('<p>Please come back in a while.</p>', 'Erreur 17')],
  ['error-page', page('<h1>404</h1><p>We looked everywhere.</p>', 'Not found | Fable')],
  ['error-page', page('<main><p>Das liegt vielleicht an einem Fehler. Bitte lade die Seite neu.</p></main>')],
  [
    'bot-wall',
    page('<h1>www.fable.example</h1><p>Verifying you are human. This may take a few seconds.</p>', 'Just a moment...'),
  ],
  [
    'bot-wall',
    page('<p>Please wait for a little while longer.</p><script src="/cdn-cgi/challenge-platform/h/b.js"></script>'),
  ],
  [
    'login-wall',
    page(
      '<h1>Welcome aboard</h1><form><label>E-mail<input type="email"></label><input type="password"><button>Log in</button></form><p>Log in to see this page.</p>',
    ),
  ],
  ['login-wall', page('<h1>Sign in to continue</h1><p>You need an account to read this.</p>')],
  [
    'consent-wall',
    page(
      '<div><h2>Before you continue</h2><p>We use cookies to remember you and to show you boats you like, here and elsewhere.</p><button>Accept all</button><button>Reject all</button></div>',
    ),
  ],
  ['redirected-away', page('<p>One moment please</p>', 'Fable', '<meta http-equiv="refresh" content="0; url=/home">')],
  ['empty-shell', page('<div id="root"></div><script>boot()</script>')],
  ['empty-shell', page('<noscript>Enable JavaScript.</noscript><p>Loading…</p>')],
  ['empty-shell', ''],
] as const)('%s: %#', (reason, html) => {
  expect(readSample(html)).toMatchObject({ verdict: 'suspect', reason });
});

test.each([
  [
    'that speaks of errors, passwords and robots',
    `<p>If an error occurred, or the page was not found, tell us. Never share your password. We use a captcha to verify you are human.</p>`,
  ],
  ['with a login form beside it', '<form><input type="password"><button>Log in</button></form>'],
  ['under a cookie box', '<div role="dialog"><p>We use cookies.</p><button>Accept all</button></div>'],
])('a document %s is a document', (_what, extra) => {
  expect(readSample(page(`<main><h1>Terms</h1>${PARAGRAPHS}${extra}</main>`))).toMatchObject({ verdict: 'policy' });
});

test('a short page that says something is a document', () => {
  const html = page(
    '<main><h1>How we use pictures</h1><p>We do not use your pictures to teach machines anything at all. You need not do anything for that. Write to us if you have a question about it.</p></main>',
  );
  expect(readSample(html).verdict).toBe('policy');
});

test('a stored text is a document however short it is, and nothing is not', () => {
  expect(readMarkdownSample('We sell nothing.').verdict).toBe('policy');
  expect(readMarkdownSample(' \n')).toMatchObject({ verdict: 'suspect', reason: 'empty-shell' });
});

/** Walls that say at length what one can do about it, with a menu of links around them. */
const LONG = 'You can write to the owner of this place and tell what you were doing when this page came up. '.repeat(8);
const MENU = `<nav><ul>${'<li><a href="/x">Boats</a></li>'.repeat(30)}</ul></nav>`;

test.each([
  ['bot-wall', 'Attention Required! | Guard', `<h1>Sorry, you have been blocked</h1><p>${LONG}</p>`],
  ['bot-wall', 'Fable', `<h1>Access Denied</h1><p>${LONG}</p><p>Reference #18.2f</p>`],
  ['error-page', 'Page not found | Fable', `<h1>Nothing here</h1><p>${LONG}</p>`],
  ['error-page', 'Fable', `<h1>Something went wrong</h1><p>${LONG}</p>`],
  ['error-page', 'Wartungsarbeiten', `<p>${LONG}</p>`],
  [
    'login-wall',
    'Log in to Fable',
    `<h1>Log in</h1><form><input type="email"><input type="password"><button>Log in</button></form><p>${LONG}</p>`,
  ],
  [
    'consent-wall',
    'Privacy Policy | Fable',
    `<h1>Before you continue to Fable</h1><p>We use cookies to: ${LONG}</p><form><input type="submit" value="Reject all"><input type="submit" value="Accept all"></form>`,
  ],
] as const)('a long %s is known by what it calls itself: %s', (reason, title, body) => {
  expect(readSample(page(`${MENU}<main>${body}</main>`, title))).toMatchObject({ verdict: 'suspect', reason });
});

test.each([
  ['Seite nicht gefunden', '<p>Die gewünschte Seite wurde leider nicht gefunden.</p>'],
  ['Página no encontrada', '<p>Lo sentimos, la página que buscas no existe.</p>'],
  ['Page introuvable', '<p>Cette page n’existe plus.</p>'],
  ['ページが見つかりません', '<p>お探しのページは見つかりませんでした。</p>'],
  ['Страница не найдена', '<p>Такой страницы не существует.</p>'],
  ['页面不存在', '<p>您访问的页面不存在。</p>'],
  ['Sayfa bulunamadı', '<p>Aradığınız sayfa bulunamadı.</p>'],
  ['الصفحة غير موجودة', '<p>حدث خطأ. حاول مرة أخرى.</p>'],
  ['We’ll be right back', '<p>We are down for scheduled maintenance.</p>'],
  ['Service Unavailable', '<p>Too many people want to see boats at once.</p>'],
])('an error page in any language: %s', (title, body) => {
  expect(readSample(page(`<h1>${title}</h1>${body}`, title))).toMatchObject({ reason: 'error-page' });
});

test.each([
  ['Press & Hold to confirm you are a human (and not a bot).'],
  ['Please enable JS and disable any ad blocker'],
  ['Request unsuccessful. Guard incident ID: 0-1.'],
  ['We’re verifying your browser. This takes a moment.'],
  ['Our systems have detected unusual traffic from your network.'],
  ['Your request has been blocked due to a network policy.'],
  ['Bestätigen Sie die Sicherheitsüberprüfung, um fortzufahren.'],
])('a bot wall: %s', (text) => {
  expect(readSample(page(`<div><h2>fable.example</h2><p>${text}</p></div>`))).toMatchObject({ reason: 'bot-wall' });
});

test('a cookie policy that a visitor is asked about is a policy', () => {
  const policy = `<main><h1>Cookie Policy</h1>${PARAGRAPHS.replaceAll('messages', 'cookies')}</main>
    <div class="banner"><p>We use cookies to remember you.</p><button>Accept all</button><button>Reject all</button></div>`;
  expect(readSample(page(policy, 'Cookie Policy')).verdict).toBe('policy');
});

test('a page that ends in the middle is truncated, one whose closing tags are left out is not', () => {
  const whole = `<!doctype html><html><body><div>Fable</div><div><main><h1>Terms</h1>${PARAGRAPHS}${PARAGRAPHS}`;
  expect(readSample(whole.slice(0, -60))).toMatchObject({ verdict: 'suspect', reason: 'truncated' });
  expect(readSample(`${whole}</main></div>`).verdict).toBe('policy');
  expect(readSample(`${whole}</body>`).verdict).toBe('policy');
  expect(readSample(whole.replaceAll(/<\/\w+>/g, '')).verdict).toBe('policy');
});

test('a cookie policy that ends in buttons to accept and refuse is a policy', () => {
  const policy = `<main><h1>Cookie Policy</h1>${PARAGRAPHS.replaceAll('messages', 'cookies')}<button>Accept all</button><button>Reject all</button></main>`;
  expect(readSample(page(policy, 'Cookie Policy | Fable')).verdict).toBe('policy');
});

test('a document whose title begins as an excuse is a document', () => {
  const html = page(
    `<main><h1>Sorry means sorry: how we make up for mistakes</h1>${PARAGRAPHS}${PARAGRAPHS}</main>`,
    'Sorry means sorry',
  );
  expect(readSample(html).verdict).toBe('policy');
});
