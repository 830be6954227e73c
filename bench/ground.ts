import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { openEmbedded } from '#kit/database/embedded.ts';
import { readMigrations } from '#kit/database/migrate.ts';
import { prepareDatabase } from '#kit/database/prepare.ts';
import { createPool } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { addLandlord, loadCases } from './load/index.ts';
import { idOf } from './load/numbers.ts';
import { parentOf } from './processor.ts';
import { addSession } from './session.ts';
import type { Signed } from './signed.ts';
import { benchSite, proofFor } from './site.ts';

const database = 'lintel_bench';

/** A database of the bench's own, with one landlord, and the site over it in this process. */
export interface Ground {
  /** For the site in a process of its own. */
  readonly url: string;
  readonly app: pg.Pool;
  /** The process of PostgreSQL that starts the others. */
  readonly postmaster: number | null;
  readonly site: FastifyInstance;
  /** Loads as many cases as are missing; each size before it is kept. */
  grow(cases: number): Promise<void>;
  /** A new session of a colleague; the first is the one whose pages are measured. */
  signIn(worker?: number): Promise<{ readonly session: string; readonly signed: Signed }>;
  /** What the program does every 15 seconds: what writing left behind is not read by the page measured next. */
  minutely(): Promise<void>;
  close(): Promise<void>;
}

export async function prepareGround(data: string): Promise<Ground> {
  const server = await openEmbedded({ data, fast: false });
  const administration = createPool(server.url('postgres'), 1);
  await administration.query(`drop database if exists ${database} with (force)`);
  await administration.query(`create database ${database} template template0`);
  const { serving } = await prepareDatabase({
    url: server.url(database),
    secret: 'the secret of a benchmark',
    migrations: await readMigrations(),
  });
  const owner = createPool(server.url(database), 2, 0);
  const app = createPool(serving.app, 10);
  const { rows } = await owner.query('select pg_backend_pid() as pid');
  const site = await benchSite(app);
  let landlord: OrganisationId | undefined;
  let loaded = 0;
  return {
    url: serving.app,
    app,
    site,
    postmaster: parentOf(rows[0].pid),
    async grow(cases) {
      landlord ??= await addLandlord(owner);
      await loadCases(owner, landlord, loaded, cases);
      await owner.query('vacuum analyze');
      loaded = cases;
    },
    async signIn(worker = 1) {
      if (!landlord) throw new Error('Cases are loaded first');
      const session = await addSession(app, landlord, idOf('worker', worker));
      return { session, signed: await proofFor(site, session) };
    },
    async minutely() {
      if (!landlord) throw new Error('Cases are loaded first');
      await owner.query('select lintel.count_promises_anew($1, $2, false)', [landlord, yesterday()]);
    },
    async close() {
      await site.close();
      await Promise.all([owner.end(), app.end()]);
      await administration.query(`drop database if exists ${database} with (force)`);
      await administration.end();
      await server.close();
    },
  };
}

function yesterday(): string {
  return Temporal.Now.plainDateISO('Europe/London').subtract({ days: 1 }).toString();
}
