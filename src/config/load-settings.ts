import { join } from 'node:path';
import type { Subscription } from '../domain/alert.ts';
import { stableId } from '../domain/stable-id.ts';
import type { Violation } from './config-error.ts';
import { durationMs } from './duration.ts';
import { formatPath } from './format-path.ts';
import { parseJsonc } from './parse-jsonc.ts';
import { readConfigFile } from './read-config-file.ts';
import { type SettingsEntry, settingsSchema } from './settings-schema.ts';
import { validate } from './validate.ts';

/** Behaviour, complete: every default filled in. */
export type Settings = Omit<SettingsEntry, '$schema' | 'subscriptions' | 'schedule'> & {
  readonly subscriptions: readonly Subscription[];
  readonly schedule: {
    readonly every: string;
    readonly everyMs: number;
    readonly confirmAfter: string;
    readonly confirmAfterMs: number;
    readonly timeZone: string;
  };
};

export interface LoadedSettings {
  /** Null when there are violations. */
  readonly settings: Settings | null;
  readonly violations: readonly Violation[];
}

/** Alerts are files where no mail server is set: then somebody reads them even without a subscription. */
const DEFAULT_SUBSCRIPTION: Subscription = {
  id: 'default',
  to: { name: '', address: 'you@localhost' },
  selectors: ['*'],
  topics: 'all',
  minSeverity: 'none',
};

export function settingsFile(dir: string): string {
  return join(dir, 'settings.jsonc');
}

/** `settings.jsonc` of the folder; without that file, the defaults. */
export async function loadSettings(dir: string, sendsMail: boolean): Promise<LoadedSettings> {
  const file = settingsFile(dir);
  const read = await readConfigFile(file);
  if (read.violations.length > 0) return { settings: null, violations: read.violations };
  const parsed = read.text === null ? { value: {}, violations: [] } : parseJsonc(read.text, file);
  if (parsed.violations.length > 0) return { settings: null, violations: parsed.violations };
  const checked = validate(settingsSchema, parsed.value, { file });
  if (checked.data === null) return { settings: null, violations: checked.violations };

  const { $schema: _editorsOnly, ...entry } = checked.data;
  const subscriptions = entry.subscriptions.map(({ id, ...rest }) => ({
    id: id ?? derivedId(rest.to.address),
    ...rest,
  }));
  const violations = subscriptionRules(subscriptions, { file, sendsMail });
  if (violations.length > 0) return { settings: null, violations };
  const { every, confirmAfter, timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone } = entry.schedule;
  const settings: Settings = {
    ...entry,
    subscriptions: subscriptions.length > 0 ? subscriptions : [DEFAULT_SUBSCRIPTION],
    schedule: { every, everyMs: durationMs(every), confirmAfter, confirmAfterMs: durationMs(confirmAfter), timeZone },
  };
  return { settings, violations: [] };
}

// From the address, not from the position: reordering the list must not make old alerts look unsent. Hashed, as ids
// stand in logs and addresses are personal data.
function derivedId(address: string): string {
  return `to-${stableId('subscription', address.toLowerCase()).slice(0, 12)}`;
}

function subscriptionRules(
  subscriptions: readonly Subscription[],
  { file, sendsMail }: { readonly file: string; readonly sendsMail: boolean },
): Violation[] {
  if (subscriptions.length === 0 && sendsMail) {
    const message = 'SMTP_URL is set, but nobody is to be told: add [{ "to": "you@example.org" }]';
    return [{ file, path: 'subscriptions', message }];
  }
  const seen = new Set<string>();
  return subscriptions.flatMap(({ id }, index) => {
    const twice = seen.has(id);
    seen.add(id);
    const message = 'same id (or, without ids, same address) as an earlier one: give each an "id" of its own';
    return twice ? [{ file, path: formatPath(['subscriptions', index]), message }] : [];
  });
}
