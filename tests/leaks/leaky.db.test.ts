import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import { html } from '#kit/html.ts';
import { type Answer, page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { createPool, type Sql, sql, transact } from '#kit/sql.ts';
import { unknownIn } from './addresses.ts';
import { crawl } from './crawl.ts';
import { staffSiteOf } from './staff-site.ts';
import type { World } from './world.ts';
import { worlds } from './worlds.ts';

const text = z.object({ text: z.string() });
const blank = (words: string, title = 'Page') => page({ title, main: () => html`<p>${words}</p>` });

/** What a careless hand would write: it asks as the program, whom the wall lets through. */
async function careless(ctx: StaffContext, query: Sql): Promise<string | null> {
  const scope = { organisation: ctx.organisation, system: true } as const;
  return (await transact(ctx.services.db, scope, (tx) => tx.maybe(text, query)))?.text ?? null;
}

/** What it should have been: as the person who asks, behind their wall. */
async function careful(ctx: StaffContext, query: Sql): Promise<string | null> {
  return (await ctx.tx.maybe(text, query))?.text ?? null;
}

const wordsOf = (ctx: StaffContext, id: string) =>
  sql`select verbatim as text from disclosure where organisation_id = ${ctx.organisation} and id = ${id}`;
const countOf = (ctx: StaffContext) =>
  sql`select count(*)::text as text from case_file where organisation_id = ${ctx.organisation}`;

/** Of what was told: pages of a case are walled off before a careless hand could do anything there. */
function ofDisclosure(
  path: string,
  handle: (ctx: StaffContext, id: string) => Promise<Answer>,
  method: 'GET' | 'POST' = 'GET',
): Route {
  return staffRoute({
    method,
    path: `/disclosures/:id/${path}`,
    may: 'own.account',
    records: { nothing: 'for tests' },
    params: ids('id'),
    handle: (ctx) => handle(ctx, ctx.params.id),
  });
}

const tight = ofDisclosure('tight', async (ctx, id) => {
  const words = await careful(ctx, wordsOf(ctx, id));
  if (words === null) throw notFound();
  return blank(words);
});
const tightCount = staffRoute({
  method: 'GET',
  path: '/tight-count',
  may: 'own.account',
  records: { nothing: 'for tests' },
  handle: async (ctx) => blank(`Cases: ${await careful(ctx, countOf(ctx))}`),
});

const leaky: Readonly<Record<string, { route: Route; caught: RegExp }>> = {
  'a secret in a body': {
    route: ofDisclosure('body', async (ctx, id) =>
      blank((await careless(ctx, wordsOf(ctx, id))) ?? 'Nothing'),
    ),
    caught: /hidden disclosurexverbatim in the body/,
  },
  'a count that nobody may know': {
    route: staffRoute({
      method: 'GET',
      path: '/count',
      may: 'own.account',
      records: { nothing: 'for tests' },
      handle: async (ctx) => blank(`Cases: ${await careless(ctx, countOf(ctx))}`),
    }),
    caught: /changed when a secret was planted: .*Cases: /,
  },
  'a status that tells what exists': {
    route: ofDisclosure('status', async (ctx, id) => {
      throw (await careless(ctx, wordsOf(ctx, id))) === null ? notFound() : new Fault('refused');
    }),
    caught: /differs from what does not exist: status 403 instead of 404/,
  },
  'a word more in the same page': {
    route: ofDisclosure('word', async (ctx, id) =>
      blank((await careless(ctx, wordsOf(ctx, id))) ? 'Not for you' : 'Not there'),
    ),
    caught: /differs from what does not exist: .*Not for you/,
  },
  'a redirect that carries a secret': {
    route: ofDisclosure('header', async (ctx, id) =>
      redirect(`/?${(await careful(ctx, wordsOf(ctx, id))) ?? ''}`),
    ),
    caught: /hidden disclosurexverbatim around/,
  },
  'a secret in a title, even for those who may know it': {
    route: ofDisclosure('title', async (ctx, id) =>
      blank('', (await careful(ctx, wordsOf(ctx, id))) ?? 'Page'),
    ),
    caught: /hidden disclosurexverbatim in a title/,
  },
  'a name that would stand in an address': {
    route: ofDisclosure('search', async () => {
      const form = html`<form method="get" action="/people"><input type="search" name="q"></form>`;
      return page({ title: 'Page', main: () => form });
    }),
    caught: /what is typed into “q” on .* would stand in an address/,
  },
  'a form that reaches behind the wall': {
    route: ofDisclosure(
      'change',
      async (ctx, id) => {
        await careless(
          ctx,
          sql`update case_file set described_as = 'Changed'
            where id = (select case_id from disclosure where id = ${id}) returning '' as text`,
        );
        return redirect('/');
      },
      'POST',
    ),
    caught: /changed what lies behind the wall/,
  },
};

/** A careless route takes a second connection while it holds one. */
async function carelessSite(t: TestContext, world: World, routes: readonly Route[]) {
  const pool = createPool(world.database.urls.app, 2 * world.visitors.length);
  t.after(() => pool.end());
  return staffSiteOf(t, { services: { ...world.services, db: { pool, checkRows: true } } }, routes);
}

test('the crawler catches each kind of leak, and blames nobody who keeps tight', async (t) => {
  const { before, after } = await worlds(t);
  const routes = [tight, tightCount, ...Object.values(leaky).map(({ route }) => route)];
  const shown = async (world: World) => ({ world, app: await carelessSite(t, world, routes) });
  const { findings } = await crawl({
    before: await shown(before),
    after: await shown(after),
    routes,
    forms: [],
  });
  const of = ({ method, path }: Route) => findings.filter(({ route }) => route === `${method} ${path}`);
  for (const [kind, { route, caught }] of Object.entries(leaky))
    await t.test(kind, () =>
      assert.match(
        of(route)
          .map(({ leak }) => leak)
          .join('\n'),
        caught,
      ),
    );
  await t.test('nothing else', () => assert.deepEqual([...of(tight), ...of(tightCount)], []));
});

test('a route of which the crawler does not know what to ask is named, with what to add', () => {
  const stranger = staffRoute({
    method: 'GET',
    path: '/letters/:letter',
    may: 'own.account',
    records: { nothing: 'for tests' },
    query: z.object({ envelope: z.string().catch('') }),
    handle: async () => blank(''),
  });
  const search = staffRoute({
    method: 'POST',
    path: '/letters',
    may: 'own.account',
    records: 'register.searched',
    once: false,
    handle: async () => blank(''),
  });
  assert.deepEqual(unknownIn([stranger, search]), [
    'GET /letters/:letter: say in tests/leaks/parameters.ts what /letters/:letter is',
    'GET /letters/:letter: say in tests/leaks/addresses.ts what to ask with ?envelope=',
    'POST /letters: say in tests/leaks/addresses.ts which field is searched for',
  ]);
});
