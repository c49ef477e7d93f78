/** The operator's log: one JSON object per line. No password, code, card digit, key, cookie, query or form ever gets here. */
import type { BankEvent } from './world.ts';

export type LogLine =
  | { at: string; level: 'info'; what: 'request'; host: string; method: string; path: string; status: number; milliseconds: number }
  | ({ at: string; level: 'info'; what: 'event' } & Omit<BankEvent, 'at'>)
  | { at: string; level: 'error'; what: 'error'; name: string; message: string; stack?: string };

export type Log = (line: LogLine) => void;

/** Of the bank's clock, milliseconds since 1970. */
const time = (at: number): string => new Date(at).toISOString();

export function requestLine(at: number, request: Request, status: number, milliseconds: number): LogLine {
  const { host, pathname } = new URL(request.url);
  return { at: time(at), level: 'info', what: 'request', host, method: request.method, path: pathname, status, milliseconds };
}

export function eventLine({ at, ...event }: BankEvent): LogLine {
  return { at: time(at), level: 'info', what: 'event', ...event };
}

/** A bug, or a database that does not answer: its own words and the deepest cause's. */
export function errorLine(at: number, error: unknown): LogLine {
  if (!(error instanceof Error)) return { at: time(at), level: 'error', what: 'error', name: 'unknown', message: String(error) };
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  const stack = error.stack === undefined ? {} : { stack: error.stack };
  return { at: time(at), level: 'error', what: 'error', name: error.name, message: error.message + cause, ...stack };
}
