import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { forgettingSubmissions, submissionKept } from '#kit/http/forget-submissions.ts';
import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import { london, testSite } from '../../../tests/site.ts';
import { jobs, keepDraft, routes, unfinishedRoutes } from './index.ts';
import { sessionKept } from './retention.ts';
import { attemptAt, claimTry } from './store/failures.ts';

async function office(t: TestContext) {
  const site = await testSite(t, [...routes, ...unfinishedRoutes(routes)], '2026-08-03T10:00', { keepDraft });
  const landlord = await site.landlord('vivid-2023');
  const { organisation } = landlord;
  const count = async (what: string) =>
    (await site.database.owner.query(`select count(*)::int as n from ${what}`)).rows[0].n;
  return {
    site,
    landlord,
    count,
    colleague: (name: string) => site.colleague(landlord, ['da_worker'], name),
    /** Comes back on another day, and signs in. */
    async signsIn(staff: string, time: string) {
      site.clock.set(london(time));
      const now = site.clock.now();
      await transact(site.services.db, { organisation, system: true }, (tx) =>
        tx.run(sql`insert into session (organisation_id, id, staff_id, secret_hash, started_at, seen_at, idle_until,
            ends_at, address, agent, second_factor)
          values (${organisation}, ${newId()}, ${staff}, '\\x00', ${now}, ${now}, ${now.add({ minutes: 30 })},
            ${now.add({ hours: 12 })}, '::1', '', true)`),
      );
    },
    async onTheDay(time: string) {
      site.clock.set(london(time));
      for (const job of [...jobs, forgettingSubmissions]) await job.run(site.services, organisation);
    },
    recorded: async () =>
      (
        await site.database.owner.query(
          "select data from event where name = 'retention.applied' order by data::text",
        )
      ).rows.map(({ data }) => data),
  };
}

const words = { words: 'She rang at nine.' };

test('a draft stays until its author was told, came back, and had a week', async (t) => {
  const { site, count, colleague, onTheDay, signsIn, recorded } = await office(t);
  const worker = await colleague('Ottoline Marsh');
  await worker.post('/drafts/entry', words);
  await onTheDay('2026-08-25T03:00');
  assert.equal(await count('notification'), 0, 'not told after three weeks');
  await onTheDay('2026-08-27T03:00');
  await onTheDay('2026-08-28T03:00');
  assert.equal(await count("notification where kind = 'draft_ending'"), 1, 'told once');
  await onTheDay('2026-10-20T03:00');
  assert.equal(await count('draft'), 1, 'she is away, and finds what she wrote when she comes back');
  await signsIn(worker.staff, '2026-10-20T09:00');
  await onTheDay('2026-10-26T03:00');
  assert.equal(await count('draft'), 1, 'she has been back for less than a week');
  await onTheDay('2026-10-28T03:00');
  assert.equal(await count('draft'), 0);
  assert.deepEqual(await recorded(), [{ drafts: 1, failures: 0, sessions: 0 }]);
  assert.equal(site.clock.now().toString(), london('2026-10-28T03:00').toString());
});

test('whoever goes on writing, or says so, keeps a draft for as long again', async (t) => {
  const { count, colleague, onTheDay } = await office(t);
  const writing = await colleague('Ottoline Marsh');
  await writing.post('/drafts/entry', words);
  await writing.post('/drafts/contact', words);
  await onTheDay('2026-08-27T03:00');
  assert.equal(await count('draft where told_at is not null'), 2);
  await onTheDay('2026-08-03T10:10');
  assert.equal((await writing.post('/drafts/entry/keep')).headers.location, '/account/drafts');
  await writing.post('/drafts/contact', words);
  assert.equal(await count('draft where told_at is null'), 2);
  assert.equal((await writing.post('/drafts/nothing/keep')).statusCode, 404);
});

test('the list of drafts says which form and since when, not what was written, and nobody else’s', async (t) => {
  const { colleague } = await office(t);
  const worker = await colleague('Ottoline Marsh');
  await worker.post('/drafts/plan-words', words);
  const { body } = await worker.get('/account/drafts');
  assert.match(body, /Plan words/);
  assert.match(body, /2 September 2026/);
  assert.doesNotMatch(body, /She rang/);
  const other = await colleague('Bram Oduya');
  assert.match((await other.get('/account/drafts')).body, /Nothing is waiting/);
});

test('what a colleague left behind goes with its age, and nobody is told', async (t) => {
  const { site, count, colleague, onTheDay } = await office(t);
  const worker = await colleague('Ottoline Marsh');
  await worker.post('/drafts/entry', words);
  await site.database.owner.query("update staff set ended_at = '2026-08-04T10:00Z'");
  await onTheDay('2026-09-01T03:00');
  assert.equal(await count('draft'), 1);
  await onTheDay('2026-09-04T03:00');
  assert.equal(await count('draft'), 0);
  assert.equal(await count('notification'), 0);
});

test('old sessions, wrong passwords and sent forms go, young ones stay, and the record stays whole', async (t) => {
  const { site, landlord, count, colleague, onTheDay, signsIn, recorded } = await office(t);
  const { organisation } = landlord;
  const worker = await colleague('Ottoline Marsh');
  await worker.post('/notifications/read');
  await worker.post(`/account/sessions/${newId()}/end`);
  const attempt = attemptAt(site.services.secret, organisation, 'x@example.test', '::1');
  const tried = () =>
    transact(site.services.db, { organisation, system: true }, (tx) =>
      claimTry(tx, organisation, attempt, false, site.clock.now()),
    );
  await site.database.owner.query(
    `insert into submission (organisation_id, id, at) values ($1, gen_random_uuid(), '2026-08-03T09:00Z')`,
    [organisation],
  );
  await tried();
  const events = await count('event');
  await onTheDay('2026-08-04T09:00');
  assert.equal(await count('sign_in_failure'), 0);
  assert.equal(await count('submission'), 1, 'a form sent yesterday is known when it comes again');
  await signsIn(worker.staff, '2026-10-30T09:00');
  await onTheDay('2026-11-20T09:00');
  assert.equal(await count('session'), 1, 'the recent one');
  assert.equal(await count('submission'), 0);
  assert.deepEqual(await recorded(), [
    { drafts: 0, failures: 0, sessions: 1 },
    { drafts: 0, failures: 1, sessions: 0 },
    { submissions: 1 },
  ]);
  assert.equal(await count('event'), events + 3);
});

test('only the program deletes sessions, and nobody deletes from the record', async (t) => {
  const { site, landlord, count, colleague } = await office(t);
  const { organisation } = landlord;
  const worker = await colleague('Ottoline Marsh');
  const deleted = (roles: readonly ('da_worker' | 'administrator')[]) =>
    transact(site.services.db, { organisation, staff: worker.staff, roles }, (tx) =>
      tx.run(sql`delete from session where organisation_id = ${organisation}`),
    );
  assert.equal(await deleted(['da_worker']), 0);
  assert.equal(await deleted(['administrator']), 0);
  assert.equal(await count('session'), 1);
  await assert.rejects(
    transact(site.services.db, { organisation, system: true }, (tx) =>
      tx.run(sql`delete from event where organisation_id = ${organisation}`),
    ),
    /permission denied/,
  );
});

test('a session is kept for longer than a place counts as known, a sent form for longer than any session', () => {
  assert.ok(sessionKept.total('hours') > 30 * 24);
  assert.ok(submissionKept.total('hours') > 12);
});
