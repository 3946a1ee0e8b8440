import type { Capture, Instant } from '../../domain/capture.ts';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';

// No dot in front (so neither `..` nor hidden files), none at the end (Windows drops it), nothing a shell would read.
const SEGMENT = /^[a-z0-9](?:[a-z0-9._-]{0,118}[a-z0-9_-])?$/i;

const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'txt',
  // Not `md`: that is our own rendering, which stands beside it.
  'text/markdown': 'markdown',
  'application/pdf': 'pdf',
};

/** Throws `content_name_invalid` unless the name is two or more plain segments: `acme/privacy/2026-….md`. */
export function assertContentName(name: string): void {
  const segments = name.split('/');
  if (segments.length >= 2 && name.length <= 250 && segments.every((segment) => SEGMENT.test(segment))) return;
  throw new ClausewatchError(
    'content_name_invalid',
    `${JSON.stringify(name)} cannot name a file of the archive: use letters, digits, ".", "_", "-" below a folder.`,
  );
}

/** Where a person would look for what was captured then; colons are left out because Windows refuses them. */
export function contentNameOf(documentId: string, at: Instant, extension: string): string {
  return `${documentId}/${at.replaceAll(':', '-')}.${extension}`;
}

export function bodyExtensionOf({ contentType }: Pick<Capture, 'contentType'>): string {
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  // A page without a header is almost always HTML; what it was sent as stands in the capture.
  return mediaType === '' ? 'html' : (EXTENSIONS[mediaType] ?? 'bin');
}
