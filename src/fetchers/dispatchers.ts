import { getCACertificates } from 'node:tls';
import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import { FetchFailure } from './fetch-failure.ts';
import { type ConnectorOptions, guardedConnector } from './guarded-connector.ts';

export interface DispatcherOptions extends Omit<ConnectorOptions, 'ca'> {
  /** PEM of one more certificate authority. */
  readonly ca?: string;
}

// The watchdog keeps the time: undici's own timers are coarse and leave out connecting.
const COMMON = { allowH2: false, headersTimeout: 0, bodyTimeout: 0 } as const;

/** The connections of one fetcher: direct and guarded, or through the proxy an operator configured. */
export class Dispatchers {
  readonly #open: () => Agent;
  readonly #direct: Agent;
  readonly #proxies = new Map<string, ProxyAgent>();
  readonly #tls: { readonly allowH2: false; readonly rejectUnauthorized: true; readonly ca?: string[] };

  constructor({ ca, ...options }: DispatcherOptions) {
    const authorities = ca === undefined ? undefined : [...getCACertificates('default'), ca];
    this.#tls = { allowH2: false, rejectUnauthorized: true, ...(authorities ? { ca: authorities } : {}) };
    const connect = guardedConnector({ ...options, ...(authorities ? { ca: authorities } : {}) });
    this.#open = () => new Agent({ ...COMMON, connect });
    this.#direct = this.#open();
  }

  /** Shares no connection with any other request. The caller closes it. */
  alone(proxy: string | undefined): Dispatcher {
    return proxy === undefined ? this.#open() : this.#openProxy(proxy);
  }

  for(proxy: string | undefined): Dispatcher {
    if (proxy === undefined) return this.#direct;
    const known = this.#proxies.get(proxy);
    if (known) return known;
    const made = this.#openProxy(proxy);
    this.#proxies.set(proxy, made);
    return made;
  }

  #openProxy(proxy: string): ProxyAgent {
    const url = URL.parse(proxy);
    if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
      throw new FetchFailure('proxy_failed', { detail: 'the proxy is no http or https URL' });
    }
    return new ProxyAgent({ ...COMMON, uri: proxy, requestTls: this.#tls, proxyTls: this.#tls });
  }

  async close(): Promise<void> {
    await Promise.all([this.#direct, ...this.#proxies.values()].map((dispatcher) => dispatcher.destroy()));
  }
}
