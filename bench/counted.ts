import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { send } from './bare.ts';
import { capture } from './capture.ts';
import type { Counted, Scenario } from './scenarios.ts';
import type { Signed } from './signed.ts';

/** Counts the statements of one request of a scenario, and the round trips in which they leave. */
export async function count(
  pool: pg.Pool,
  site: FastifyInstance,
  signed: Signed,
  scenario: Scenario,
): Promise<Counted> {
  await send(site, signed, scenario, 1);
  const batches = await capture(pool, () => send(site, signed, scenario, 2));
  return { trips: batches.length, statements: batches.reduce((sum, { length }) => sum + length, 0) };
}
