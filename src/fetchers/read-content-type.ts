import { FetchFailure } from './fetch-failure.ts';
import { safeText } from './safe-text.ts';

const TEXT = /^(?:text\/.+|application\/(?:xhtml\+xml|xml|markdown|pdf))$/;
/** Says nothing about what it is: the first bytes tell. */
const BYTES = 'application/octet-stream';

/** The Content-Type as it is handed on: media type in lower case, first one of several, "" when missing. */
export function readContentType(header: string | null): string {
  const [type = '', ...parameters] = safeText(header?.split(',')[0] ?? '', 200).split(';');
  return [type.trim().toLowerCase(), ...parameters.map((parameter) => parameter.trim())].join('; ');
}

/** Throws `unsupported_content_type` where the type says that there is no text to read. */
export function checkContentType(contentType: string, url: string): void {
  const type = typeOf(contentType);
  // Without a type, or with half a one, the extractor looks at the bytes.
  if (!type.includes('/') || type === BYTES || TEXT.test(type)) return;
  throw unsupported(type, url);
}

/** The same for a page in a browser, which shows a PDF or bytes in a viewer of its own: those are for plain HTTP. */
export function checkPageType(contentType: string, url: string): void {
  const type = typeOf(contentType);
  if (type === BYTES || type === 'application/pdf') throw unsupported(type, url);
  checkContentType(contentType, url);
}

/** The same for bytes without a type, once they are there: only a PDF is handed on. */
export function checkUntypedBytes(contentType: string, body: Uint8Array, url: string): void {
  const type = typeOf(contentType);
  if (type === BYTES && Buffer.from(body.subarray(0, 5)).toString('latin1') !== '%PDF-') throw unsupported(type, url);
}

function typeOf(contentType: string): string {
  return contentType.split(';')[0] ?? '';
}

function unsupported(type: string, url: string): FetchFailure {
  return new FetchFailure('unsupported_content_type', {
    detail: `the address leads to ${type}, which is no text`,
    url,
  });
}
