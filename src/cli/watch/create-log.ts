import type { Writable } from 'node:stream';
import { type Logger, pino, stdSerializers, stdTimeFunctions } from 'pino';
import { escapeTerminal } from '../../domain/escape-terminal.ts';

/**
 * One JSON object a line. Messages and fields may hold what a page or a server said: nothing in them can steer the
 * terminal on which somebody reads the log.
 */
export function createLog(stream: Writable): Logger {
  return pino(
    {
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { log: (fields) => escapeAll(fields) as Record<string, unknown> },
      serializers: { err: (error) => escapeAll(stdSerializers.err(error)) },
      hooks: {
        logMethod(args, method) {
          method.apply(
            this,
            args.map((part) => (typeof part === 'string' ? escapeTerminal(part) : part)) as typeof args,
          );
        },
      },
    },
    stream,
  );
}

function escapeAll(value: unknown): unknown {
  if (typeof value === 'string') return value.split('\n').map(escapeTerminal).join('\n');
  if (Array.isArray(value)) return value.map(escapeAll);
  // Errors are taken apart by their serializer.
  if (value === null || typeof value !== 'object' || value instanceof Error || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, escapeAll(inner)]));
}
