import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { sealing } from '#kit/audit/seal.ts';
import { verifySeals } from '#kit/audit/verify.ts';
import type { Services } from '#kit/services.ts';
import { transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { TestDatabase } from '../tests/database.ts';

/** People in public life and in this field; the list is kept by hand and only has to grow. */
export const knownPeople = [
  'Nicole Jacobs',
  'Sandra Horley',
  'Erin Pizzey',
  'Theresa May',
  'Jess Phillips',
  'Tina Turner',
  'Clare Wood',
  'Luke Hart',
  'Raneem Oudeh',
  'Banaz Mahmod',
];

/** Sealing waits for whatever else is being written in the whole cluster, other tests included. */
export async function sealedWhole(services: Services, organisation: OrganisationId) {
  for (let tries = 0; ; tries += 1) {
    await sealing.run(services, organisation);
    const verified = await transact(services.db, { organisation, system: true }, (tx) =>
      verifySeals(tx, organisation),
    );
    if (verified.unsealed === 0 || tries === 60) return verified;
    await setTimeout(1_000);
  }
}

type Figures = readonly { slug: string; commitment: string; outcome: string; number: number }[];

/** How many promises ended in which way, by landlord. */
export async function promises(database: TestDatabase): Promise<Figures> {
  const { rows } = await database.owner.query<
    Figures[number]
  >(`select slug, commitment, outcome, count(*)::int as number
    from obligation join organisation using (organisation_id) group by 1, 2, 3`);
  return rows;
}

export function count(figures: Figures, slug: string, commitment: string, outcome: string): number {
  const found = figures.find(
    (each) => each.slug === slug && each.commitment === commitment && each.outcome === outcome,
  );
  return found?.number ?? 0;
}

/** Counts the statements that are sent over connections of a pool from now on. */
export function counting(pool: pg.Pool): () => number {
  let sent = 0;
  const counted = new WeakSet<pg.PoolClient>();
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  pool.connect = (async () => {
    const client = await connect();
    if (counted.has(client)) return client;
    counted.add(client);
    const { query } = client;
    const counting = (...asked: unknown[]) => {
      sent += 1;
      return Reflect.apply(query, client, asked);
    };
    return Object.assign(client, { query: counting });
  }) as typeof pool.connect;
  return () => sent;
}

export async function organisations(database: TestDatabase): Promise<readonly OrganisationId[]> {
  const { rows } = await database.owner.query('select organisation_id as id from organisation order by slug');
  return rows.map((row) => row.id);
}
