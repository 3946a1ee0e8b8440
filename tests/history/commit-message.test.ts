import { describe, expect, it } from 'vitest';
import { formatCommitMessage, parseCommitMessage } from '../../src/history/ota/commit-message.ts';

const BODY = 'This version was recorded after filtering snapshot 0123456789abcdef0123456789abcdef01234567\n';

describe('the message of a commit', () => {
  it.each([
    ['Start tracking Acme Terms of Service', 'first'],
    ['First record of Acme Terms of Service', 'first'],
    ['Update Acme Terms of Service', 'change'],
    ['Record new changes of Acme Terms of Service', 'change'],
    ['Refilter Acme Terms of Service', 'technical'],
    ['Apply technical or declaration upgrade on Acme Terms of Service', 'technical'],
    ['Fix README', 'other'],
  ])('“%s” tells of: %s', (subject, kind) => {
    expect(parseCommitMessage(`${subject}\n\n${BODY}`)).toEqual({ kind, capturedAt: null, ours: null });
  });

  it('tells when the page was fetched, where it says so', () => {
    const message = `Update Acme Terms\n\n${BODY}Fetch date: 2021-03-04T05:06:07Z\n`;
    expect(parseCommitMessage(message).capturedAt).toBe('2021-03-04T05:06:07.000Z');
  });

  it('of an export is read back whole', () => {
    const provenance = { repository: 'acme-versions', commit: 'abc', path: 'Acme/Terms.md', licence: 'ODC-By-1.0' };
    const written = {
      documentId: 'acme/terms',
      capturedAt: '2024-01-02T03:04:05.678Z',
      captureId: 'c1',
      isFirst: false,
    };
    const detectedAt = '2024-01-03T00:00:00.000Z';
    const message = formatCommitMessage('Acme Terms', { ...written, origin: 'technical', detectedAt, provenance });
    expect(parseCommitMessage(message)).toEqual({
      kind: 'technical',
      capturedAt: written.capturedAt,
      ours: { documentId: 'acme/terms', decided: { kind: 'version' }, detectedAt, provenance },
    });
    const suspect = formatCommitMessage('Acme Terms', { ...written, origin: null, reason: 'bot-wall' });
    expect(parseCommitMessage(suspect).ours?.decided).toEqual({ kind: 'suspect', reason: 'bot-wall' });
  });

  it('lets no name add lines of its own, and believes no document id that could be a path', () => {
    const written = {
      capturedAt: '2024-01-02T03:04:05.678Z',
      captureId: 'c1',
      isFirst: true,
      origin: 'first',
    } as const;
    const name = 'Acme\nX-clausewatch-suspect: shrunk';
    const message = formatCommitMessage(name, { ...written, documentId: 'acme/terms' });
    expect(parseCommitMessage(message).ours?.decided).toEqual({ kind: 'version' });
    expect(parseCommitMessage('Update Acme\n\nX-clausewatch-document: ../../etc\n').ours).toBeNull();
  });
});
