import type { FastifyInstance } from 'fastify';
import type { Route } from '#kit/http/route.ts';
import { buildStaffSite, type StaffContents } from '#kit/http/sites.ts';
import type { Ending } from '../database.ts';
import { proof } from '../site.ts';
import type { World } from './world.ts';

/** The staff site of a world, with these routes. */
export async function staffSiteOf(
  ending: Ending,
  { services }: Pick<World, 'services'>,
  routes: readonly Route[],
  destinations: StaffContents['destinations'] = [],
): Promise<FastifyInstance> {
  const contents = { routes: [...routes, proof], destinations, keepDraft: async () => false };
  const app = await buildStaffSite(services, contents);
  ending.after(() => app.close());
  return app;
}
