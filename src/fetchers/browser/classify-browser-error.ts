import type { FetchFailureCode } from '../../domain/capture.ts';
import { FetchFailure } from '../fetch-failure.ts';
import { safeText } from '../safe-text.ts';

interface Verdict {
  readonly code: FetchFailureCode;
  readonly transient?: true;
}

// Chromium's net_error_list.h; the first that matches counts.
const VERDICTS: readonly (readonly [pattern: RegExp, verdict: Verdict])[] = [
  [/^ERR_(?:CERT_|SSL_|BAD_SSL|ECH_)/, { code: 'tls_invalid' }],
  [/^ERR_TOO_MANY_REDIRECTS$/, { code: 'too_many_redirects' }],
  [/^ERR_(?:UNSAFE_REDIRECT|INVALID_REDIRECT)$/, { code: 'bad_redirect' }],
  [/^ERR_UNSAFE_PORT$/, { code: 'port_forbidden' }],
  [/^ERR_(?:UNKNOWN|DISALLOWED)_URL_SCHEME$/, { code: 'scheme_forbidden' }],
  [/^ERR_INVALID_URL$/, { code: 'url_invalid' }],
  // What is no page is offered as a download, and downloads are refused.
  [/^ERR_ABORTED$/, { code: 'unsupported_content_type' }],
  [/^ERR_(?:TIMED_OUT|CONNECTION_TIMED_OUT)$/, { code: 'timeout', transient: true }],
  [/^ERR_NAME_/, { code: 'host_unknown' }],
  [
    /^ERR_(?:TUNNEL_CONNECTION_FAILED|PROXY_CONNECTION_FAILED|CONNECTION_REFUSED|ADDRESS_UNREACHABLE)$/,
    {
      code: 'connection_refused',
      transient: true,
    },
  ],
  [
    /^ERR_(?:EMPTY_RESPONSE|CONNECTION_|INCOMPLETE_CHUNKED|CONTENT_LENGTH_MISMATCH|NETWORK_|INTERNET_|SOCKET_)/,
    {
      code: 'connection_lost',
      transient: true,
    },
  ],
];

/** What an error of Chromium's network, such as `net::ERR_CERT_DATE_INVALID`, means for a document. */
export function classifyBrowserError(netError: string, url: string, cause?: unknown): FetchFailure {
  const name = /ERR_[A-Z0-9_]+/.exec(netError)?.[0] ?? '';
  const verdict = VERDICTS.find(([pattern]) => pattern.test(name))?.[1] ?? { code: 'bad_response' };
  const { code, transient = false } = verdict;
  const detail =
    code === 'unsupported_content_type'
      ? 'the browser was sent a download instead of a page'
      : `the browser gave up with ${safeText(name || netError, 100)}`;
  return new FetchFailure(code, { detail, url, transient, cause });
}
