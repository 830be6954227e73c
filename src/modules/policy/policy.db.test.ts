import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { officeOf } from '#kit/office.ts';
import { type Scope, type Sql, sql, transact } from '#kit/sql.ts';
import { routes as accountRoutes } from '#modules/account/index.ts';
import { london, type TestBrowser, testSite } from '../../../tests/site.ts';
import { routes } from './index.ts';
import { proposeForOperator, reportPolicy } from './store/operator.ts';
import { policyStanding } from './store/standing.ts';

const reason = 'The board took over the policy of the merged landlord';
const typed = {
  pack: 'livv-2024',
  reason,
  'from-day': '19',
  'from-month': '11',
  'from-year': '2026',
};

/** A landlord under VIVID’s policy with two administrators, at ten in the morning of 18 November 2026. */
async function anOffice(t: TestContext) {
  const site = await testSite(t, [...routes, ...accountRoutes]);
  const landlord = await site.landlord('vivid-2023');
  const { organisation } = landlord;
  const ada = await site.colleague(landlord, ['administrator'], 'Ada Keel');
  const bram = await site.colleague(landlord, ['administrator'], 'Bram Oduya');
  const rows = async (query: string) => (await site.database.owner.query(query)).rows;
  const proposes = async (by: TestBrowser, more = {}) => {
    const { headers, body } = await by.post('/policy/changes/new', { ...typed, ...more });
    assert.ok(headers.location, body);
    return String(headers.location);
  };
  const decides = (by: TestBrowser, change: string, decision = 'approved', why = '') =>
    by.post(`${change}/decision`, { decision, why, _version: '1' });
  const packAt = (time: string) => {
    site.clock.set(london(time));
    return transact(site.services.db, { organisation, system: true }, async (tx) => {
      const office = await officeOf(tx, site.services, organisation);
      return office.pack.id;
    });
  };
  return { site, landlord, organisation, ada, bram, rows, proposes, decides, packAt };
}

test('one administrator proposes, another approves, and it holds from midnight on the landlord’s clock', async (t) => {
  const { site, landlord, ada, bram, rows, proposes, decides, packAt } = await anOffice(t);
  assert.match((await ada.get('/policy')).body, /The policy has never changed/);
  const change = await proposes(ada);
  const page = (await ada.get(change)).body;
  assert.match(page, /Another administrator has to decide\. \(V5\)/);
  assert.match(page, /The board took over the policy/);
  assert.match(page, /href="\/board\/what-if\?policy=livv-2024"/);
  assert.doesNotMatch(page, /name="decision"/);
  assert.match((await bram.get('/policy')).body, /A change waits for a decision/);
  const decided = await decides(bram, change);
  assert.equal(decided.headers.location, '/policy');
  assert.match((await bram.get('/policy')).body, /From 19 November 2026: [\s\S]*Livv/);
  assert.match(
    (await ada.get('/notifications')).body,
    /A change of policy that you proposed has been decided/,
  );

  assert.equal(await packAt('2026-11-18T23:59:59.999'), 'vivid-2023');
  assert.equal(await packAt('2026-11-19T00:00'), 'livv-2024');
  site.clock.set(london('2026-11-19T00:00'));
  const carys = await site.colleague(landlord, ['director'], 'Carys Webb');
  const now = (await carys.get('/policy')).body;
  assert.match(now, /Holds here since<\/dt>[\s\S]*Thursday 19 November 2026 at 00:00/);
  assert.doesNotMatch(now, /Propose a change/, 'a director sees it and proposes nothing');
  assert.deepEqual(
    (await rows("select name from event where name like 'policy.change-%' order by at")).map(
      ({ name }) => name,
    ),
    ['policy.change-proposed', 'policy.change-approved'],
  );
});

test('whoever proposed it cannot approve it, by the program or by the database', async (t) => {
  const { site, organisation, ada, rows, proposes, decides } = await anOffice(t);
  const change = await proposes(ada);
  const own = await decides(ada, change);
  assert.equal(own.statusCode, 403);
  assert.match(own.body, /You proposed this/);
  const as: Scope = { organisation, staff: ada.staff, roles: ['administrator'] };
  await assert.rejects(
    transact(site.services.db, as, (tx) =>
      tx.run(
        sql`update policy_change set decision = 'approved', decided_by = ${ada.staff}, decided_at = now()`,
      ),
    ),
    { code: '23514' },
  );
  assert.deepEqual(await rows('select * from policy_in_force'), []);
});

test('the database lets nobody decide in another name, twice, or without being an administrator', async (t) => {
  const { site, organisation, ada, bram, rows, proposes, decides } = await anOffice(t);
  const change = await proposes(ada);
  const attempt = (as: Scope, query: Sql) => transact(site.services.db, as, (tx) => tx.run(query));
  const administrator = (staff: typeof ada.staff): Scope => ({
    organisation,
    staff,
    roles: ['administrator'],
  });
  const approving = sql`update policy_change set decision = 'approved', decided_by = ${bram.staff},
    decided_at = now()`;
  await assert.rejects(attempt(administrator(ada.staff), approving), { code: '42501' });
  const manager: Scope = { organisation, staff: bram.staff, roles: ['da_manager'] };
  assert.equal(await attempt(manager, approving), 0, 'a manager of the team reads it and no more');
  assert.equal(await attempt({ organisation, staff: bram.staff, roles: ['da_worker'] }, approving), 0);
  assert.equal(await attempt({ organisation, system: true }, approving), 0, 'nor does the program');
  await assert.rejects(
    attempt(
      administrator(bram.staff),
      sql`insert into policy_in_force (organisation_id, change_id, pack_id, begins_at, decided_at)
        select organisation_id, id, pack_id, begins_at, now() from policy_change`,
    ),
    /permission denied/,
  );
  for (const [staff, decision, decidedBy] of [
    [bram.staff, null, null],
    [ada.staff, 'approved', bram.staff],
  ] as const)
    await assert.rejects(
      attempt(
        administrator(staff),
        sql`insert into policy_change (organisation_id, id, pack_id, pack_version, from_day, begins_at, reason,
            proposed_at, proposed_by, decision, decided_by, decided_at)
          values (${organisation}, gen_random_uuid(), 'livv-2024', '1', current_date, now(), 'r', now(),
            ${ada.staff}, ${decision}, ${decidedBy}, ${decision === null ? null : site.clock.now()})`,
      ),
      /row-level security|duplicate key/,
    );
  await decides(bram, change, 'declined', 'Not before the tenants were asked');
  await assert.rejects(attempt(administrator(bram.staff), approving), /what was decided stays so/);
  assert.deepEqual(await rows('select * from policy_in_force'), []);
});

test('neither table shows a landlord anything of another, but which policy everybody may know to hold', async (t) => {
  const { site, organisation, ada, bram, proposes, decides } = await anOffice(t);
  await decides(bram, await proposes(ada));
  const other = await site.landlord('vivid-2023', 'other');
  const stranger = await site.colleague(other, ['administrator'], 'Dilys Thorne');
  const count = (query: Sql, as: Scope) => transact(site.services.db, as, (tx) => tx.run(query));
  const as: Scope = { organisation: other.organisation, staff: stranger.staff, roles: ['administrator'] };
  assert.equal(await count(sql`select from policy_change`, as), 0);
  assert.match((await stranger.get('/policy')).body, /The policy has never changed/);
  const worker: Scope = { organisation, staff: ada.staff, roles: ['da_worker'] };
  assert.equal(
    await count(sql`select from policy_change`, worker),
    0,
    'nor a worker what was proposed, and why',
  );
});

test('what was proposed at a command line is decided by one administrator, and each is told', async (t) => {
  const { site, organisation, bram, rows, decides, packAt } = await anOffice(t);
  const pack = site.services.packs.find('livv-2024');
  const asked = { pack, from: Temporal.PlainDate.from('2026-11-18'), reason };
  const path = await proposeForOperator(site.services, organisation, asked);
  await assert.rejects(proposeForOperator(site.services, organisation, asked), { code: 'refused' });
  const waits = await reportPolicy(site.services, organisation);
  assert.deepEqual(
    [waits.packId, waits.since, waits.waiting?.from.toString()],
    ['vivid-2023', null, '2026-11-18'],
  );
  assert.equal((await rows("select 1 from notification where kind = 'policy_to_decide'")).length, 2);
  const page = (await bram.get(path)).body;
  assert.match(page, /by whoever runs the server/);
  assert.equal((await decides(bram, path)).headers.location, '/policy');
  assert.equal(
    await packAt('2026-11-18T09:59'),
    'vivid-2023',
    'nothing is put in force before it was decided',
  );
  assert.equal(await packAt('2026-11-18T10:00'), 'livv-2024');
  const holds = await reportPolicy(site.services, organisation);
  assert.deepEqual([holds.packId, holds.since?.toString(), holds.waiting], ['livv-2024', '2026-11-18', null]);
});

test('a second change waits until the first is decided; what holds already is not proposed', async (t) => {
  const { ada, bram, rows, proposes } = await anOffice(t);
  const same = await ada.post('/policy/changes/new', { ...typed, pack: 'vivid-2023' });
  assert.equal(same.statusCode, 422);
  assert.match(same.body, /id="pack-error"[\s\S]*already holds on that day/);
  const change = await proposes(ada);
  const second = await bram.post('/policy/changes/new', { ...typed, pack: 'thistle-2026' });
  assert.equal(second.statusCode, 422);
  assert.match(second.body, /One is decided at a time/);
  assert.match(second.body, /The board took over the policy/, 'what was typed is still there');
  const taken = await bram.post(`${change}/withdrawal`, { _version: '1' });
  assert.equal(taken.statusCode, 403, 'only whoever proposed it takes it back');
  assert.equal((await ada.post(`${change}/withdrawal`, { _version: '1' })).headers.location, '/policy');
  await proposes(bram, { pack: 'thistle-2026' });
  assert.deepEqual(
    (await rows('select decision from policy_change order by proposed_at, id')).map(
      ({ decision }) => decision,
    ),
    ['withdrawn', null],
  );
});

test('what is wrong is said beside the field, and a no says why', async (t) => {
  const { ada, bram, proposes, decides } = await anOffice(t);
  const wrong = await ada.post('/policy/changes/new', {
    ...typed,
    pack: 'nowhere',
    reason: ' ',
    'from-day': '17',
  });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /id="pack-error"[\s\S]*Choose the policy/);
  assert.match(wrong.body, /A policy holds from today or a later day/);
  assert.match(wrong.body, /id="reason-error"[\s\S]*Say why the policy changes/);
  const change = await proposes(ada);
  const silent = await decides(bram, change, 'declined');
  assert.equal(silent.statusCode, 422);
  assert.match(silent.body, /Say why not/);
  await decides(bram, change, 'declined', 'Not before the tenants were asked');
  assert.match(
    (await ada.get('/policy')).body,
    /Declined on Wednesday 18 November 2026[\s\S]*Not before the tenants were asked/,
  );
});

test('a text that has changed since, and a day that has passed, are not approved', async (t) => {
  const { site, ada, bram, rows, landlord, proposes, decides } = await anOffice(t);
  const change = await proposes(ada);
  const { packs } = site.services;
  const all = packs.all.map((pack) => (pack.id === 'livv-2024' ? { ...pack, version: 'rewritten' } : pack));
  t.mock.property(packs as unknown as { all: typeof all }, 'all', all);
  const rewritten = await decides(bram, change);
  assert.equal(rewritten.statusCode, 403);
  assert.match(rewritten.body, /another text by now/);
  assert.match((await bram.get(change)).body, /another text by now[\s\S]*value="declined"/);
  t.mock.restoreAll();
  site.clock.set(london('2026-11-20T10:00'));
  const later = await site.colleague(landlord, ['administrator'], 'Edric Vance');
  const late = await decides(later, change);
  assert.equal(late.statusCode, 403);
  assert.match(late.body, /has passed/);
  assert.equal((await decides(later, change, 'declined', 'Too late')).statusCode, 303);
  assert.deepEqual(await rows('select * from policy_in_force'), []);
});

test('a change to come can be taken back by another, and by nothing else', async (t) => {
  const { site, organisation, ada, bram, proposes, decides, packAt } = await anOffice(t);
  await decides(bram, await proposes(ada));
  const back = await proposes(bram, { pack: 'vivid-2023' });
  assert.equal((await decides(ada, back)).statusCode, 303);
  assert.equal(await packAt('2026-11-19T00:00'), 'vivid-2023');
  const standing = await transact(site.services.db, { organisation, system: true }, async (tx) =>
    policyStanding(tx, await officeOf(tx, site.services, organisation)),
  );
  assert.equal(standing.by?.packId, 'vivid-2023');
  assert.equal(standing.changes.length, 2);
});

test('only administrators propose and decide; the team’s workers and others do not see it', async (t) => {
  const { site, landlord, ada, proposes, decides } = await anOffice(t);
  const change = await proposes(ada);
  const manager = await site.colleague(landlord, ['da_manager'], 'Farah Noor');
  assert.equal((await manager.get(change)).statusCode, 200);
  assert.doesNotMatch((await manager.get(change)).body, /name="decision"|Take it back/);
  assert.equal((await manager.get('/policy/changes/new')).statusCode, 403);
  assert.equal((await decides(manager, change)).statusCode, 403);
  const worker = await site.colleague(landlord, ['da_worker', 'colleague'], 'Gwen Ash');
  for (const path of ['/policy', change]) assert.equal((await worker.get(path)).statusCode, 403, path);
  assert.equal((await ada.get('/policy/changes/00000000-0000-4000-8000-000000000000')).statusCode, 404);
});
