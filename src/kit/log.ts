import { type Logger, pino } from 'pino';
import { codeOf } from './failure.ts';
import type { Services } from './services.ts';

/** Logs of faults, without personal data: a message or a database's detail can quote what somebody typed. */
export function createLog(level: Services['settings']['log']): Logger {
  return pino({ level, base: null, serializers: { err: quietError, error: quietError } });
}

/** Where it broke and what kind of thing broke, never the words of it. */
function quietError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code = codeOf(error.cause), table, constraint, routine } = error as Error & Record<string, unknown>;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: error.name,
    code,
    table,
    constraint,
    routine,
    at: frames.slice(0, 8).map((line) => line.trim()),
  };
}
