import type { FastifyInstance } from 'fastify';
import type { Route } from '#kit/http/route.ts';
import { type Address, absent, addressesOf } from './addresses.ts';
import { type Finding, label, toldBy } from './findings.ts';
import { type Form, leadsTo } from './forms.ts';
import { type Looked, mayTell, twins } from './look.ts';
import { withoutSecrets } from './secrets.ts';
import type { Things } from './things.ts';
import { type Fields, type Likeness, likeness, type Walker, walker } from './visit.ts';
import { behind, type Visitor, type World } from './world.ts';

interface Sending {
  readonly world: World;
  readonly app: FastifyInstance;
  readonly fieldsFor: (address: Address) => Fields;
}

/** Who sends, and through which browser. */
interface Sender {
  readonly visitor: Visitor;
  browser: Walker;
}

/**
 * Sends every form as every visitor, filled in as those who may see it could. First those who may not see the hidden
 * case: they must leave no trace behind its wall.
 */
export async function send(
  { world, app, routes: every }: Omit<Sending, 'fieldsFor'> & { readonly routes: readonly Route[] },
  forms: readonly Form[],
): Promise<readonly Finding[]> {
  const routes = every.filter((route) => route.method === 'POST');
  const sending = { world, app, fieldsFor: filling(forms) };
  const shutOut = world.visitors.filter(({ sees }) => !sees.includes('hidden'));
  const letIn = world.visitors.filter(({ sees }) => sees.includes('hidden'));
  return [
    ...(await sendAll(sending, shutOut, routes, await behindTheWall(world))),
    ...(await sendAll(sending, letIn, routes, null)),
  ];
}

/** What stands in the form that leads there, or in one of the same route. */
function filling(forms: readonly Form[]): (address: Address) => Fields {
  const known = new Map<string, Fields>();
  return (address) => {
    const found =
      known.get(address.url) ??
      forms.find(({ action }) => action === address.url)?.fields ??
      forms.find(({ action }) => leadsTo(address.route, action))?.fields ??
      [];
    known.set(address.url, found);
    return found;
  };
}

/** @param wall looks behind it; null where whoever sends may change what is there */
async function sendAll(
  sending: Sending,
  visitors: readonly Visitor[],
  routes: readonly Route[],
  wall: (() => Promise<string>) | null,
): Promise<readonly Finding[]> {
  const { world, app } = sending;
  const senders = await Promise.all(
    visitors.map(
      async (visitor): Promise<Sender> => ({ visitor, browser: await walker(app, world, visitor) }),
    ),
  );
  const findings: Finding[] = [];
  let untouched = await wall?.();
  for (const route of routes) {
    const done = new Set<Visitor>();
    const differing: { readonly sender: Sender; readonly address: Address }[] = [];
    await Promise.all(
      senders.map(async (sender) => {
        const looked = await sendRoute(sending, sender, route);
        for (const each of looked) {
          findings.push(...toldBy(route, each.visitor, each.address.url, each.answer));
          if (twins(each).length > 0) differing.push({ sender, address: each.address });
        }
        if (looked.every(({ answer }) => answer.status >= 400 || answer.sentAway)) return;
        done.add(sender.visitor);
        // What was done may have ended the session.
        sender.browser = await walker(app, world, sender.visitor);
      }),
    );
    // A bell counts what the others do meanwhile: where two answers differed, both are asked for again, alone.
    for (const { sender, address } of differing)
      findings.push(...twins(await sendTo(sending, sender, address)));
    if (wall === null || done.size === 0) continue;
    const now = await wall();
    // One of those who were not refused.
    if (now !== untouched)
      for (const { name: who } of done)
        findings.push({ route: label(route), who, leak: 'changed what lies behind the wall' });
    untouched = now;
  }
  return findings;
}

async function sendRoute(sending: Sending, sender: Sender, route: Route): Promise<readonly Looked[]> {
  const looked: Looked[] = [];
  for (const address of addressesOf(route, sending.world)) {
    const each = await sendTo(sending, sender, address);
    looked.push(each);
    if (each.answer.sentAway) break;
  }
  return looked;
}

async function sendTo(
  { world, fieldsFor }: Sending,
  { visitor, browser }: Sender,
  address: Address,
): Promise<Looked> {
  const fields = knownTo(visitor, fieldsFor(address));
  const answer = await browser.post(address.url, fields);
  let twin: Likeness | null = null;
  if (address.twin && !mayTell(address, visitor)) {
    const about = world.planted.get(address.twin.scope) ?? {};
    twin = likeness(await browser.post(address.twin.url, aboutNothing(fields, about)));
  }
  return { address, visitor, answer, alike: likeness(answer), twin };
}

/** Nobody types what they do not know: a page that shows them again what they sent tells them nothing. */
function knownTo({ sees }: Visitor, fields: Fields): Fields {
  return fields.map(([name, value]) => [name, withoutSecrets(value, sees)] as const);
}

/** The same fields, about things that do not exist. */
function aboutNothing(fields: Fields, things: Things): Fields {
  const nothing = new Map(Object.entries(things).map(([kind, id]) => [id, absent(kind)]));
  return fields.map(([name, value]) => [name, nothing.get(value) ?? value] as const);
}

/** Looks at everything of the hidden case, as one value that changes with any of it. */
async function behindTheWall(world: World): Promise<() => Promise<string>> {
  const { case: file, disclosure } = world.planted.get('hidden') ?? {};
  const text = await behind(world.database, async (client) => {
    const { rows: tables } = await client.query<{ name: string; key: string }>(
      `select c.relname as name, a.attname as key from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and (a.attname in ('case_id', 'disclosure_id')
          or a.attname = 'id' and c.relname in ('case_file', 'disclosure'))`,
    );
    const rows = tables.map(
      ({ name, key }) => `select to_jsonb(t)::text as row from ${name} t where ${key} in ($1, $2)`,
    );
    return `select md5(string_agg(row, ',' order by row)) as sum from (${rows.join(' union all ')}) r`;
  });
  // Named, so that so many tables are planned once.
  const summed = { name: 'behind-the-wall', text, values: [file, disclosure] };
  return () =>
    behind(world.database, async (client) => {
      const { rows } = await client.query<{ sum: string }>(summed);
      return rows[0]?.sum ?? '';
    });
}
