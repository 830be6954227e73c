import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { sql, transact } from '#kit/sql.ts';
import { recordPerson } from '#modules/register/index.ts';
import { london, type TestBrowser } from '../../../tests/site.ts';
import { aRunningCase, at, pagesOf, text, titleOf } from './pages.fixture.ts';

test('every page of a case shows safe contact, and no title names anybody', async (t) => {
  const { worker, caseId } = await aRunningCase(t);
  for (const path of pagesOf(caseId)) {
    const response = await worker.get(path);
    assert.equal(response.statusCode, 200, path);
    assert.match(response.body, /Nothing agreed yet: do not call, text, write or e-mail before asking/, path);
    assert.doesNotMatch(titleOf(response.body), /invented|abuse|victim/i, path);
    assert.match(text(response.body), /Victim Somebody quite invented/, path);
  }
});

test('the words are the landlord’s own', async (t) => {
  const { worker, caseId } = await aRunningCase(t, 'livv-2024');
  const { body } = await worker.get(`/cases/${caseId}`);
  assert.match(text(body), /Survivor Somebody quite invented/);
  assert.doesNotMatch(body, /victim/i);
});

test('whoever may not see a case gets the answer that a case which does not exist gets', async (t) => {
  const { worker, manager, administrator, caseId } = await aRunningCase(t);
  await manager.post(`/cases/${caseId}/conflicts/new`, {
    staffId: worker.staff,
    relation: 'neighbour',
    reason: 'Lives next door',
  });
  const nowhere = '01990000-0000-7000-8000-000000000000';
  for (const path of pagesOf(caseId)) {
    const shut = await worker.get(path);
    const absent = await worker.get(path.replace(caseId, nowhere));
    assert.equal(shut.statusCode, 404, path);
    assert.equal(text(shut.body), text(absent.body), path);
    assert.notEqual((await administrator.get(path)).statusCode, 200, path);
  }
  const list = await worker.get('/cases/team');
  assert.doesNotMatch(list.body, /invented/);
  assert.match(text(list.body), /No case is open/);
});

test('a worker sees why the lead is not theirs to change, and the post is refused for the same reason', async (t) => {
  const { worker, manager, caseId } = await aRunningCase(t);
  const page = await worker.get(`/cases/${caseId}/allocation`);
  assert.match(text(page.body), /A manager of the team allocates cases/);
  const fields = { staffId: manager.staff, reason: 'Cover', _version: '1' };
  assert.equal((await worker.post(`/cases/${caseId}/allocation`, fields)).statusCode, 403);
  assert.equal((await manager.post(`/cases/${caseId}/allocation`, fields)).statusCode, 303);
  assert.match(text((await manager.get('/cases')).body), /1 case /);
});

test('a colleague with a conflict is not offered as lead, and cannot be chosen by hand', async (t) => {
  const { worker, manager, otherManager, caseId } = await aRunningCase(t);
  const conflict = { staffId: otherManager.staff, relation: 'friend', reason: 'Old friends' };
  assert.equal((await worker.post(`/cases/${caseId}/conflicts/new`, conflict)).statusCode, 403);
  assert.equal((await manager.post(`/cases/${caseId}/conflicts/new`, conflict)).statusCode, 303);
  const page = await manager.get(`/cases/${caseId}/allocation`);
  assert.doesNotMatch(page.body, new RegExp(otherManager.staff));
  const sent = await manager.post(`/cases/${caseId}/allocation`, {
    staffId: otherManager.staff,
    reason: 'Cover',
    _version: '1',
  });
  assert.equal(sent.statusCode, 403);
});

test('a correction is added and points at what it corrects, which stays; what was late says so', async (t) => {
  const { worker, caseId, site } = await aRunningCase(t);
  const entry = {
    kind: 'incident',
    source: 'person',
    words: 'The door was <broken>',
    ...at('happened', '2026-11-14T20:00'),
    ...at('known', '2026-11-15T09:00'),
  };
  await worker.post(`/cases/${caseId}/entries/new`, entry);
  const list = await worker.get(`/cases/${caseId}/entries`);
  assert.match(list.body, /The door was &lt;broken&gt;/);
  assert.match(text(list.body), /Recorded late/);
  const correction = new RegExp(`/cases/${caseId}/entries/[0-9a-f-]+/correction`).exec(list.body)?.[0] ?? '';
  site.clock.set(london('2026-11-18T10:10'));
  await worker.post(correction, { ...entry, words: 'The door was damaged' });
  const after = text((await worker.get(`/cases/${caseId}/entries`)).body);
  assert.match(after, /The door was &lt;broken&gt;/);
  assert.match(after, /The door was damaged/);
  assert.match(after, /Corrected since/);
  const found = text((await worker.post(`/cases/${caseId}/entries`, { text: 'DAMAGED' })).body);
  assert.match(found, /1 entry/);
});

test('whether there are children is asked until it is answered', async (t) => {
  const { worker, caseId } = await aRunningCase(t);
  const first = await worker.get(`/cases/${caseId}`);
  assert.match(text(first.body), /Are there children in the victim’s life\?/);
  await worker.post(`/cases/${caseId}/children`, { children: 'yes', _version: '1' });
  assert.doesNotMatch((await worker.get(`/cases/${caseId}`)).body, /Are there children/);
});

test('somebody is added by description, and ends with a reason instead of being deleted', async (t) => {
  const { worker, caseId } = await aRunningCase(t);
  await worker.post(`/cases/${caseId}/people/new`, {
    describedAs: 'A sister who helps',
    part: 'supporter',
    connection: 'relatives',
  });
  const list = await worker.get(`/cases/${caseId}/people`);
  assert.match(text(list.body), /A sister who helps/);
  const endings = [...list.body.matchAll(/href="([^"]+\/ending)"/g)].map((match) => match[1] ?? '');
  const page = await worker.get(endings.at(-1) ?? '');
  assert.match(text(page.body), /A sister who helps/);
  await worker.post(endings.at(-1) ?? '', { reason: 'She moved away', _version: '1' });
  const after = text((await worker.get(`/cases/${caseId}/people`)).body);
  assert.match(after, /No longer part of this case.*A sister who helps.*She moved away/);
});

test('looking on the register keeps what was typed already, and never puts a name into an address', async (t) => {
  const { site, organisation, worker, caseId } = await aRunningCase(t);
  const author = { organisation, staff: worker.staff, now: site.clock.now() };
  const sister = await transact(
    site.services.db,
    { organisation, staff: worker.staff, roles: ['da_worker'] },
    (tx) => recordPerson(tx, author, { givenName: 'Bettina', familyName: 'Quince' }),
  );
  const search = `/cases/${caseId}/people/search`;
  const found = await worker.post(search, { q: 'bettina', part: 'supporter', notes: 'Lives nearby' });
  assert.equal(found.statusCode, 200);
  assert.match(found.body, new RegExp(`name="personId"[^>]*value="${sister}"`));
  assert.match(found.body, /Lives nearby/);
  assert.match(found.body, /value="supporter" checked/);
  assert.doesNotMatch(found.body, /(?:href|action)="[^"]*bettina/i);
  const reopened = await worker.get(search);
  assert.equal(reopened.headers.location, `/cases/${caseId}/people/new`);
});

test('the lists narrow, sort and count on the server, and their file names nobody', async (t) => {
  const { worker, manager } = await aRunningCase(t);
  const count = async (who: TestBrowser, path: string) => {
    const said = /(?: (\d+) cases?|no (?:open )?case) /i.exec(text((await who.get(path)).body));
    return said && (said[1] ?? '0');
  };
  assert.equal(await count(worker, '/cases'), '1');
  assert.equal(await count(manager, '/cases'), '0');
  assert.equal(await count(manager, '/cases/team'), '1');
  assert.equal(await count(manager, '/cases/team?due=today'), '1');
  assert.equal(await count(manager, '/cases/team?due=overdue'), '0');
  assert.equal(await count(manager, '/cases/team?danger=yes'), '0');
  assert.equal(await count(manager, '/cases/team?lead=unallocated'), '0');
  assert.equal(await count(manager, `/cases/team?lead=${worker.staff}&sort=contact&state=triaged`), '1');
  assert.equal(await count(manager, '/cases/team?state=nonsense&page=-4&sort=x'), '1');
  const list = await manager.get('/cases/team.csv');
  assert.equal(list.statusCode, 200);
  assert.match(list.body, /Reference,State,Opened/);
  assert.doesNotMatch(list.body, /invented/i);
  assert.equal((await worker.get('/cases/team.csv')).statusCode, 403);
});

test('every look into a case is recorded, by whom and when', async (t) => {
  const { worker, caseId, site, organisation } = await aRunningCase(t);
  await worker.get(`/cases/${caseId}`);
  await worker.get(`/cases/${caseId}/contact`);
  const views = await transact({ pool: site.database.owner, checkRows: true }, { organisation }, (tx) =>
    tx.rows(
      z.object({ staff: z.string(), part: z.string() }),
      sql`select staff_id as staff, data->>'part' as part from event where name = 'case.viewed' order by id`,
    ),
  );
  assert.deepEqual(views, [
    { staff: worker.staff, part: 'Overview' },
    { staff: worker.staff, part: 'Contact' },
  ]);
});
