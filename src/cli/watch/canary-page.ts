import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CanaryPage {
  readonly url: string;
  readonly port: number;
  /** Publishes the policy with the clause in it. */
  change(): void;
  close(): Promise<void>;
}

/** A page of our own on this machine, with a policy that changes when it is told to. */
export async function serveCanaryPage(): Promise<CanaryPage> {
  let changed = false;
  const server = createServer((request, response) => {
    if (request.url !== '/policy') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found.\n');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(renderPage(changed ? [CLAUSE] : []));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/policy`,
    port,
    change: () => {
      changed = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const CLAUSE = 'We use the photos and messages you share on Canary to train our artificial intelligence models.';

const SECTIONS: readonly (readonly [string, readonly string[]])[] = [
  [
    'What we collect',
    [
      'When you open an account with Canary, we ask for a name, an e-mail address and a date of birth. We keep them for as long as the account exists, and for thirty days after it was closed.',
      'While you use the service, we record which pages you open and how long you stay on them. These records are removed after twelve months.',
    ],
  ],
  [
    'How we use your information',
    [
      'We use your information to keep the service running, to answer your questions and to send the messages you asked for.',
      'We find out when somebody tries to misuse an account, and we tell the person it belongs to.',
    ],
  ],
  [
    'With whom we share it',
    [
      'Payment providers receive the amount and the means of payment, and may not use them for purposes of their own.',
      'We answer requests of courts after our lawyers have read them, and we tell the person concerned unless we are forbidden to do so.',
    ],
  ],
  [
    'Your choices',
    [
      'You can read, correct, copy or remove your information under Settings, or by writing to privacy@canary.invalid. We answer within four weeks.',
      'You may complain to the authority that supervises the handling of personal information in the country in which you live.',
    ],
  ],
];

function renderPage(extra: readonly string[]): string {
  const sections = SECTIONS.map(([heading, paragraphs]) => {
    const all = heading === 'How we use your information' ? [...paragraphs, ...extra] : paragraphs;
    return `<h2>${heading}</h2>\n${all.map((text) => `<p>${text}</p>`).join('\n')}`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Canary Privacy Policy</title></head><body>
<main><h1>Canary Privacy Policy</h1>
<p>This policy tells what Canary does with information about you. Canary is a document of clausewatch itself: it is read every day to prove that a change is noticed.</p>
${sections.join('\n')}
</main></body></html>`;
}
