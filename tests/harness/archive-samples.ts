import { createHash } from 'node:crypto';
import type { Message, OutboxRow } from '../../src/domain/alert.ts';
import type { ExtractedPage } from '../../src/domain/block.ts';
import type { Capture } from '../../src/domain/capture.ts';
import { stableId } from '../../src/domain/stable-id.ts';
import type { Change, CheckOutcome, CheckRecord, Version, VersionOrigin } from '../../src/domain/version.ts';
import type { Archive, CheckResult, ImportRecord, StoredVersion } from '../../src/snapshots/archive.ts';
import { versionFrom } from '../../src/snapshots/version-from.ts';

export const DOCUMENT_ID = 'acme/privacy';

/** Minute `n` after midnight of the first of March 2026. */
export function minute(n: number): string {
  return new Date(Date.UTC(2026, 2, 1, 0, n)).toISOString();
}

export function sampleBody(text: string): Uint8Array {
  return new TextEncoder().encode(`<!doctype html><title>Acme</title><p>${text}</p>`);
}

export function sampleCapture(at: string, body: Uint8Array): Capture {
  return {
    url: 'https://acme.example/privacy',
    finalUrl: 'https://acme.example/en/privacy',
    fetchedAt: at,
    via: 'http',
    status: 200,
    contentType: 'text/html; charset=utf-8',
    validators: { etag: '"1"' },
    bodySha256: createHash('sha256').update(body).digest('hex'),
    bodyBytes: body.length,
    ms: 12,
  };
}

export function samplePage(text: string): ExtractedPage {
  return {
    title: 'Acme Privacy',
    language: 'en',
    blocks: [{ kind: 'paragraph', text, headingPath: ['Acme Privacy'], leadIn: null, links: [] }],
    verdict: 'policy',
    hash: createHash('sha256').update(text).digest('hex'),
    markdown: `# Acme Privacy\n\n${text}\n`,
  };
}

export interface SampleVersion {
  readonly text: string;
  readonly at: string;
  readonly captureId: string;
  readonly number: number;
  readonly origin?: VersionOrigin;
  readonly documentId?: string;
  readonly fingerprint?: string;
}

export function sampleVersion(sample: SampleVersion): StoredVersion {
  const page = samplePage(sample.text);
  const version = versionFrom({
    document: { id: sample.documentId ?? DOCUMENT_ID },
    page,
    capturedAt: sample.at,
    captureId: sample.captureId,
    origin: sample.origin ?? (sample.number === 1 ? 'first' : 'change'),
    number: sample.number,
    revertsTo: null,
    fingerprint: sample.fingerprint ?? 'reader-1',
  });
  return { version, page };
}

export function sampleCheck(at: string, outcome: CheckOutcome, more: Partial<CheckRecord> = {}): CheckRecord {
  const rest = { code: null, message: null, ms: 5, robotsOverride: null, changeId: null };
  return { documentId: DOCUMENT_ID, at, outcome, ...rest, ...more };
}

export function sampleChange(before: Version, after: Version): Change {
  const block = samplePage('We train models on public posts.').blocks[0];
  if (!block) throw new Error('a sample page has a block');
  return {
    id: stableId(before.id, after.id),
    documentId: after.documentId,
    before,
    after,
    detectedAt: after.capturedAt,
    redline: {
      hunks: [
        {
          kind: 'added',
          before: [],
          after: [{ index: 0, block }],
          runs: [{ op: 'insert', text: block.text }],
          cosmetic: null,
          alsoAt: [],
          granularity: 'words',
        },
      ],
      counts: { added: 1, removed: 0, modified: 0, moved: 0 },
      changed: true,
    },
    classification: {
      topics: ['ai-training'],
      facts: [],
      direction: 'less-protective',
      severity: 'high',
      cosmetic: false,
      rulesVersion: '1',
    },
  };
}

function sampleMessage(id: string, date: string): Message {
  return {
    messageId: `${id}@clausewatch.example`,
    to: { name: 'Jane', address: 'jane@example.org' },
    subject: 'Acme changed its privacy policy',
    text: 'We train models on public posts.',
    html: '<p>We train models on public posts.</p>',
    date,
  };
}

export function sampleRow(id: string, at: string, changeId: string | null = null): OutboxRow {
  return { id, kind: 'alert', subscriptionId: 'everything', changeId, message: sampleMessage(id, at), createdAt: at };
}

export function sampleResult(check: CheckRecord, more: Partial<CheckResult> = {}): CheckResult {
  return { check, captureId: null, versions: [], change: null, outbox: [], validators: null, ...more };
}

export interface RecordedCheck {
  readonly captureId: string;
  readonly stored: StoredVersion;
  readonly result: CheckResult;
}

/** A first capture with its version, recorded at minute `at`. */
export async function recordFirst(archive: Archive, text: string, at: number): Promise<RecordedCheck> {
  const body = sampleBody(text);
  const captureId = await archive.recordCapture(DOCUMENT_ID, sampleCapture(minute(at), body), body);
  const stored = sampleVersion({ text, at: minute(at), captureId, number: 1 });
  const result = sampleResult(sampleCheck(minute(at), 'first'), { captureId, versions: [stored] });
  await archive.recordResult(result);
  return { captureId, stored, result };
}

/** A capture with other words after `before`, with its change and one alert. */
export async function recordChange(
  archive: Archive,
  before: Version,
  sample: { readonly text: string; readonly at: number },
): Promise<RecordedCheck & { readonly change: Change }> {
  const at = minute(sample.at);
  const body = sampleBody(sample.text);
  const captureId = await archive.recordCapture(DOCUMENT_ID, sampleCapture(at, body), body);
  const stored = sampleVersion({ text: sample.text, at, captureId, number: before.number + 1 });
  const change = sampleChange(before, stored.version);
  const result = sampleResult(sampleCheck(at, 'changed', { changeId: change.id }), {
    captureId,
    versions: [stored],
    change,
    outbox: [sampleRow(stableId(change.id, 'everything'), at, change.id)],
    validators: { etag: `"${sample.at}"` },
  });
  await archive.recordResult(result);
  return { captureId, stored, result, change };
}

/** Two versions that others recorded at minutes 1 and 2, the second with a change. */
export function sampleImports(documentId = DOCUMENT_ID): [ImportRecord, ImportRecord] {
  const record = (text: string, number: number): ImportRecord => {
    const body = Buffer.from(`# Acme Privacy\n\n${text}\n`);
    const bodySha256 = createHash('sha256').update(body).digest('hex');
    const path = 'Acme/Privacy Policy.md';
    const capture: Capture = {
      ...sampleCapture(minute(number), body),
      ...{ url: `ota:acme-versions/${path}`, finalUrl: '', via: 'import', contentType: 'text/markdown', bodySha256 },
    };
    const provenance = { repository: 'acme-versions', commit: `${number}`.repeat(40), path, licence: 'ODC-By-1.0' };
    const captureId = stableId('import', documentId, `${number}`);
    const sample = { text, at: minute(number), captureId, number, origin: 'imported', documentId } as const;
    const { version, page } = sampleVersion(sample);
    const stored: StoredVersion = { version: { ...version, provenance }, page };
    return { documentId, provenance, captureId, capture, body, outcome: 'imported', version: stored };
  };
  const [first, next] = [record('We keep letters.', 1), record('We train models on letters.', 2)];
  if (!first.version || !next.version) throw new Error('a sample of an import has a version');
  return [first, { ...next, change: sampleChange(first.version.version, next.version.version) }];
}
