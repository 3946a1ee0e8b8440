import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startLoopbackWeb } from '../../tests/harness/loopback-web.ts';
import { startMailServer } from '../../tests/harness/mail-server.ts';
import { writeTestConfig } from '../../tests/harness/write-test-config.ts';
import type { CorpusOptions } from './corpus.ts';
import type { Look, WalkMessage, WalkOrder } from './walk-messages.ts';

const WALK = fileURLToPath(new URL('./walk.ts', import.meta.url));

export interface WalkOptions {
  readonly corpus: CorpusOptions;
  /** Where the captures lie. */
  readonly pages: string;
  readonly slugs: readonly string[];
  /** A folder for configuration and archive. */
  readonly dir: string;
  /** Milliseconds of running time at which the walk is killed and started again, in order. */
  readonly kills?: readonly number[];
  readonly onLook?: (look: Look) => void;
}

export interface Walked {
  readonly looks: readonly Look[];
  /** Message-IDs in the order of arrival. */
  readonly received: readonly string[];
  readonly ms: number;
  readonly restarts: number;
}

/** Replays a corpus against a web and a mail server of this machine, in a process that may be killed in between. */
export async function runWalk(options: WalkOptions): Promise<Walked> {
  const { corpus, pages, slugs, dir, kills = [], onLook } = options;
  const web = await startLoopbackWeb({});
  const mail = await startMailServer();
  try {
    mkdirSync(dir, { recursive: true });
    const documents = slugs.map((slug) => ({ id: slug, url: `${web.url}/${slug}` }));
    const http = { allowLoopback: true, minPauseMs: 0, attempts: 1, maxBytes: 50_000_000 };
    const subscriptions = [{ to: 'reader@example.org' }];
    await writeTestConfig(join(dir, 'config'), documents, { http, subscriptions, schedule: { confirmAfter: '10m' } });
    const looks: Look[] = [];
    const hear = (child: ChildProcess, message: WalkMessage): void => {
      if (message.kind === 'show') {
        web.routes.set(`/${message.slug}`, { body: readFileSync(join(pages, message.file)) });
        child.send('shown', () => {});
      } else {
        looks.push(message.look);
        onLook?.(message.look);
      }
    };
    const order: WalkOrder = { ...corpus, dir, smtpUrl: mail.url };
    const started = performance.now();
    const restarts = await walkThroughKills(order, { kills, hear });
    const received = mail.messages.map(({ parsed }) => parsed.messageId ?? '');
    return { looks, received, ms: performance.now() - started, restarts };
  } finally {
    await Promise.all([web.close(), mail.close()]);
  }
}

interface Watching {
  readonly kills: readonly number[];
  readonly hear: (child: ChildProcess, message: WalkMessage) => void;
}

async function walkThroughKills(order: WalkOrder, { kills, hear }: Watching): Promise<number> {
  let ran = 0;
  for (let restarts = 0; ; restarts += 1) {
    const child = fork(WALK, [JSON.stringify(order)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.on('message', (message) => hear(child, message as WalkMessage));
    const started = performance.now();
    const next = kills[restarts];
    const timer = next === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), Math.max(next - ran, 1));
    const [status, signal] = (await once(child, 'exit')) as [number | null, string | null];
    clearTimeout(timer);
    ran += performance.now() - started;
    if (signal === 'SIGKILL') continue;
    if (status !== 0) throw new Error(`the walk ended with ${status ?? signal}`);
    return restarts;
  }
}
