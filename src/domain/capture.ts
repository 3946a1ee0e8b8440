/** UTC, ISO 8601 with milliseconds: 2026-11-23T02:41:00.000Z. Sorts as text. */
export type Instant = string;

/** What a server gave to recognise an unchanged document next time. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** How we fetch. */
export type FetchedVia = 'http' | 'browser';

/** How we fetched something; null where others did. */
export function fetchedVia(via: Capture['via'] | null): FetchedVia | null {
  return via === 'import' ? null : via;
}

/** What one successful fetch brought, or others did (`import`). The body travels beside it. */
export interface Capture {
  readonly url: string;
  readonly finalUrl: string;
  readonly fetchedAt: Instant;
  readonly via: FetchedVia | 'import';
  readonly status: number;
  /** As sent, lower-cased media type with parameters; "" when the header was missing. */
  readonly contentType: string;
  readonly validators: Validators;
  /** SHA-256 (hex) of the decompressed body. */
  readonly bodySha256: string;
  readonly bodyBytes: number;
  readonly ms: number;
}

/** Why a fetch brought nothing. Codes are listed in docs/reference/errors.md. */
export type FetchFailureCode =
  | 'url_invalid'
  | 'address_forbidden'
  | 'scheme_forbidden'
  | 'port_forbidden'
  | 'robots_disallowed'
  | 'host_unknown'
  | 'connection_refused'
  | 'connection_lost'
  | 'tls_invalid'
  | 'proxy_failed'
  | 'timeout'
  | 'too_large'
  | 'too_many_redirects'
  | 'bad_redirect'
  | 'bad_response'
  | 'http_not_found'
  | 'http_gone'
  | 'http_forbidden'
  | 'http_rate_limited'
  | 'http_client_error'
  | 'http_server_error'
  | 'empty_body'
  | 'unsupported_content_type'
  | 'browser_missing'
  | 'browser_crashed'
  | 'internal_error';

export type FetchOutcome =
  | { readonly kind: 'fetched'; readonly capture: Capture; readonly body: Uint8Array }
  | { readonly kind: 'not-modified'; readonly validators: Validators; readonly ms: number }
  | {
      readonly kind: 'failed';
      readonly code: FetchFailureCode;
      /** What happened, to which URL, and what to do; safe to print. */
      readonly message: string;
      readonly status?: number;
      /** When the server asked to be left alone until then (Retry-After). */
      readonly retryAt?: Instant;
      readonly attempts: number;
      readonly ms: number;
    };
