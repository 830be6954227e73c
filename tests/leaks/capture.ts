import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';

/** Turns a site's log up to everything and keeps the lines, instead of writing them to the terminal. */
export function captureLog(app: FastifyInstance): readonly string[] {
  const lines: string[] = [];
  const log = app.log as unknown as Record<symbol, unknown>;
  log[pino.symbols.streamSym] = { write: (line: string) => void lines.push(line) };
  app.log.level = 'trace';
  return lines;
}
