import type { FastifyInstance } from 'fastify';
import type { Route } from '#kit/http/route.ts';
import { unknownIn } from './addresses.ts';
import { plantDrafts } from './drafts.ts';
import { type Finding, toldBy } from './findings.ts';
import { formCollection } from './forms.ts';
import { look, memory, twins } from './look.ts';
import { secretsIn } from './secrets.ts';
import { send } from './send.ts';
import { walker } from './visit.ts';
import type { World } from './world.ts';

/** A site to walk, and all that it serves. */
export interface Walked {
  readonly app: FastifyInstance;
  readonly routes: readonly Route[];
}

export interface Crawled {
  readonly findings: readonly Finding[];
  /** What was seen by those who may: a walk that sees nothing at all proves nothing. */
  readonly seen: ReadonlySet<string>;
}

/**
 * Walks every route as every visitor: before there is a secret, and after. Found are secrets where they don't belong,
 * answers that changed for somebody who may not know why, answers by which somebody could tell what exists from what
 * does not, and forms by which somebody reaches behind the wall.
 */
export async function crawl(world: World, site: Walked): Promise<Crawled> {
  const unknown = unknownIn(site.routes).map((leak) => ({ route: 'every route', who: 'the crawler', leak }));
  if (unknown.length > 0) return { findings: unknown, seen: new Set() };
  const walkers = await Promise.all(world.visitors.map((visitor) => walker(site.app, world, visitor)));
  const shutOut = walkers.filter(({ visitor }) => !visitor.sees.includes('hidden'));
  const before = memory();
  await look(world, site.routes, shutOut, { twins: false, see: before.keep });
  await world.plantSecrets();
  await plantDrafts(world, site.routes);
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const forms = formCollection();
  await look(world, site.routes, walkers, {
    twins: true,
    see(looked) {
      const { address, visitor, answer } = looked;
      findings.push(
        ...toldBy(address.route, visitor, address.url, answer),
        ...before.changes(looked),
        ...twins(looked),
      );
      for (const { scope, place } of secretsIn(answer.body)) seen.add(`${scope} ${place}`);
      forms.add(answer.body);
    },
  });
  findings.push(...(await send(world, site, forms.all())));
  return { findings, seen };
}
