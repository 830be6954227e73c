import type { FastifyInstance } from 'fastify';
import type { Route } from '#kit/http/route.ts';
import { type Address, absent, addressesOf, unknownIn } from './addresses.ts';
import { difference, type Finding, label, toldBy } from './findings.ts';
import { type Form, formsOn, leadsTo } from './forms.ts';
import type { Things } from './planting.ts';
import { type Answer, type Fields, type Walker, walker } from './visit.ts';
import { behind, type Visitor, type World } from './world.ts';

/** A site to walk: what it serves, and which of its answers everybody may see change. */
export interface Walked {
  readonly app: FastifyInstance;
  readonly routes: readonly Route[];
  /** By path: why an answer may differ although it concerns what somebody may not see. */
  readonly mayDiffer: Readonly<Record<string, string>>;
}

/**
 * Walks every route as every visitor: before there is a secret, and after. Found are secrets where they don't belong,
 * answers that changed for somebody who may not know why, answers by which somebody could tell what exists from what
 * does not, and forms by which somebody reaches behind the wall.
 */
export async function crawl(world: World, site: Walked): Promise<readonly Finding[]> {
  const unknown = unknownIn(site.routes).map((leak) => ({ route: 'every route', who: 'the crawler', leak }));
  if (unknown.length > 0) return unknown;
  const walkers = await Promise.all(world.visitors.map((visitor) => walker(site.app, world, visitor)));
  const shutOut = walkers.filter(({ visitor }) => !visitor.sees.includes('hidden'));
  const before = await look(world, site, shutOut);
  await world.plantSecrets();
  const after = await look(world, site, walkers);
  return [
    ...after.flatMap(({ address, visitor, answer }) => toldBy(address.route, visitor, address.url, answer)),
    ...changes(site, before, after),
    ...after.flatMap(({ address, visitor, answer, twin }) => twins(address, visitor, answer, twin)),
    ...(await send(world, site, after)),
  ];
}

interface Looked {
  readonly address: Address;
  readonly visitor: Visitor;
  readonly answer: Answer;
  /** The answer to the same question about what does not exist. */
  readonly twin: Answer | null;
}

async function look(world: World, site: Walked, walkers: readonly Walker[]): Promise<readonly Looked[]> {
  const addresses = site.routes
    .filter((route) => route.method === 'GET')
    .flatMap((route) => addressesOf(route, world));
  const looked = walkers.map(async (each) => {
    const own: Looked[] = [];
    for (const address of addresses) {
      const answer = await each.get(address.url);
      const twin = mayTell(address, each.visitor) ? null : await each.get(address.twin?.url ?? '');
      own.push({ address, visitor: each.visitor, answer, twin });
    }
    return own;
  });
  return (await Promise.all(looked)).flat();
}

/** May this visitor see that what the address asks for exists? */
function mayTell({ twin }: Address, visitor: Visitor): boolean {
  return !twin || visitor.sees.includes(twin.scope);
}

function twins(address: Address, visitor: Visitor, answer: Answer, twin: Answer | null): readonly Finding[] {
  const differs = twin && difference(answer, twin);
  if (!differs) return [];
  const leak = `${address.url} (${address.twin?.scope}) differs from what does not exist: ${differs}`;
  return [{ route: label(address.route), who: visitor.name, leak }];
}

/** Counts, lists and pages that changed for somebody when a secret came into the world. */
function changes(site: Walked, before: readonly Looked[], after: readonly Looked[]): readonly Finding[] {
  const key = ({ address, visitor }: Looked) => `${visitor.name} ${address.url}`;
  const earlier = new Map(before.map((looked) => [key(looked), looked.answer]));
  return after.flatMap((looked) => {
    const { address, visitor, answer } = looked;
    const was = earlier.get(key(looked));
    const differs = was && !(address.route.path in site.mayDiffer) && difference(answer, was);
    if (!differs) return [];
    const leak = `${address.url} changed when a secret was planted: ${differs}`;
    return [{ route: label(address.route), who: visitor.name, leak }];
  });
}

/** Sends every form: first those who may not see the hidden case, who must leave no trace behind its wall. */
async function send(world: World, site: Walked, looked: readonly Looked[]): Promise<readonly Finding[]> {
  const forms = looked.flatMap(({ answer }) => (answer.body.includes('<form') ? formsOn(answer.body) : []));
  const routes = site.routes.filter((route) => route.method === 'POST');
  const shutOut = world.visitors.filter(({ sees }) => !sees.includes('hidden'));
  const findings: Finding[] = [];
  let untouched = await behindTheWall(world);
  for (const visitor of [...shutOut, ...world.visitors.filter(({ sees }) => sees.includes('hidden'))]) {
    for (const route of routes) {
      findings.push(...(await sendAs(world, site, visitor, route, forms)));
      if (!shutOut.includes(visitor)) continue;
      const now = await behindTheWall(world);
      if (now !== untouched)
        findings.push({ route: label(route), who: visitor.name, leak: 'changed what lies behind the wall' });
      untouched = now;
    }
  }
  return findings;
}

async function sendAs(
  world: World,
  site: Walked,
  visitor: Visitor,
  route: Route,
  forms: readonly Form[],
): Promise<readonly Finding[]> {
  // A browser for each route: the last form may just have ended its session.
  const own = await walker(site.app, world, visitor);
  const findings: Finding[] = [];
  for (const address of addressesOf(route, world)) {
    const fields = (
      forms.find(({ action }) => action === address.url) ?? forms.find(({ action }) => leadsTo(route, action))
    )?.fields ?? [['words', 'Typed by a visitor']];
    const answer = await own.post(address.url, fields);
    findings.push(...toldBy(route, visitor, address.url, answer));
    if (mayTell(address, visitor) || !address.twin) continue;
    const about = world.planted.get(address.twin.scope) ?? {};
    const twin = await own.post(address.twin.url, aboutNothing(fields, about));
    findings.push(...twins(address, visitor, answer, twin));
  }
  return findings;
}

/** The same fields, about things that do not exist. */
function aboutNothing(fields: Fields, things: Things): Fields {
  const nothing = new Map(Object.entries(things).map(([kind, id]) => [id, absent(kind)]));
  return fields.map(([name, value]) => [name, nothing.get(value) ?? value] as const);
}

/** Everything of the hidden case, as one value that changes with any of it. */
async function behindTheWall(world: World): Promise<string> {
  const { case: file, disclosure } = world.planted.get('hidden') ?? {};
  return behind(world.database, async (client) => {
    const { rows: tables } = await client.query<{ name: string; key: string }>(
      `select c.relname as name, a.attname as key from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and (a.attname in ('case_id', 'disclosure_id') or a.attname = 'id' and c.relname in ('case_file', 'disclosure'))`,
    );
    const counted = tables.map(
      ({ name, key }) =>
        `select '${name}' as name, md5(coalesce(string_agg(to_jsonb(t)::text, ',' order by to_jsonb(t)::text), '')) as sum
          from ${name} t where ${key} in ($1, $2)`,
    );
    const { rows } = await client.query(counted.join(' union all '), [file, disclosure]);
    return JSON.stringify(rows);
  });
}
