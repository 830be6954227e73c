import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { writeEvent } from '#kit/event.ts';
import { buildStaffSite } from '#kit/http/sites.ts';
import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import { attachToCase, sweep } from '#modules/obligations/index.ts';
import type { CaseId, Role } from '#rules/facts.ts';
import { addSession, browser, london } from '../../../tests/site.ts';
import { type PromiseWorld, promiseWorld } from '../obligations/testing.ts';
import { keepSummary, routes, summarise } from './index.ts';

async function figures({ database }: PromiseWorld, commitment = 'first-contact') {
  const { rows } = await database.owner.query(
    `select day::text as day, sum(number)::int as ended,
        coalesce(sum(number) filter (where ending in ('met', 'late-confirmed')), 0)::int as met,
        coalesce(sum(number) filter (where ending like 'by-plan:%'), 0)::int as met_by_plan,
        coalesce(sum(number) filter (where ending = 'breached'), 0)::int as breached
      from promise_day where commitment = $1 group by 1 order by 1`,
    [commitment],
  );
  return rows.map((row) => [String(row.day), row.ended, row.met, row.met_by_plan, row.breached]);
}

/** On Tuesday one disclosure whose person was reached in time and one whose person was not; on Wednesday one waits. */
async function threeDisclosures(t: TestContext) {
  const world = await promiseWorld(t, '2026-11-17T09:00');
  const { organisation } = world.landlord;
  const attach = async (received: string, caseId: CaseId) => {
    const disclosure = await world.disclosure(received);
    await transact(world.services.db, { organisation, system: true }, (tx) =>
      attachToCase(tx, world.author(), disclosure, caseId),
    );
  };
  const reached = await world.caseFile();
  const missed = await world.caseFile();
  await attach('2026-11-17T09:00', reached);
  await attach('2026-11-17T09:00', missed);
  await world.contact(reached, 'contact.made', '2026-11-17T11:00');
  world.clock.set(london('2026-11-18T10:00'));
  await sweep(world.services, organisation);
  await attach('2026-11-18T09:30', await world.caseFile());
  return { world, reached, missed };
}

async function visit(t: TestContext, world: PromiseWorld, roles: readonly Role[]) {
  const app = await buildStaffSite(world.services, {
    routes,
    destinations: [],
    keepDraft: async () => false,
  });
  t.after(() => app.close());
  const staff = await world.colleague(roles);
  const cookie = await addSession(world.services, world.landlord.organisation, staff);
  return browser(app, staff, cookie);
}

test('the summary is computed from what was recorded, and computing it again changes nothing', async (t) => {
  const { world } = await threeDisclosures(t);
  const { organisation } = world.landlord;
  const day = Temporal.PlainDate.from('2026-11-17');
  await keepSummary(world.services, organisation);
  assert.deepEqual(await figures(world), [['2026-11-17', 2, 1, 0, 1]]);
  await summarise(world.services, organisation, day, day);
  await keepSummary(world.services, organisation);
  assert.deepEqual(await figures(world), [['2026-11-17', 2, 1, 0, 1]]);
});

test('a contact written down weeks late is not broken on its day, and not kept until somebody looked', async (t) => {
  const { world, missed } = await threeDisclosures(t);
  const { organisation } = world.landlord;
  await keepSummary(world.services, organisation);
  world.clock.set(london('2026-12-16T10:00'));
  await keepSummary(world.services, organisation);
  await world.contact(missed, 'contact.made', '2026-11-17T16:00', { recorded: 'now' });
  await keepSummary(world.services, organisation);
  assert.deepEqual((await figures(world))[0], ['2026-11-17', 2, 1, 0, 0]);
});

test('switched off for a month, the summary fills the days in between', async (t) => {
  const { world } = await threeDisclosures(t);
  const { organisation } = world.landlord;
  await keepSummary(world.services, organisation);
  world.clock.set(london('2026-12-17T10:00'));
  await sweep(world.services, organisation);
  await keepSummary(world.services, organisation);
  assert.deepEqual(await figures(world), [
    ['2026-11-17', 2, 1, 0, 1],
    ['2026-11-18', 1, 0, 0, 1],
  ]);
});

test('what ended in the week before it was written down is summed up, however long nothing was', async (t) => {
  const world = await promiseWorld(t, '2026-11-02T09:00');
  const { organisation } = world.landlord;
  const writtenDown = async (contact: string, now: string) => {
    world.clock.set(london(now));
    const caseId = await world.caseFile();
    await transact(world.services.db, { organisation, system: true }, async (tx) =>
      attachToCase(tx, world.author(), await world.disclosure(contact), caseId),
    );
    await world.contact(caseId, 'contact.made', contact, { recorded: 'now' });
  };
  await writtenDown('2026-10-29T10:00', '2026-11-02T09:00');
  world.clock.set(london('2026-11-16T09:00'));
  await keepSummary(world.services, organisation);
  assert.deepEqual(await figures(world), [['2026-10-29', 1, 0, 0, 0]], 'for the first time');

  await writtenDown('2026-11-11T10:00', '2026-11-16T10:00');
  world.clock.set(london('2026-12-16T09:00'));
  await keepSummary(world.services, organisation);
  assert.deepEqual(
    await figures(world),
    [
      ['2026-10-29', 1, 0, 0, 0],
      ['2026-11-11', 1, 0, 0, 0],
    ],
    'after a month without',
  );
});

test('evidence counts on the day that shows it, and its absence on the last day that could have', async (t) => {
  const world = await promiseWorld(t, '2026-11-17T09:00');
  const { organisation } = world.landlord;
  const happens = (name: 'case.opened' | 'case.allocated', caseId: CaseId, at: string) => {
    world.clock.set(london(at));
    return transact(world.services.db, { organisation, system: true }, (tx) =>
      writeEvent(tx, world.author(), { name, caseId }),
    );
  };
  const [prompt, late, never] = [newId<CaseId>(), newId<CaseId>(), newId<CaseId>()];
  for (const caseId of [prompt, late, never]) await happens('case.opened', caseId, '2026-11-17T09:00');
  await happens('case.allocated', prompt, '2026-11-17T23:30');
  await keepSummary(world.services, organisation);
  assert.deepEqual(
    await figures(world, 'case-allocated'),
    [['2026-11-17', 1, 1, 0, 0]],
    'the others still have time',
  );
  await happens('case.allocated', late, '2026-11-20T09:00');
  await keepSummary(world.services, organisation);
  assert.deepEqual(await figures(world, 'case-allocated'), [
    ['2026-11-17', 1, 1, 0, 0],
    ['2026-11-18', 2, 0, 0, 2],
  ]);
});

test('evidence is measured in working days, and a closure agreed afterwards gives nobody another', async (t) => {
  const world = await promiseWorld(t, '2026-11-20T10:00');
  const { organisation } = world.landlord;
  const happens = (name: 'case.opened' | 'case.allocated', caseId: CaseId, at: string) => {
    world.clock.set(london(at));
    return transact(world.services.db, { organisation, system: true }, (tx) =>
      writeEvent(tx, world.author(), { name, caseId }),
    );
  };
  const [onMonday, never, evening] = [newId<CaseId>(), newId<CaseId>(), newId<CaseId>()];
  for (const caseId of [onMonday, never]) await happens('case.opened', caseId, '2026-11-20T10:00');
  await happens('case.opened', evening, '2026-11-20T18:00');
  await happens('case.allocated', onMonday, '2026-11-23T09:30');
  world.clock.set(london('2026-11-27T09:00'));
  const counted = [
    ['2026-11-23', 2, 1, 0, 1],
    ['2026-11-24', 1, 0, 0, 1],
  ];
  await keepSummary(world.services, organisation);
  assert.deepEqual(await figures(world, 'case-allocated'), counted);
  await world.database.owner.query(
    `with c as (insert into office_closure (organisation_id, id, first_day, last_day, reason, proposed_at)
        values ($1, $2, '2026-11-23', '2026-11-23', 'Training', $3) returning organisation_id, id)
      insert into closed_day (organisation_id, day, closure_id, agreed_at)
        select organisation_id, '2026-11-23', id, $3 from c`,
    [organisation, newId<string>(), london('2026-11-21T10:00').toString()],
  );
  await keepSummary(world.services, organisation);
  assert.deepEqual(await figures(world, 'case-allocated'), counted, 'it began before that was agreed');
});

test('the board counts what ended a minute ago, what runs and what is overdue', async (t) => {
  const { world, missed } = await threeDisclosures(t);
  const { organisation } = world.landlord;
  await keepSummary(world.services, organisation);
  let worker = await visit(t, world, ['da_worker']);
  const row = async () => {
    const { body } = await worker.get('/board');
    const cells = body.split('Contact on the same working day')[1]?.split('</tr>')[0] ?? '';
    return [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, ''));
  };
  assert.deepEqual((await row()).slice(0, 7), ['50%', '2', '0', '0', '1', '1', '1']);
  await world.contact(missed, 'contact.made', '2026-11-18T09:59');
  assert.deepEqual(
    (await row()).slice(0, 7),
    ['50%', '2', '0', '0', '1', '1', '0'],
    'kept late is broken, and no longer owed',
  );
  world.clock.set(london('2026-11-18T17:10'));
  await sweep(world.services, organisation);
  worker = await visit(t, world, ['da_worker']);
  assert.deepEqual((await row()).slice(0, 7), ['33%', '3', '0', '0', '2', '0', '1']);
  const { rows } = await world.database.owner.query(
    `select count(*)::int as times from event where name = 'board.viewed'`,
  );
  assert.equal(rows[0].times, 3);
});

test('a clause leads only to cases that the wall lets this person see', async (t) => {
  const { world, missed } = await threeDisclosures(t);
  const worker = await visit(t, world, ['da_worker']);
  const neighbour = await visit(t, world, ['da_manager', 'administrator']);
  const director = await visit(t, world, ['director']);
  await world.database.owner.query('update case_file set blocked_staff = array[$1::uuid] where id = $2', [
    neighbour.staff,
    missed,
  ]);
  const link = `/cases/${missed}`;
  const page = await worker.get('/board/V4.1a');
  assert.equal(page.statusCode, 200);
  assert.ok(page.body.includes(link));
  assert.ok(!(await neighbour.get('/board/V4.1a')).body.includes(link));
  const figuresOnly = (await director.get('/board/V4.1a')).body;
  assert.ok(!figuresOnly.includes('/cases/') && !figuresOnly.includes('/disclosures/'));
  assert.match(figuresOnly, /fewer than 5/);
});

test('who may not see the board is refused, and a clause that is none is not found', async (t) => {
  const { world } = await threeDisclosures(t);
  const colleague = await visit(t, world, ['colleague']);
  for (const path of ['/board', '/board.csv', '/board/V4.1a', '/board/V4.1a/trend.svg'])
    assert.equal((await colleague.get(path)).statusCode, 403, path);
  const worker = await visit(t, world, ['da_worker']);
  for (const path of ['/board/V99', '/board/V6a/trend.svg'])
    assert.equal((await worker.get(path)).statusCode, 404, path);
});

test('the export is a file with every clause, and its taking is recorded', async (t) => {
  const { world } = await threeDisclosures(t);
  await keepSummary(world.services, world.landlord.organisation);
  const worker = await visit(t, world, ['da_worker']);
  const answer = await worker.get('/board.csv?period=30');
  assert.equal(answer.statusCode, 200);
  assert.match(String(answer.headers['content-disposition']), /policy-board-2026-10-20-2026-11-18\.csv/);
  assert.match(answer.body, /V4\.10b/);
  assert.match(answer.body, /Contact on the same working day/);
  const { rows } = await world.database.owner.query(`select data from event where name = 'board.exported'`);
  assert.deepEqual(rows[0].data, { from: '2026-10-20', to: '2026-11-18' });
});

test('the picture by month is an image without script, style or name', async (t) => {
  const { world } = await threeDisclosures(t);
  await keepSummary(world.services, world.landlord.organisation);
  const worker = await visit(t, world, ['da_worker']);
  const { body, headers, statusCode } = await worker.get('/board/V4.1a/trend.svg');
  assert.equal(statusCode, 200);
  assert.match(String(headers['content-type']), /^image\/svg\+xml/);
  assert.match(body, /^<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  assert.equal(body.match(/xmlns="/g)?.length, 1);
  assert.doesNotMatch(body, /<script|<style/);
  assert.match(body, /50%/);
});

test('wrong dates are said beside their boxes', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T10:00');
  const worker = await visit(t, world, ['da_worker']);
  const answer = await worker.get(
    '/board?period=custom&from-day=31&from-month=2&from-year=2026&to-day=1&to-month=3&to-year=2026',
  );
  assert.equal(answer.statusCode, 422);
  assert.match(answer.body, /Enter the first day/);
  assert.match(answer.body, /value="31"/);
});

test('figures and marks of one landlord are nothing to another, and the help site sees none', async (t) => {
  const { world } = await threeDisclosures(t);
  await keepSummary(world.services, world.landlord.organisation);
  await transact(world.services.db, { organisation: newId(), system: true }, async (tx) => {
    assert.equal(await tx.run(sql`select from promise_day`), 0);
    assert.equal(await tx.run(sql`delete from promise_day_stale`), 0);
    assert.equal(await tx.run(sql`select from lintel.promises_now(now()::date, now(), '{}')`), 0);
  });
  for (const table of [
    'promise_day',
    'promise_day_stale',
    'obligation',
    "lintel.promises_now(now()::date, now(), '{}')",
    'promise_standing',
    'promise_move',
  ])
    await assert.rejects(world.database.public.query(`select * from ${table}`), /permission denied/);
  for (const table of ['promise_standing', 'promise_move'])
    await assert.rejects(world.database.app.query(`select * from ${table}`), /permission denied/, table);
});
