import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import { html } from '#kit/html.ts';
import { page } from '#kit/http/answers.ts';
import { staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import type { Role, StaffId } from '#rules/facts.ts';
import { addSession, browser, type TestBrowser, testSite } from '../../../../tests/site.ts';
import { staffRoutes } from '../../../app.ts';
import { confirmForOperator, keepDraft } from '../index.ts';

const password = 'kettle willow tram';

/** Stands for every page about cases: how many the wall lets through. */
const caseCount = staffRoute({
  method: 'GET',
  path: '/how-many',
  may: 'case.see',
  records: { nothing: 'for tests' },
  async handle({ tx }) {
    const { n } = await tx.one(z.object({ n: z.number() }), sql`select count(*) n from case_file`);
    return page({ title: 'How many', main: () => html`<p>${n} open</p>` });
  },
});

async function office(t: TestContext) {
  const site = await testSite(t, [...staffRoutes, caseCount], '2026-11-18T10:00', { keepDraft });
  const landlord = await site.landlord('livv-2024');
  const { organisation } = landlord;
  const administrator = await site.colleague(landlord, ['administrator'], 'Ada Keel');
  const caseId = newId<string>();
  await transact(site.services.db, { organisation, system: true }, (tx) =>
    tx.run(sql`insert into case_file (organisation_id, id, reference, state, opened_at, pack_id, pack_version)
      values (${organisation}, ${caseId}, 'C-TEST', 'triaged', ${site.clock.now()}, 'livv-2024', '1')`),
  );
  await site.database.owner.query("update case_file set granted_roles = '{da_manager,da_worker}'");
  const rolesOf = async (id: StaffId): Promise<readonly Role[]> =>
    (await site.database.owner.query('select roles from staff where id = $1', [id])).rows[0].roles;
  const byEmail = async (email: string): Promise<StaffId> =>
    (await site.database.owner.query('select id from staff where email = $1', [email])).rows[0].id;
  const enter = async (path: string) => {
    const visitor = browser(site.app, '' as StaffId, '');
    return { visitor, response: await visitor.post(path, { newPassword: password }) };
  };
  return { site, landlord, administrator, rolesOf, byEmail, enter };
}

const blank = { jobTitle: '', managerId: '', deputyId: '' };
const linkIn = (body: string) => /(\/welcome\/[^<\s]+)/.exec(body)?.[1] ?? '';

const invite = (by: TestBrowser, email: string, roles: readonly Role[]) =>
  by.post('/staff/new', { ...blank, name: 'Bram Oduya', email, roles });

const give = (by: TestBrowser, { staff }: TestBrowser, roles: readonly Role[], version = '1') =>
  by.post(`/staff/${staff}`, { ...blank, name: 'Bram Oduya', roles, _version: version });

async function waitingFor(manager: TestBrowser): Promise<string> {
  const { body } = await manager.get('/staff/confirmations');
  return /\/staff\/confirmations\/[0-9a-f-]{36}/.exec(body)?.[0] ?? '';
}

test('an administrator’s invented colleague sees no case, and has no way in, until a manager confirms', async (t) => {
  const { site, landlord, administrator, rolesOf, byEmail, enter } = await office(t);
  const manager = await site.colleague(landlord, ['da_manager'], 'Corin Vale');
  const invited = await invite(administrator, 'puppet@example.test', ['colleague', 'da_worker']);
  const puppet = await byEmail('puppet@example.test');
  assert.equal(invited.headers.location, `/staff/${puppet}`, 'no link is shown');
  assert.match((await administrator.get(`/staff/${puppet}`)).body, /waiting for a manager’s confirmation/);
  assert.match((await administrator.get('/staff')).body, /Waiting for a manager’s confirmation/);
  const again = await administrator.post(`/staff/${puppet}/reset`);
  assert.equal(again.headers.location, `/staff/${puppet}`, 'nor by asking for a new one');
  const guest = browser(site.app, puppet, await addSession(site.services, landlord.organisation, puppet));
  assert.equal((await guest.get('/how-many')).statusCode, 403);
  assert.deepEqual(await rolesOf(puppet), ['colleague']);

  assert.match((await manager.get('/notifications')).body, /waiting for your decision/);
  const asked = await waitingFor(manager);
  const question = (await manager.get(asked)).body;
  assert.match(question, /Bram Oduya[\s\S]*Team member[\s\S]*Ada Keel/);
  const confirmed = await manager.post(asked, { decision: 'confirm' });
  assert.deepEqual(await rolesOf(puppet), ['da_worker', 'colleague']);
  assert.match((await guest.get('/how-many')).body, /1 open/);
  assert.equal((await enter(linkIn(confirmed.body))).response.headers.location, '/second-factor');
  assert.equal((await manager.get(asked)).statusCode, 404, 'it is decided once');
});

test('a colleague who is to join the team works with their other roles meanwhile', async (t) => {
  const { site, landlord, administrator, rolesOf } = await office(t);
  const manager = await site.colleague(landlord, ['da_manager'], 'Corin Vale');
  const colleague = await site.colleague(landlord, ['colleague'], 'Bram Oduya');
  await give(administrator, colleague, ['colleague', 'director', 'da_worker']);
  assert.deepEqual(await rolesOf(colleague.staff), ['colleague', 'director']);
  await give(administrator, colleague, ['colleague', 'director', 'da_worker'], '2');
  await manager.post(await waitingFor(manager), { decision: 'confirm' });
  assert.deepEqual(await rolesOf(colleague.staff), ['da_worker', 'director', 'colleague']);
  assert.match((await manager.get('/staff/confirmations')).body, /Nothing is waiting/, 'it was asked once');
});

test('neither whoever asked nor whom it is about can confirm it', async (t) => {
  const { site, landlord, rolesOf } = await office(t);
  const both = await site.colleague(landlord, ['administrator', 'da_manager'], 'Effie Strand');
  const manager = await site.colleague(landlord, ['da_manager'], 'Corin Vale');
  const colleague = await site.colleague(landlord, ['colleague'], 'Bram Oduya');
  await give(both, colleague, ['da_worker']);
  const asked = await waitingFor(both);
  assert.match((await both.get(asked)).body, /You asked for this/);
  assert.equal((await both.post(asked, { decision: 'confirm' })).statusCode, 403);
  assert.deepEqual(await rolesOf(colleague.staff), []);

  await both.post(`/staff/${manager.staff}/reset`);
  const own = browser(
    site.app,
    manager.staff,
    await addSession(site.services, landlord.organisation, manager.staff),
  );
  const { rows } = await site.database.owner.query("select id from confirmation where kind = 'new_start'");
  const about = `/staff/confirmations/${rows[0].id}`;
  assert.match((await own.get(about)).body, /This is about you/);
  assert.equal((await own.post(about, { decision: 'confirm' })).statusCode, 403);
});

test('an administrator reaches neither the page nor the decision', async (t) => {
  const { site, landlord, administrator } = await office(t);
  const manager = await site.colleague(landlord, ['da_manager'], 'Corin Vale');
  await invite(administrator, 'puppet@example.test', ['da_manager']);
  const asked = await waitingFor(manager);
  const other = await site.colleague(landlord, ['administrator'], 'Dara Moss');
  assert.equal((await other.get('/staff/confirmations')).statusCode, 403);
  assert.equal((await other.post(asked, { decision: 'confirm' })).statusCode, 403);
});

test('a declined role never takes effect; why is asked for, and told to whoever asked', async (t) => {
  const { site, landlord, administrator, rolesOf } = await office(t);
  const manager = await site.colleague(landlord, ['da_manager'], 'Corin Vale');
  const colleague = await site.colleague(landlord, ['colleague'], 'Bram Oduya');
  await give(administrator, colleague, ['colleague', 'da_worker']);
  const asked = await waitingFor(manager);
  assert.match((await manager.post(asked, { decision: 'decline' })).body, /Say why not/);
  assert.match(
    (await manager.post(asked, { decision: 'decline', reason: 'x' })).body,
    /Say it in a sentence/,
  );
  const reason = 'Nobody has told the team about this.';
  assert.equal((await manager.post(asked, { decision: 'decline', reason })).statusCode, 303);
  assert.equal((await manager.post(asked, { decision: 'confirm' })).statusCode, 404);
  assert.deepEqual(await rolesOf(colleague.staff), ['colleague']);
  assert.match((await administrator.get('/notifications')).body, /has been decided/);
  assert.match((await administrator.get(`/staff/${colleague.staff}`)).body, new RegExp(reason));
});

test('a role that is unticked again, or whose account ends, waits no longer', async (t) => {
  const { site, landlord, administrator } = await office(t);
  const manager = await site.colleague(landlord, ['da_manager'], 'Corin Vale');
  const colleague = await site.colleague(landlord, ['colleague'], 'Bram Oduya');
  await give(administrator, colleague, ['colleague', 'da_worker']);
  const first = await waitingFor(manager);
  await give(administrator, colleague, ['colleague'], '2');
  assert.equal((await manager.post(first, { decision: 'confirm' })).statusCode, 404);
  await give(administrator, colleague, ['colleague', 'da_manager'], '3');
  const second = await waitingFor(manager);
  assert.notEqual(second, '');
  await administrator.post(`/staff/${colleague.staff}/leaving`);
  assert.equal((await manager.post(second, { decision: 'confirm' })).statusCode, 404);
});

test('a worker’s new start shuts them out at once; the link is the confirming manager’s to hand over', async (t) => {
  const { site, landlord, administrator, enter } = await office(t);
  const manager = await site.colleague(landlord, ['da_manager'], 'Corin Vale');
  const worker = await site.colleague(landlord, ['da_worker'], 'Bram Oduya');
  const response = await administrator.post(`/staff/${worker.staff}/reset`);
  assert.equal(linkIn(response.body), '');
  assert.match(String((await worker.get('/account')).headers.location), /^\/sign-in/);
  const links = async () =>
    (await site.database.owner.query('select from one_time_link where used_at is null')).rowCount;
  assert.equal(await links(), 0);
  await administrator.post(`/staff/${worker.staff}/reset`);
  assert.equal(await links(), 0, 'asking twice does not help');

  const confirmed = await manager.post(await waitingFor(manager), { decision: 'confirm' });
  const { response: entered } = await enter(linkIn(confirmed.body));
  assert.equal(entered.headers.location, '/second-factor');
  assert.match((await manager.get('/staff/confirmations')).body, /Nothing is waiting/);
});

test('the first manager begins at once, and from then on nobody does', async (t) => {
  const { administrator, rolesOf, byEmail, enter, site } = await office(t);
  const first = await invite(administrator, 'first@example.test', ['da_manager']);
  assert.match(first.body, /nobody yet who could confirm it/);
  const second = await invite(administrator, 'second@example.test', ['da_manager']);
  assert.equal(second.statusCode, 303, 'one is invited already');
  await invite(administrator, 'worker@example.test', ['da_worker']);
  assert.deepEqual(await rolesOf(await byEmail('worker@example.test')), []);

  const { visitor } = await enter(linkIn(first.body));
  assert.equal((await visitor.get('/staff/confirmations')).headers.location, '/second-factor');
  const manager = await byEmail('first@example.test');
  await administrator.post(`/staff/${manager}/leaving`);
  const puppet = await invite(administrator, 'puppet@example.test', ['da_manager']);
  assert.equal(puppet.statusCode, 303, 'a team that had a manager never begins again');
  assert.deepEqual(await rolesOf(await byEmail('puppet@example.test')), []);
  const { rows } = await site.database.owner.query(
    "select d.decided_by from confirmation_decision d where d.decision = 'first'",
  );
  assert.deepEqual(rows, [{ decided_by: administrator.staff }]);
});

test('the database refuses what no page offers', async (t) => {
  const { site, landlord, administrator } = await office(t);
  const { organisation } = landlord;
  const manager = await site.colleague(landlord, ['da_manager'], 'Corin Vale');
  const colleague = await site.colleague(landlord, ['colleague'], 'Bram Oduya');
  await give(administrator, colleague, ['da_worker']);
  const as = (staff: StaffId, roles: readonly Role[], statement: ReturnType<typeof sql>) =>
    transact(site.services.db, { organisation, staff, roles }, (tx) => tx.run(statement));
  const decision = (word: string, by: StaffId) => sql`insert into confirmation_decision
    select organisation_id, id, ${word}, '', now(), ${by}::uuid from confirmation`;
  const promote = sql`update staff set roles = '{da_worker}' where id = ${colleague.staff}`;
  const { staff: ada } = administrator;
  await assert.rejects(as(ada, ['administrator'], promote), /nobody has confirmed these roles/);
  await assert.rejects(as(manager.staff, ['da_manager'], promote), /nobody has confirmed these roles/);
  const both = ['administrator', 'da_manager'] as const;
  await assert.rejects(as(ada, both, decision('confirmed', ada)), /a second person decides/);
  await assert.rejects(as(ada, both, decision('confirmed', manager.staff)), /somebody else's/);
  await assert.rejects(as(ada, both, decision('first', ada)), /has a manager/);
  await assert.rejects(
    as(colleague.staff, ['da_manager'], decision('confirmed', colleague.staff)),
    /a second person decides/,
  );
  await assert.rejects(
    as(manager.staff, ['da_manager'], sql`update confirmation set asked_by = staff_id`),
    /permission denied/,
  );
  await assert.rejects(
    as(manager.staff, ['da_manager'], sql`delete from confirmation_decision`),
    /permission denied/,
  );
  assert.equal(await as(colleague.staff, ['colleague'], sql`select from confirmation`), 0);
  const theirs = await site.landlord('vivid-2023');
  const stranger = { organisation: theirs.organisation, staff: ada, roles: both };
  assert.equal(await transact(site.services.db, stranger, (tx) => tx.run(sql`select from confirmation`)), 0);
});

test('whoever runs the server lets in a manager when the team’s only one is gone, and it is recorded', async (t) => {
  const { site, landlord, administrator, rolesOf, byEmail, enter } = await office(t);
  const gone = await site.colleague(landlord, ['da_manager'], 'Corin Vale');
  await administrator.post(`/staff/${gone.staff}/leaving`);
  await invite(administrator, 'next@example.test', ['da_manager']);
  const { db, now } = site.services;
  const { organisation } = landlord;
  const nobody = await confirmForOperator(db, organisation, 'nobody@example.test', now());
  assert.deepEqual(nobody, { confirmed: 0, link: null });
  const done = await confirmForOperator(db, organisation, 'Next@example.test', now());
  assert.equal(done.confirmed, 1);
  assert.deepEqual(await rolesOf(await byEmail('next@example.test')), ['da_manager']);
  assert.equal((await enter(done.link?.path ?? '')).response.headers.location, '/second-factor');
  const { rows } = await site.database.owner.query(
    "select staff_id from event where name = 'roles.confirmed'",
  );
  assert.deepEqual(rows, [{ staff_id: null }]);
});
