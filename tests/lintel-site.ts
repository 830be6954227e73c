import type { FastifyInstance } from 'fastify';
import type { OrganisationId } from '#rules/facts.ts';
import { destinations, helpSite, hooks, jobs, partnerSite, staffRoutes } from '../src/app.ts';
import type { Ending, TestDatabase } from './database.ts';
import { type TestSite, testSite } from './site.ts';

/** All of Lintel over a database of the test's own: both sites and the jobs, under one simulated clock. */
export interface Lintel extends TestSite {
  /** The help site, as the role that can add a report and read nothing. */
  readonly help: FastifyInstance;
  /** The partner site, which acts for no landlord. */
  readonly partners: FastifyInstance;
  /** Does every job once, as the program does again and again. */
  work(organisation: OrganisationId): Promise<void>;
}

/** Lintel with its real table of contents. @param start London time: `2026-11-18T16:55` */
export async function lintelSite(t: Ending, start: string, own?: TestDatabase): Promise<Lintel> {
  const site = await testSite(t, staffRoutes, start, { destinations, ...hooks }, {}, own);
  const help = await helpSite({ ...site.services, db: { pool: site.database.public, checkRows: true } });
  t.after(() => help.close());
  const partners = await partnerSite(site.services);
  t.after(() => partners.close());
  return {
    ...site,
    help,
    partners,
    async work(organisation) {
      for (const job of jobs) await job.run(site.services, organisation);
    },
  };
}
