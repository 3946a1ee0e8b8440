import type { Validators } from '../domain/capture.ts';

// What a validator or a language tag may hold; anything else came from a hostile server or a broken archive.
const HEADER_SAFE = /^[\x20-\x7e\x80-\xff]{1,1024}$/;

function isSendable(value: string | undefined): value is string {
  return value !== undefined && HEADER_SAFE.test(value);
}

/** Validators fit to be sent back; others are left out. */
export function usableValidators(etag: string | undefined, lastModified: string | undefined): Validators {
  return {
    ...(isSendable(etag) ? { etag } : {}),
    ...(isSendable(lastModified) ? { lastModified } : {}),
  };
}

/** Headers of every request. */
export function baseHeaders(userAgent: string, language = 'en'): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.8,*/*;q=0.1',
    'accept-encoding': 'gzip, br, zstd',
    'accept-language': isSendable(language) ? `${language},*;q=0.1` : '*',
  };
}

/** Asks the server to answer 304 when nothing changed. */
export function conditionalHeaders({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(isSendable(etag) ? { 'if-none-match': etag } : {}),
    ...(isSendable(lastModified) ? { 'if-modified-since': lastModified } : {}),
  };
}
