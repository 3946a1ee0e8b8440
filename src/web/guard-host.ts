import type { MiddlewareHandler } from 'hono';
import { isLoopback } from './is-loopback.ts';

/**
 * Answers only requests that name this machine. A page in somebody's browser can let its own name lead to 127.0.0.1
 * (DNS rebinding) and would otherwise read what is served here.
 */
export const guardHost: MiddlewareHandler = async (context, next) => {
  const host = hostName(context.req.header('host') ?? '');
  if (host !== 'localhost' && !isLoopback(host)) return context.text('Unknown host.\n', 421);
  return await next();
};

function hostName(header: string): string {
  const [, ipv6, name = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d{1,5})?$/.exec(header) ?? [];
  return (ipv6 ?? name).toLowerCase();
}
