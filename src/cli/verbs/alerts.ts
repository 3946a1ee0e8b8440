import { Option } from 'commander';
import type { OutboxEntry, OutboxState } from '../../domain/alert.ts';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { printableJson } from '../../domain/printable-json.ts';
import type { Outbox } from '../../notify/outbox.ts';
import { type CliContext, EXIT } from '../cli-context.ts';
import { type CommonOptions, withCommonOptions } from '../common-options.ts';
import { filesThatName } from '../files-that-name.ts';
import { formatTable } from '../format-table.ts';
import { describeEntry, ENTRY_HEAD, entryCells, entrySummary, withoutAddress } from '../outbox-entry.ts';
import type { AddVerb } from '../verb.ts';
import { withArchive } from '../with-app.ts';

const STATES: readonly OutboxState[] = ['queued', 'delivered', 'dead', 'discarded'];
const IDS = 'ids of messages; the first six characters are enough where they name one';

export const addAlertsVerb: AddVerb = (program, context, end) => {
  const alerts = program
    .command('alerts')
    .description('the messages in the outbox: list, show, retry, discard, forget');
  addList(alerts, context, end);
  addShow(alerts, context, end);
  addRetry(alerts, context, end);
  addDiscard(alerts, context, end);
  addForget(alerts, context, end);
};

interface ListOptions extends CommonOptions {
  readonly state?: OutboxState;
}

const addList: AddVerb = (alerts, context, end) => {
  withCommonOptions(alerts.command('list'))
    .description('all messages, oldest first, with masked addresses')
    .addOption(new Option('--state <state>', 'only those').choices(STATES))
    .action(async (options: ListOptions) => {
      const entries = await withOutbox(options, context, (outbox) =>
        outbox.list(options.state ? [options.state] : STATES),
      );
      if (options.json) print(context, { messages: entries.map(entrySummary) });
      else if (entries.length === 0) context.stderr.write('no message matches\n');
      else context.stdout.write(`${formatTable([ENTRY_HEAD, ...entries.map(entryCells)])}\n`);
      end(EXIT.ok);
    });
};

interface ShowOptions extends CommonOptions {
  readonly full?: boolean;
}

const addShow: AddVerb = (alerts, context, end) => {
  withCommonOptions(alerts.command('show'))
    .description('one message: headers, state, last error, text')
    .argument('<id>', 'id of a message, or its first six characters')
    .option('--full', 'also the address it goes to')
    .action(async (id: string, options: ShowOptions) => {
      const entry = await withOutbox(options, context, (outbox) => outbox.get(id));
      const full = options.full === true;
      if (!options.json) context.stdout.write(describeEntry(entry, full));
      else if (full) print(context, entry);
      else print(context, { ...entrySummary(entry), text: withoutAddress(entry.message.text, entry) });
      end(EXIT.ok);
    });
};

interface RetryOptions extends CommonOptions {
  readonly dead?: boolean;
}

const addRetry: AddVerb = (alerts, context, end) => {
  withCommonOptions(alerts.command('retry'))
    .description('make messages due now; the daemon or the next check sends them')
    .argument('[ids...]', IDS)
    .option('--dead', 'all that were given up')
    .action(async (ids: string[], options: RetryOptions) => {
      if (ids.length === 0 && !options.dead) {
        throw new ClausewatchError('usage', 'alerts retry: name messages, or take all that were given up with --dead');
      }
      const settled = await withOutbox(options, context, async (outbox) => {
        const named = await Promise.all(ids.map((id) => outbox.get(id)));
        const entries = [...named, ...(options.dead ? await outbox.list(['dead']) : [])];
        const changed = await outbox.retry(
          entries.map(({ id }) => id),
          context.clock().toISOString(),
        );
        return { changed, refused: refusedOf(entries, changed) };
      });
      end(tell(settled, { options, context, done: 'retried', text: 'due now: sent by the daemon or the next check' }));
    });
};

const addDiscard: AddVerb = (alerts, context, end) => {
  withCommonOptions(alerts.command('discard'))
    .description('never send these messages; they stay in the list')
    .argument('<ids...>', IDS)
    .action(async (ids: string[], options: CommonOptions) => {
      const settled = await withOutbox(options, context, async (outbox) => {
        const entries = await Promise.all(ids.map((id) => outbox.get(id)));
        const changed = await outbox.discard(entries.map(({ id }) => id));
        return { changed, refused: refusedOf(entries, changed) };
      });
      end(tell(settled, { options, context, done: 'discarded', text: 'discarded: never sent' }));
    });
};

const addForget: AddVerb = (alerts, context, end) => {
  withCommonOptions(alerts.command('forget'))
    .description('remove an address and all that was written to it, delivered messages included')
    .argument('<address>', 'e-mail address, in any case')
    .action(async (address: string, options: CommonOptions) => {
      const told = await withArchive(options, context, async ({ config, storage }) => ({
        ...(await storage.outbox.forget(address.trim())),
        subscriptions: config.settings.subscriptions
          .filter(({ to }) => to.address.toLowerCase() === address.trim().toLowerCase())
          .map(({ id }) => id),
        files: await filesThatName(address.trim(), options.archive),
      }));
      if (options.json) print(context, told);
      else context.stdout.write(describeForgetting(told));
      end(EXIT.ok);
    });
};

interface Forgotten {
  readonly forgotten: number;
  readonly discarded: number;
  /** Ids of subscriptions that still name the address. */
  readonly subscriptions: readonly string[];
  /** Files outside of the database that hold it. */
  readonly files: readonly string[];
}

function describeForgetting({ forgotten, discarded, subscriptions, files }: Forgotten): string {
  const lines = [
    `${forgotten} ${forgotten === 1 ? 'message' : 'messages'} forgotten, ${discarded} of them not yet sent`,
  ];
  if (subscriptions.length > 0) {
    lines.push(
      `The settings still name the address (${subscriptions.join(', ')}): take it out, else it gets the next alert.`,
    );
  }
  if (files.length > 0) lines.push('These files still hold it; delete them:', ...files.map((file) => `  ${file}`));
  lines.push('Backups made before still hold it.');
  return `${lines.join('\n')}\n`;
}

interface Settled {
  readonly changed: readonly string[];
  /** Rows that stay as they are, with their state. */
  readonly refused: readonly Pick<OutboxEntry, 'id' | 'state'>[];
}

function refusedOf(entries: readonly OutboxEntry[], changed: readonly string[]): Settled['refused'] {
  return entries.filter(({ id }) => !changed.includes(id)).map(({ id, state }) => ({ id, state }));
}

interface Telling {
  readonly options: CommonOptions;
  readonly context: CliContext;
  /** Name of the field that lists what was changed. */
  readonly done: 'retried' | 'discarded';
  readonly text: string;
}

function tell({ changed, refused }: Settled, { options, context, done, text }: Telling): number {
  if (options.json) print(context, { [done]: changed, refused });
  else {
    for (const id of changed) context.stdout.write(`${id}  ${text}\n`);
    for (const { id, state } of refused) context.stderr.write(`${id}  left as it is: ${state}\n`);
    if (changed.length + refused.length === 0) context.stderr.write('no message matches\n');
  }
  return refused.length > 0 ? EXIT.incomplete : EXIT.ok;
}

function withOutbox<T>(
  options: CommonOptions,
  context: CliContext,
  action: (outbox: Outbox) => Promise<T>,
): Promise<T> {
  return withArchive(options, context, ({ storage }) => action(storage.outbox));
}

function print(context: CliContext, value: unknown): void {
  context.stdout.write(`${printableJson(value)}\n`);
}
