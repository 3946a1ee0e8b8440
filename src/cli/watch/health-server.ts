import type { Logger } from 'pino';
import type { Config } from '../../config/config.ts';
import { type HealthSource, healthRoutes } from '../../web/health-routes.ts';
import { startWebServer, type WebServer } from '../../web/start-web-server.ts';

type WebSettings = Config['settings']['web'];

/** The health endpoint where the settings want it. */
export class HealthServer {
  readonly #source: HealthSource;
  readonly #log: Logger;
  #server: WebServer | null = null;
  #settings = '';

  constructor(source: HealthSource, log: Logger) {
    this.#source = source;
    this.#log = log;
  }

  /** Throws `web_*` and leaves everything as it was when it cannot listen there. */
  async apply(settings: WebSettings): Promise<void> {
    const wanted = JSON.stringify(settings);
    if (wanted === this.#settings) return;
    const { host, port } = settings;
    const next = port === 'off' ? null : await startWebServer({ routes: healthRoutes(this.#source), host, port });
    await this.#server?.close();
    this.#server = next;
    this.#settings = wanted;
    if (next) this.#log.info({ health: `${next.url}/readyz` }, 'serving the health endpoint');
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }
}
