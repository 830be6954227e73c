import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { refused } from '#rules/facts.ts';
import { addColleague, addSession, browser, type TestSite, testSite } from '../../../tests/site.ts';
import { writeEvent } from '../event.ts';
import { html } from '../html.ts';
import { newId } from '../ids.ts';
import { record } from '../record.ts';
import { sql, transact } from '../sql.ts';
import { invalid, page, redirect } from './answers.ts';
import { insist, notFound } from './errors.ts';
import { openRoute, type Route, staffRoute } from './route.ts';
import { buildSite } from './site.ts';

const blank = (title: string) => page({ title, main: () => html`<p>${title}</p>` });

const routes: readonly Route[] = [
  staffRoute({
    method: 'GET',
    path: '/look',
    may: 'case.see',
    records: 'case.viewed',
    async handle(ctx) {
      await writeEvent(ctx.tx, ctx, { name: 'case.viewed' });
      return blank('Looked');
    },
  }),
  staffRoute({
    method: 'GET',
    path: '/forgetful',
    may: 'own.account',
    records: 'case.viewed',
    handle: async () => blank('Nothing written'),
  }),
  staffRoute({
    method: 'POST',
    path: '/change',
    may: 'own.account',
    records: 'person.recorded',
    draft: () => ({ form: 'change', about: null }),
    async handle(ctx) {
      await record(ctx.tx, ctx, { name: 'person.recorded' });
      const { wrong } = ctx.body as { wrong?: string };
      return wrong ? invalid({ title: 'Wrong', main: () => html`<p>Wrong</p>` }) : redirect('/look', 'Saved');
    },
  }),
  staffRoute({
    method: 'GET',
    path: '/refuse',
    may: 'own.account',
    records: { nothing: 'only refuses' },
    async handle() {
      insist(refused('Not while it may raise the risk.', 'perpetrator-gate'));
      return blank('never');
    },
  }),
  staffRoute({
    method: 'GET',
    path: '/broken',
    may: 'own.account',
    records: { nothing: 'breaks' },
    handle: async () => {
      throw new Error('Mrs Secret lives at 1 Hidden Lane');
    },
  }),
  staffRoute({
    method: 'GET',
    path: '/things/:id',
    may: 'own.account',
    records: { nothing: 'a test' },
    handle: async () => {
      throw notFound();
    },
  }),
  openRoute({
    method: 'GET',
    path: '/open',
    may: 'public.visit',
    records: { nothing: 'open' },
    handle: async () => blank('Open'),
  }),
];

async function events(site: TestSite, name: string): Promise<number> {
  const { rows } = await site.database.owner.query('select count(*)::int as n from event where name = $1', [
    name,
  ]);
  return rows[0].n;
}

test('a route that does not say who may, and what is recorded, does not boot', async (t) => {
  const site = await testSite(t, []);
  const undeclared = { method: 'GET', path: '/x', may: '', records: 'case.viewed' } as unknown as Route;
  const parts = {
    services: site.services,
    cookies: false,
    contentSecurity: { 'default-src': ["'none'"] },
    shell: () => html``,
    admit: async () => 'files' as const,
    serve: async () => ({ answer: blank('x'), who: null }),
  };
  await assert.rejects(buildSite({ ...parts, routes: [undeclared] }), /does not say who may/);
});

test('a view is recorded in the transaction that shows it', async (t) => {
  const site = await testSite(t, routes);
  const worker = await site.colleague(await site.landlord('vivid-2023'), ['da_worker']);
  const response = await worker.get('/look');
  assert.equal(response.statusCode, 200);
  assert.match(response.body, /Looked/);
  assert.equal(await events(site, 'case.viewed'), 1);
});

test('a route that forgets to record what it declares answers nothing', async (t) => {
  const site = await testSite(t, routes);
  const worker = await site.colleague(await site.landlord('vivid-2023'), ['da_worker']);
  assert.equal((await worker.get('/forgetful')).statusCode, 500);
});

test('pages are not stored, not framed, run no inline script and tell the next site nothing', async (t) => {
  const site = await testSite(t, routes);
  const worker = await site.colleague(await site.landlord('vivid-2023'), ['da_worker']);
  for (const path of ['/look', '/nowhere', '/open']) {
    const { headers } = await worker.get(path);
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.match(String(headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/);
    assert.doesNotMatch(String(headers['content-security-policy']), /unsafe/);
  }
});

test('the same form sent twice is done once, and both are led to the same place', async (t) => {
  const site = await testSite(t, routes);
  const worker = await site.colleague(await site.landlord('vivid-2023'), ['da_worker']);
  const _submission = newId<string>();
  const first = await worker.post('/change', { _submission });
  const second = await worker.post('/change', { _submission });
  assert.deepEqual([first.statusCode, first.headers.location], [303, '/look']);
  assert.deepEqual([second.statusCode, second.headers.location], [303, '/look']);
  assert.equal(await events(site, 'person.recorded'), 1);
  assert.match((await worker.get('/look')).body, /This was already saved/);
});

test('two sendings at the same moment are done once', async (t) => {
  const site = await testSite(t, routes);
  const worker = await site.colleague(await site.landlord('vivid-2023'), ['da_worker']);
  await worker.get('/look');
  const _submission = newId<string>();
  await Promise.all([1, 2, 3].map(() => worker.post('/change', { _submission })));
  assert.equal(await events(site, 'person.recorded'), 1);
});

test('a form with something wrong changes nothing and can be sent again', async (t) => {
  const site = await testSite(t, routes);
  const worker = await site.colleague(await site.landlord('vivid-2023'), ['da_worker']);
  const _submission = newId<string>();
  assert.equal((await worker.post('/change', { _submission, wrong: 'yes' })).statusCode, 422);
  assert.equal(await events(site, 'person.recorded'), 0);
  assert.equal((await worker.post('/change', { _submission })).statusCode, 303);
});

test('a form from another site is refused', async (t) => {
  const site = await testSite(t, routes);
  const worker = await site.colleague(await site.landlord('vivid-2023'), ['da_worker']);
  assert.equal((await worker.post('/change', { _csrf: 'forged' })).statusCode, 403);
  assert.equal(await events(site, 'person.recorded'), 0);
});

test('whoever may not is told why, and it is recorded', async (t) => {
  const site = await testSite(t, routes);
  const colleague = await site.colleague(await site.landlord('vivid-2023'), ['colleague']);
  const response = await colleague.get('/look');
  assert.equal(response.statusCode, 403);
  assert.match(response.body, /Only people who need to know see cases/);
  const { rows } = await site.database.owner.query("select data from event where name = 'request.refused'");
  assert.deepEqual(rows, [{ data: { route: 'GET /look', purpose: 'need-to-know', clause: 'V3.2' } }]);
  assert.equal(await events(site, 'case.viewed'), 0);
});

test('a refusal by a gate shows its reason and clause', async (t) => {
  const site = await testSite(t, routes);
  const worker = await site.colleague(await site.landlord('livv-2024'), ['da_worker']);
  assert.match((await worker.get('/refuse')).body, /Not while it may raise the risk.*L2\.12a/s);
});

test('a fault of ours shows nothing of what broke', async (t) => {
  const site = await testSite(t, routes);
  const worker = await site.colleague(await site.landlord('vivid-2023'), ['da_worker']);
  const response = await worker.get('/broken');
  assert.equal(response.statusCode, 500);
  assert.doesNotMatch(response.body, /Secret|Hidden/);
});

test('what is not there and what is not for you are one answer', async (t) => {
  const site = await testSite(t, routes);
  const worker = await site.colleague(await site.landlord('vivid-2023'), ['da_worker']);
  const answers = await Promise.all(
    ['/things/not-an-id', `/things/${newId()}`, '/nothing'].map((path) => worker.get(path)),
  );
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [404, 404, 404],
  );
});

test('somebody who is not signed in is led to sign in, and back', async (t) => {
  const site = await testSite(t, routes);
  const response = await site.app.inject({ url: '/look?a=1' });
  assert.deepEqual([response.statusCode, response.headers.location], [303, '/sign-in?next=%2Flook%3Fa%3D1']);
});

test('a role that sees cases needs its second factor first', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const staff = await addColleague(site.services, landlord, ['da_worker']);
  const halfway = browser(
    site.app,
    staff,
    await addSession(site.services, landlord.organisation, staff, false),
  );
  assert.equal((await halfway.get('/look')).headers.location, '/second-factor');
});

test('a session ends after 30 idle minutes, and what was typed then is offered to be kept', async (t) => {
  const kept: unknown[] = [];
  const site = await testSite(t, routes, '2026-11-18T10:00', {
    keepDraft: async (_services, _credentials, form, typed) => kept.push({ form, words: typed.words }) > 0,
  });
  const worker = await site.colleague(await site.landlord('vivid-2023'), ['da_worker']);
  await worker.get('/look');
  site.clock.set(site.clock.now().add({ minutes: 31 }));
  const response = await worker.post('/change', { words: 'A long note' });
  assert.equal(response.headers.location, '/sign-in?next=%2Fchange');
  assert.deepEqual(kept, [{ form: { form: 'change', about: null, page: '/change' }, words: 'A long note' }]);
  assert.equal(await events(site, 'person.recorded'), 0);
});

test('a request that is used keeps the session alive, but never beyond twelve hours', async (t) => {
  const site = await testSite(t, routes);
  const worker = await site.colleague(await site.landlord('vivid-2023'), ['da_worker']);
  for (let i = 0; i < 30; i += 1) {
    site.clock.set(site.clock.now().add({ minutes: 24 }));
    assert.equal((await worker.get('/look')).statusCode, i < 29 ? 200 : 303, `request ${i}`);
  }
});

test('one landlord can never be asked with the session of another', async (t) => {
  const site = await testSite(t, routes);
  const [one, other] = [await site.landlord('vivid-2023'), await site.landlord('livv-2024')];
  const worker = await site.colleague(one, ['da_worker']);
  const cookie = await addSession(site.services, one.organisation, worker.staff);
  const swapped = browser(site.app, worker.staff, cookie.replace(one.organisation, other.organisation));
  assert.equal((await swapped.get('/look')).statusCode, 303);
});

test('rows are checked against their schema in tests', async (t) => {
  const site = await testSite(t, []);
  await assert.rejects(
    transact(site.services.db, { organisation: null }, (tx) =>
      tx.one(z.object({ n: z.string() }), sql`select 1 as n`),
    ),
  );
});
