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
