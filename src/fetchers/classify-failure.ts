import type { FetchFailureCode } from '../domain/capture.ts';
import { FetchFailure } from './fetch-failure.ts';
import { safeText } from './safe-text.ts';

interface Verdict {
  readonly code: FetchFailureCode;
  readonly transient: boolean;
}

const refused: Verdict = { code: 'connection_refused', transient: true };
const lost: Verdict = { code: 'connection_lost', transient: true };
const late: Verdict = { code: 'timeout', transient: true };
const unknownHost: Verdict = { code: 'host_unknown', transient: false };
const badTls: Verdict = { code: 'tls_invalid', transient: false };
const badResponse: Verdict = { code: 'bad_response', transient: false };
const badProxy: Verdict = { code: 'proxy_failed', transient: false };

// Codes of Node and undici; which error gives which was tried on real servers (tests/fetchers).
const BY_CODE: Readonly<Record<string, Verdict>> = {
  ECONNREFUSED: refused,
  EHOSTUNREACH: refused,
  EHOSTDOWN: refused,
  ENETUNREACH: refused,
  ENETDOWN: refused,
  EADDRNOTAVAIL: refused,
  EACCES: refused,
  EPERM: refused,
  ECONNRESET: lost,
  ECONNABORTED: lost,
  EPIPE: lost,
  UND_ERR_SOCKET: lost,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: lost,
  ETIMEDOUT: late,
  UND_ERR_CONNECT_TIMEOUT: late,
  UND_ERR_HEADERS_TIMEOUT: late,
  UND_ERR_BODY_TIMEOUT: late,
  ENOTFOUND: unknownHost,
  ENODATA: unknownHost,
  EAI_AGAIN: { code: 'host_unknown', transient: true },
  EPROTO: badTls,
  DEPTH_ZERO_SELF_SIGNED_CERT: badTls,
  SELF_SIGNED_CERT_IN_CHAIN: badTls,
  HOSTNAME_MISMATCH: badTls,
  INVALID_CA: badTls,
  INVALID_PURPOSE: badTls,
  PATH_LENGTH_EXCEEDED: badTls,
  UND_ERR_HEADERS_OVERFLOW: badResponse,
  UND_ERR_PRX_TLS: badProxy,
  UND_ERR_PRX_CONN: badProxy,
};

const BY_PREFIX: readonly (readonly [prefix: string, verdict: Verdict])[] = [
  ['EAI_', unknownHost],
  ['ERR_SSL_', badTls],
  ['ERR_TLS_', badTls],
  ['CERT_', badTls],
  ['CRL_', badTls],
  ['UNABLE_TO_', badTls],
  ['ERROR_IN_CERT_', badTls],
  ['HPE_', badResponse],
  ['Z_', badResponse],
  ['ZSTD_', badResponse],
  ['ERR_ZLIB', badResponse],
  ['ERR__ERROR_', badResponse],
];

// undici gives these to a tunnel the proxy would not open, and to a proxy that wants a password.
const PROXY_ONLY = new Set(['UND_ERR_ABORTED', 'UND_ERR_INVALID_ARG', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

function verdictOf(code: string, proxied: boolean): Verdict | undefined {
  if (proxied && PROXY_ONLY.has(code)) return badProxy;
  return BY_CODE[code] ?? BY_PREFIX.find(([prefix]) => code.startsWith(prefix))?.[1];
}

/** The error, what caused it, and the first of several that failed together; at most eight. */
function* chainOf(error: unknown): Generator<Error> {
  let current: unknown = error;
  for (let depth = 0; depth < 8 && current instanceof Error; depth += 1) {
    yield current;
    current = current instanceof AggregateError && !current.cause ? current.errors[0] : current.cause;
  }
}

export interface ErrorOrigin {
  readonly url: string;
  readonly proxied: boolean;
}

/** What an error of the HTTP library means. An error without a known code is an answer it could not read. */
export function classifyError(error: unknown, origin: ErrorOrigin): FetchFailure {
  let innermost = 'unknown error';
  let verdict: Verdict | undefined;
  for (const link of chainOf(error)) {
    if (link instanceof FetchFailure) return link;
    const code = 'code' in link && typeof link.code === 'string' ? link.code : '';
    verdict ??= verdictOf(code, origin.proxied);
    innermost = link.message || code || link.name;
  }
  const { code, transient } = verdict ?? badResponse;
  return new FetchFailure(code, { detail: safeText(innermost, 200), url: origin.url, transient, cause: error });
}

const TRANSIENT_STATUS = new Set([408, 425, 429, 500, 502, 503, 504]);
const STATUS_CODES: Readonly<Record<number, FetchFailureCode>> = {
  401: 'http_forbidden',
  403: 'http_forbidden',
  404: 'http_not_found',
  407: 'proxy_failed',
  410: 'http_gone',
  429: 'http_rate_limited',
};

function codeOfStatus(status: number): FetchFailureCode {
  const known = STATUS_CODES[status];
  if (known) return known;
  if (status >= 400 && status < 500) return 'http_client_error';
  return status >= 500 && status < 600 ? 'http_server_error' : 'bad_response';
}

/** What a status other than success means. `retryAt`: epoch milliseconds from Retry-After. */
export function classifyStatus(status: number, url: string, retryAt?: number): FetchFailure {
  return new FetchFailure(codeOfStatus(status), {
    detail: `the server answered ${status}`,
    url,
    status,
    transient: TRANSIENT_STATUS.has(status),
    ...(retryAt === undefined ? {} : { retryAt }),
  });
}
