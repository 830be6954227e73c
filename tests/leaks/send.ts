import type { FastifyInstance } from 'fastify';
import type { Route } from '#kit/http/route.ts';
import { absent, addressesOf } from './addresses.ts';
import { type Finding, label, toldBy } from './findings.ts';
import { type Form, formsOn, leadsTo } from './forms.ts';
import { type Looked, mayTell, twins } from './look.ts';
import type { Things } from './planting.ts';
import { type Answer, type Fields, walker } from './visit.ts';
import { behind, type Visitor, type World } from './world.ts';

interface Sending {
  readonly world: World;
  readonly app: FastifyInstance;
  readonly forms: readonly Form[];
}

/**
 * Sends every form as every visitor, filled in as those who may see it could. First those who may not see the hidden
 * case: they must leave no trace behind its wall.
 */
export async function send(
  world: World,
  site: { readonly app: FastifyInstance; readonly routes: readonly Route[] },
  looked: readonly Looked[],
): Promise<readonly Finding[]> {
  const routes = site.routes.filter((route) => route.method === 'POST');
  const sending = { world, app: site.app, forms: collectForms(looked) };
  const shutOut = world.visitors.filter(({ sees }) => !sees.includes('hidden'));
  const letIn = world.visitors.filter(({ sees }) => sees.includes('hidden'));
  const findings: Finding[] = [];
  for (const visitor of shutOut) findings.push(...(await sendAll(sending, visitor, routes, true)));
  for (const visitor of letIn) findings.push(...(await sendAll(sending, visitor, routes, false)));
  return findings;
}

/** Each form once, wherever it leads. */
function collectForms(looked: readonly Looked[]): readonly Form[] {
  const forms = new Map<string, Form>();
  for (const { answer } of looked) {
    const actions = [...answer.body.matchAll(/\saction="([^"]*)"/g)].map(([, action]) => action ?? '');
    if (actions.every((action) => forms.has(action))) continue;
    for (const form of formsOn(answer.body)) forms.set(form.action, form);
  }
  return [...forms.values()];
}

async function sendAll(
  sending: Sending,
  visitor: Visitor,
  routes: readonly Route[],
  shutOut: boolean,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  let untouched = await behindTheWall(sending.world);
  for (const route of routes) {
    const looked = await sendRoute(sending, visitor, route);
    findings.push(
      ...looked.flatMap((each) => toldBy(route, visitor, each.address.url, each.answer)),
      ...looked.flatMap(twins),
    );
    if (!shutOut || looked.every(({ answer }) => answer.status >= 400 || answer.sentAway)) continue;
    const now = await behindTheWall(sending.world);
    if (now !== untouched)
      findings.push({ route: label(route), who: visitor.name, leak: 'changed what lies behind the wall' });
    untouched = now;
  }
  return findings;
}

async function sendRoute(sending: Sending, visitor: Visitor, route: Route): Promise<readonly Looked[]> {
  const { world, app, forms } = sending;
  // A browser for each route: the last form may just have ended its session.
  const own = await walker(app, world, visitor);
  const looked: Looked[] = [];
  for (const address of addressesOf(route, world)) {
    const exact = forms.find(({ action }) => action === address.url);
    const fields = (exact ?? forms.find(({ action }) => leadsTo(route, action)))?.fields ?? [];
    const answer = await own.post(address.url, fields);
    let twin: Answer | null = null;
    if (address.twin && !mayTell(address, visitor)) {
      const about = world.planted.get(address.twin.scope) ?? {};
      twin = await own.post(address.twin.url, aboutNothing(fields, about));
    }
    looked.push({ address, visitor, answer, twin });
    if (answer.sentAway) break;
  }
  return looked;
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
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and (a.attname in ('case_id', 'disclosure_id')
          or a.attname = 'id' and c.relname in ('case_file', 'disclosure'))`,
    );
    const rows = tables.map(
      ({ name, key }) => `select to_jsonb(t)::text as row from ${name} t where ${key} in ($1, $2)`,
    );
    const summed = `select md5(string_agg(row, ',' order by row)) as sum from (${rows.join(' union all ')}) r`;
    const { rows: sums } = await client.query<{ sum: string }>(summed, [file, disclosure]);
    return sums[0]?.sum ?? '';
  });
}
