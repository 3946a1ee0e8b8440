import { z } from 'zod';
import { SEVERITIES } from '../domain/fact.ts';
import { everySchema, pauseSchema } from './duration.ts';
import { mailboxSchema } from './mailbox.ts';
import { isWebUrl } from './web-url.ts';

function isTimeZone(name: string): boolean {
  try {
    // Intl also takes offsets, which know no summer time and which the scheduler refuses.
    return !/^[+-]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

// It becomes part of a header, inside brackets.
function isContact(text: string): boolean {
  if (/^mailto:[^\s()\\]+@[^\s()\\]+$/.test(text)) return /^[\x21-\x7e]+$/.test(text);
  return isWebUrl(text) && !/[()\\]/.test(text);
}

const whole = (min: number, max: number) => z.int().min(min).max(max);

const subscription = z.strictObject({
  id: z
    .string()
    .max(64)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens')
    .exactOptional()
    .describe('Keeps alerts apart; needed when one address has several subscriptions'),
  to: mailboxSchema.describe('One address: "you@example.org", "Name <you@example.org>" or { name, address }'),
  selectors: z.array(z.string().trim().min(1)).min(1).default(['*']).describe('platform, platform/document, or globs'),
  topics: z
    .union([z.literal('all'), z.array(z.enum(['ai-training', 'ai-other'])).min(1)], {
      error: 'must be "all" or a list of "ai-training", "ai-other"',
    })
    .default('all'),
  minSeverity: z.enum(SEVERITIES).default('none').describe('Alerts below this are not sent'),
});

const http = z.strictObject({
  totalTimeoutMs: whole(1, 600_000).default(60_000).describe('For one request with its redirects'),
  idleTimeoutMs: whole(1, 600_000).default(15_000).describe('Without a single byte'),
  maxBytes: whole(1024, 200 * 1024 * 1024)
    .default(20 * 1024 * 1024)
    .describe('After decompression'),
  maxRedirects: whole(0, 20).default(10),
  attempts: whole(1, 10).default(3).describe('For failures that can pass'),
  backoffMs: whole(0, 600_000).default(1000).describe('Before the second attempt; doubles with each further one'),
  minPauseMs: whole(0, 600_000).default(2000).describe('Between two requests to one host'),
  allowedPorts: z.array(whole(1, 65_535)).min(1).default([80, 443]),
  allowLoopback: z.boolean().default(false).describe('Lets requests reach this machine itself: for tests'),
});

const mail = z.strictObject({
  from: mailboxSchema.prefault('clausewatch <clausewatch@localhost>'),
  maxAgeHours: whole(1, 24 * 30)
    .default(72)
    .describe('How long delivery of an alert is tried'),
  heartbeat: z
    .enum(['weekly', 'off'])
    .default('weekly')
    .describe('A mail on Monday morning that says the daemon is alive, and what it cannot read'),
});

// Literal addresses: where a name leads is decided by files and servers that others may write.
const isLoopback = (host: string): boolean => /^127(\.(0|[1-9]\d{0,2})){3}$/.test(host) || host === '::1';

const web = z.strictObject({
  port: z
    .union([z.literal('off'), whole(0, 65_535)], {
      error: 'must be a port from 1 to 65535, 0 for any free one, or "off"',
    })
    .default(8017)
    .describe('Where the daemon answers /healthz, /readyz and /metrics; 0 takes any free port, "off" none'),
  host: z
    .string()
    .refine(isLoopback, 'must be an address of this machine itself: "127.0.0.1" or "::1"')
    .default('127.0.0.1'),
});

const schedule = z.strictObject({
  every: everySchema.default('6h').describe('How often each document is checked: "30m", "6h", "1d"'),
  confirmAfter: pauseSchema
    .default('10m')
    .describe('After which other words are looked at a second time, before anybody is told: "10m", "1h"'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'must be a time zone such as "Europe/Berlin" or "UTC"')
    .exactOptional()
    .describe("For the time of day of the heartbeat. Default: the system's"),
});

const browser = z.strictObject({
  path: z
    .string()
    .trim()
    .min(1)
    .exactOptional()
    .describe('Chrome, Chromium or another of their kind; without it, one that is installed is found'),
});

/** `config/settings.jsonc` as a whole. */
export const settingsSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  contact: z
    .string()
    .max(200)
    .refine(isContact, 'must be an http or https URL, or mailto:you@example.org, without spaces and brackets')
    .default('https://clausewatch.example/bot')
    .describe('Who runs this; sent to every site in the User-Agent'),
  subscriptions: z.array(subscription).default([]),
  http: http.prefault({}),
  browser: browser.prefault({}),
  mail: mail.prefault({}),
  schedule: schedule.prefault({}),
  web: web.prefault({}),
});

export type SettingsEntry = z.output<typeof settingsSchema>;
