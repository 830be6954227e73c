import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { newId } from '#kit/ids.ts';
import { renewing, send } from './bare.ts';
import { capture, type Statement } from './capture.ts';
import { median } from './median.ts';
import type { Scenario } from './scenarios.ts';
import type { Signed } from './signed.ts';

const rounds = 30;

/** One statement of a request, and how long it takes alone: on one connection, warm, no other beside it. */
export interface Timed {
  readonly text: string;
  /** Which round trip it leaves in, from 1. */
  readonly trip: number;
  /** Median, above a `select 1`. */
  readonly microseconds: number;
}

/** Times each statement of a request by itself, in the order in which the program sends them. */
export async function timeStatements(
  pool: pg.Pool,
  site: FastifyInstance,
  signed: Signed,
  scenario: Scenario,
): Promise<readonly Timed[]> {
  for (let n = 1; n <= 5; n += 1) await send(site, signed, scenario, 3_000_000 + n);
  const started = newId<string>();
  const batches = await capture(pool, () => send(site, signed, scenario, 4_000_000));
  const all = batches.flatMap((batch, index) =>
    batch.map((statement) => ({ ...statement, trip: index + 1 })),
  );
  const client = await pool.connect();
  try {
    const times: number[][] = all.map(() => []);
    const floor: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const renew = renewing(started);
      floor.push(await timed(client, { text: 'select 1', values: [] }));
      for (const [index, { text, name, values }] of all.entries()) {
        times[index]?.push(await timed(client, { text, ...(name && { name }), values: values.map(renew) }));
      }
    }
    return all.map(({ text, trip }, index) => ({
      text: text.replaceAll(/\s+/g, ' ').trim(),
      trip,
      microseconds: Math.max(0, median(times[index] ?? []) - median(floor)),
    }));
  } finally {
    client.release();
  }
}

async function timed(client: pg.PoolClient, statement: Statement): Promise<number> {
  const started = performance.now();
  await client.query(statement as pg.QueryConfig);
  return (performance.now() - started) * 1000;
}
