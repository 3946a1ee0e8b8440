import { Hono } from 'hono';
import { type DaemonHealth, judgeReadiness } from './judge-readiness.ts';

/** What the health endpoint is told about the daemon, at every request. */
export interface HealthSource {
  health(): DaemonHealth;
  /** Prometheus text format. */
  metrics(): Promise<string>;
  readonly clock: () => Date;
}

/** `/healthz`: the process answers. `/readyz`: it does its work, else 503 and why. `/metrics`: numbers for Prometheus. */
export function healthRoutes(source: HealthSource): Hono {
  const routes = new Hono();
  routes.get('/healthz', (context) => {
    const { version, startedAt, lastTick } = source.health();
    return context.json({ status: 'alive', version, startedAt, lastTick });
  });
  routes.get('/readyz', (context) => {
    const health = source.health();
    const problems = judgeReadiness(health, source.clock());
    const body = { status: problems.length === 0 ? 'ready' : 'not ready', problems, lastTick: health.lastTick };
    return context.json({ ...body, canaryPassedAt: health.canary.passedAt }, problems.length === 0 ? 200 : 503);
  });
  routes.get('/metrics', async (context) =>
    context.body(await source.metrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
  return routes;
}
