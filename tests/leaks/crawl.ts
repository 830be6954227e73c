import type { FastifyInstance } from 'fastify';
import type { Route } from '#kit/http/route.ts';
import { unknownIn } from './addresses.ts';
import { type Finding, toldBy } from './findings.ts';
import { type Form, formCollection } from './forms.ts';
import { look, memory, twins } from './look.ts';
import { secretsIn } from './secrets.ts';
import { send } from './send.ts';
import { walker } from './visit.ts';
import type { World } from './world.ts';

/** A world, and the site that shows it. */
export interface Shown {
  readonly world: World;
  readonly app: FastifyInstance;
}

/** A site to walk, before there is a secret and after, with all that it serves. */
export interface Walked {
  readonly before: Shown;
  readonly after: Shown;
  readonly routes: readonly Route[];
  /** Forms to be sent, besides those that are seen on the way. */
  readonly forms: readonly Form[];
}

export interface Crawled {
  readonly findings: readonly Finding[];
  /** What each visitor saw who may: `hidden caseentryxwords` … A walk that sees nothing at all proves nothing. */
  readonly seen: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Walks every route as every visitor: before there is a secret, and after. Found are secrets where they don't belong,
 * answers that changed for somebody who may not know why, answers by which somebody could tell what exists from what
 * does not, and forms by which somebody reaches behind the wall.
 */
export async function crawl({ before, after, routes, forms }: Walked): Promise<Crawled> {
  const unknown = unknownIn(routes).map((leak) => ({ route: 'every route', who: 'the crawler', leak }));
  if (unknown.length > 0) return { findings: unknown, seen: new Map() };
  const earlier = memory();
  const shutOut = (await walkers(before)).filter(({ visitor }) => !visitor.sees.includes('hidden'));
  await look(before.world, routes, shutOut, { twins: false, see: earlier.keep });
  const findings: Finding[] = [];
  const seen = new Map(after.world.visitors.map(({ name }) => [name, new Set<string>()]));
  const collected = formCollection(forms);
  await look(after.world, routes, await walkers(after), {
    twins: true,
    see(looked) {
      const { address, visitor, answer } = looked;
      findings.push(
        ...toldBy(address.route, visitor, address.url, answer),
        ...earlier.changes(looked),
        ...twins(looked),
      );
      for (const { scope, place } of secretsIn(answer.body)) seen.get(visitor.name)?.add(`${scope} ${place}`);
      collected.add(answer.body);
    },
  });
  findings.push(...(await send({ ...after, routes }, collected.all())));
  return { findings, seen };
}

function walkers({ world, app }: Shown) {
  return Promise.all(world.visitors.map((visitor) => walker(app, world, visitor)));
}
