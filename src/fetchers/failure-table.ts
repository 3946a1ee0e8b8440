import type { FetchFailureCode } from '../domain/capture.ts';

export interface FailureEntry {
  readonly meaning: string;
  /** What a person does about it. */
  readonly advice: string;
  /** Which of these failures are tried again within one check. */
  readonly retried: string;
}

const ADDRESS = 'Check the address in the sources file.';

/** Every code a fetch can fail with; docs/reference/errors.md shows the same table and a test compares both. */
export const FAILURE_TABLE: Readonly<Record<FetchFailureCode, FailureEntry>> = {
  url_invalid: {
    meaning: 'The address is no URL, is too long, or carries a user name or password.',
    advice: ADDRESS,
    retried: 'no',
  },
  address_forbidden: {
    meaning: 'The host is, or its name leads to, an address that is not on the public internet.',
    advice: 'Watch only public pages; a name that leads into a private network is refused on purpose.',
    retried: 'no',
  },
  scheme_forbidden: {
    meaning: 'The address, or a redirect, uses another scheme than http or https.',
    advice: 'Use an http or https address.',
    retried: 'no',
  },
  port_forbidden: {
    meaning: 'The address, or a redirect, names a port that is not allowed.',
    advice: 'Use port 80 or 443, or allow the port in the settings; ports of other protocols stay closed.',
    retried: 'no',
  },
  robots_disallowed: {
    meaning: 'robots.txt of the host asks not to read this page, or could not be read because the server failed.',
    advice: 'Ask the platform, or set robotsOverride with your reason for this document.',
    retried: 'no',
  },
  host_unknown: {
    meaning: 'The name of the host could not be resolved.',
    advice: 'Check the spelling of the host and the name server of this machine.',
    retried: 'when the name server failed for the moment',
  },
  connection_refused: {
    meaning: 'No connection could be made to the host.',
    advice: 'Check whether the site is up and this machine is online; the next check tries again.',
    retried: 'yes',
  },
  connection_lost: {
    meaning: 'The connection broke before the answer was complete.',
    advice: 'The next check tries again; a site that always breaks off may be refusing monitors.',
    retried: 'yes',
  },
  tls_invalid: {
    meaning: 'The certificate of the host is not valid, or it does not speak TLS.',
    advice: 'Open the page in a browser to compare; certificates are never accepted unverified.',
    retried: 'no',
  },
  proxy_failed: {
    meaning: 'The proxy configured for this document did not connect.',
    advice: 'Check the proxy of this document in the sources file, and that it is running.',
    retried: 'no',
  },
  timeout: {
    meaning: 'The host was silent for too long, or the whole answer took too long.',
    advice: 'The next check tries again; raise the time limits in the settings for a slow site.',
    retried: 'yes, while time is left',
  },
  too_large: {
    meaning: 'The page is larger than the limit, counted after decompression.',
    advice: 'Check that the address leads to the document; raise the size limit in the settings if it does.',
    retried: 'no',
  },
  too_many_redirects: {
    meaning: 'Redirects lead in a circle, or there are too many of them.',
    advice:
      'Use the address at which a browser ends; a page that redirects for its cookies needs fetch mode "browser".',
    retried: 'no',
  },
  bad_redirect: {
    meaning: 'The server redirects without a usable target.',
    advice: 'Use the address at which a browser ends.',
    retried: 'no',
  },
  bad_response: {
    meaning: 'The answer breaks the rules of HTTP or of its compression.',
    advice: 'Check the page in a browser; when it looks right there, report it.',
    retried: 'no',
  },
  http_not_found: {
    meaning: 'The server answered 404: there is no such page.',
    advice: 'Find where the document went and change its address in the sources file.',
    retried: 'no',
  },
  http_gone: {
    meaning: 'The server answered 410: the page was removed for good.',
    advice: 'Find where the document went and change its address, or disable it.',
    retried: 'no',
  },
  http_forbidden: {
    meaning: 'The server answered 401 or 403: it does not show the page to this monitor.',
    advice: 'Check the page in a browser; fetch mode "browser" or a proxy in another region may see it.',
    retried: 'no',
  },
  http_rate_limited: {
    meaning: 'The server answered 429: too many requests.',
    advice: 'Check this host less often; the next check tries again.',
    retried: 'yes, after Retry-After while time is left',
  },
  http_client_error: {
    meaning: 'The server answered with another status from 400 to 499.',
    advice: ADDRESS,
    retried: 'only 408 and 425',
  },
  http_server_error: {
    meaning: 'The server answered with a status from 500 to 599.',
    advice: 'Nothing to do unless it lasts; the next check tries again.',
    retried: '500, 502, 503 (after Retry-After while time is left) and 504',
  },
  empty_body: {
    meaning: 'The server answered that all is well, with nothing in it.',
    advice: 'Check the page in a browser; fetch mode "browser" may see it.',
    retried: 'no',
  },
  unsupported_content_type: {
    meaning: 'The address leads to something that is neither a text page nor a PDF, such as an image or an archive.',
    advice: 'Use the address of the page itself.',
    retried: 'no',
  },
  browser_missing: {
    meaning: 'The document needs a browser, and none was found on this machine or none could be started.',
    advice:
      'Install Google Chrome or Chromium, or run "npx playwright install chromium"; "clausewatch doctor" says what was tried.',
    retried: 'no',
  },
  browser_crashed: {
    meaning: 'The browser died while it read the page.',
    advice: 'The next check starts another; a page that always does this is too heavy or hostile.',
    retried: 'yes',
  },
  internal_error: {
    meaning: 'clausewatch itself failed.',
    advice: 'Report it with the message.',
    retried: 'no',
  },
};

export const FETCH_FAILURE_CODES = Object.keys(FAILURE_TABLE) as readonly FetchFailureCode[];
