import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql, transact } from '#kit/sql.ts';
import { sweepUntouched } from '#modules/tasks/index.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { london } from '../site.ts';
import { type Colleague, type Office, openOffice } from './office.ts';
import { aCase, boardRow, recordsContact } from './steps.ts';

const idOf = (path: string) => path.split('/').at(-1) ?? '';
const on = (name: string, date: string) => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};
async function leadOf({ lintel }: Office, file: string): Promise<string> {
  const { rows } = await lintel.database.owner.query('select lead_id from case_file where id = $1', [
    idOf(file),
  ]);
  return rows[0].lead_id;
}

/** Asks what would change, and does exactly that. */
async function moves(
  manager: Colleague,
  from: Colleague,
  cases: readonly string[],
  takers: readonly Colleague[],
) {
  const asked = {
    lead: from.staff,
    cases: cases.map(idOf),
    takers: takers.map(({ staff }) => staff),
    reason: 'Carys goes on leave',
  };
  const preview = await manager.post('/cases/reassignment/preview', asked);
  const plan = [...preview.body.matchAll(/name="plan" value="([^"]+)"/g)].map(([, value = '']) => value);
  return { preview, plan, confirm: () => manager.post('/cases/reassignment', { ...asked, plan }) };
}

for (const { id: packId } of triedPacks)
  test(`a manager moves cases with their tasks, sees the change first, and can take it back (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    const { worker, manager, deputy } = office;
    const taker = await office.colleague('da_worker');
    const open = await aCase(worker);
    const conflicted = await aCase(worker);
    await manager.finishes(`${conflicted}/conflicts/new`, {
      staffId: taker.staff,
      relation: 'neighbour',
      reason: 'Lives across the road',
    });
    await worker.finishes(`${open}/tasks/new`, { what: 'Ring the locksmith', ...on('due', '2026-11-20') });
    await office.at('2026-11-18T10:10');

    assert.equal((await worker.get('/cases/reassignment')).statusCode, 403);
    const { preview, confirm } = await moves(manager, worker, [open, conflicted], [taker]);
    assert.match(preview.body, /1 case moves/);
    assert.match(preview.body, /1 open task/);
    assert.match(preview.body, /Dilys Thorne: has a conflict of interest/);
    assert.match(preview.body, /1 case stays where it is/);
    assert.match(preview.body, /2 → 1/);
    assert.equal(await leadOf(office, open), worker.staff, 'to look changes nothing');

    const moved = await confirm();
    assert.equal(moved.statusCode, 303);
    assert.equal(await leadOf(office, open), taker.staff);
    assert.equal(await leadOf(office, conflicted), worker.staff);
    assert.match(await taker.reads('/day'), /Ring the locksmith/);
    assert.doesNotMatch(await worker.reads('/day'), /Ring the locksmith/);
    assert.match(await taker.reads('/notifications'), /You have been given new work/);
    assert.match(await worker.reads('/notifications'), /Some of your work has been given to a colleague/);

    const page = String(moved.headers.location);
    assert.match(await manager.reads(page), /All of them go back/);
    await office.at('2026-11-18T11:00');
    await manager.finishes(page, { reason: 'She is back' });
    assert.equal(await leadOf(office, open), worker.staff);
    assert.match(await worker.reads('/day'), /Ring the locksmith/);
    assert.match(await manager.reads(page), /It was undone since/);
    assert.doesNotMatch(await manager.reads(page), /Move them back/);
    const events = await lintel.database.owner.query(
      "select name from event where name ~ '^(cases.reassigned|reassignment.undone|case.allocated)' order by id",
    );
    assert.deepEqual(
      events.rows.map(({ name }) => name),
      [
        'case.allocated',
        'case.allocated',
        'case.allocated',
        'cases.reassigned',
        'case.allocated',
        'reassignment.undone',
      ],
    );
    assert.equal((await deputy.get(page)).statusCode, 200);
  });

test('what was shown is what is done: a conflict found meanwhile stops it and is shown', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const taker = await office.colleague('da_worker');
  const file = await aCase(worker);
  const { confirm } = await moves(manager, worker, [file], [taker]);
  await worker.finishes(`${file}/tasks/new`, { what: 'Ring the school', ...on('due', '2026-11-20') });
  await manager.finishes(`${file}/conflicts/new`, {
    staffId: taker.staff,
    relation: 'friend',
    reason: 'They went to school together',
  });
  const answer = await confirm();
  assert.equal(answer.statusCode, 409);
  assert.match(answer.body, /Something changed while you were looking/);
  assert.match(answer.body, /Nothing would move/);
  assert.equal(await leadOf(office, file), worker.staff);
});

test('an undoing takes back only what nobody has touched since, and says which stays', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const taker = await office.colleague('da_worker');
  const [still, touched] = [await aCase(worker), await aCase(worker)];
  const { confirm } = await moves(manager, worker, [still, touched], [taker]);
  const page = String((await confirm()).headers.location);
  await office.at('2026-11-18T11:00');
  await recordsContact(taker, touched, 'spoke_safely', '2026-11-18T10:50');
  const shown = await manager.reads(page);
  assert.match(shown, /1 of them goes back/);
  assert.match(shown, /somebody has worked on it since/);
  await manager.finishes(page, { reason: 'Carys stays after all' });
  assert.equal(await leadOf(office, still), worker.staff);
  assert.equal(await leadOf(office, touched), taker.staff);

  await office.at('2026-11-27T10:00');
  const again = await moves(manager, worker, [still], [taker]);
  const late = String((await again.confirm()).headers.location);
  await office.at('2026-12-05T10:00');
  assert.match(await manager.reads(late), /Only what was done in the last 7 days can be undone/);
  assert.equal(
    (await manager.post(`${late}/undoing`, { reason: 'Too late', _version: '1' })).statusCode,
    403,
  );
});

test('a manager behind the wall of every case that moved does not learn that any did (V3.2)', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager, deputy } = office;
  const taker = await office.colleague('da_worker');
  const file = await aCase(worker);
  await manager.finishes(`${file}/conflicts/new`, {
    staffId: deputy.staff,
    relation: 'relative',
    reason: 'A cousin of hers',
  });
  const page = String((await (await moves(manager, worker, [file], [taker])).confirm()).headers.location);
  assert.equal((await deputy.get(page)).statusCode, 404);
  assert.doesNotMatch(await deputy.reads('/cases/reassignment'), /Carys goes on leave/);
  assert.doesNotMatch(await deputy.reads(`/cases/reassignment?lead=${taker.staff}`), /Which cases\?/);
  assert.match(await manager.reads('/cases/reassignment'), /Carys goes on leave/);
});

test('a case on which nobody acts is told of up the line, each step once, whoever is away (V3.5, L3.1b)', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager, deputy, landlord } = office;
  const { organisation } = landlord;
  await transact(lintel.services.db, { organisation, system: true }, (tx) =>
    tx.run(sql`update staff set manager_id = ${deputy.staff} where organisation_id = ${organisation}
      and id = ${manager.staff}`),
  );
  const file = await aCase(worker);
  await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:00');
  const told = async () => {
    const { rows } = await lintel.database.owner.query(
      "select staff_id from notification where kind = 'untouched' order by at, id",
    );
    return rows.map(({ staff_id }) => staff_id);
  };
  const sweepsTwiceAt = async (time: string) => {
    lintel.clock.set(london(time));
    await Promise.all([1, 2].map(() => sweepUntouched(lintel.services, organisation)));
  };
  await sweepsTwiceAt('2026-11-20T16:00');
  await worker.reads(file);
  await sweepsTwiceAt('2026-11-23T16:59');
  assert.deepEqual(await told(), [], 'to look at a case is not to act, and three days have not passed');
  await sweepsTwiceAt('2026-11-23T17:01');
  assert.deepEqual(await told(), [worker.staff]);
  assert.match(await worker.reads('/day'), /Nobody has acted since Wednesday 18 November 2026 at 10:00/);
  await sweepsTwiceAt('2026-11-24T09:01');
  assert.deepEqual(await told(), [worker.staff, manager.staff]);
  await sweepsTwiceAt('2026-11-25T09:01');
  assert.deepEqual(await told(), [worker.staff, manager.staff, deputy.staff]);
  await sweepsTwiceAt('2026-11-26T09:01');
  assert.equal((await told()).length, 3);
  assert.match(await manager.reads('/caseload'), /Carys Webb 1 1 not rated 1 Room for more .*1 untouched/);
  await office.at('2026-11-26T09:02');
  const counted =
    /No open case is left untouched.*?<\/tr>/s.exec((await manager.get('/board')).body)?.[0] ?? '';
  assert.match(counted, /3 times somebody was told/);

  await recordsContact(worker, file, 'no_answer', '2026-11-26T09:00');
  assert.doesNotMatch(await worker.reads('/day'), /Nobody has acted/);
});

test('a manager who gives a case away for a minute does not review it', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { manager, deputy } = office;
  const file = await aCase(manager);
  const lead = (staffId: string) =>
    manager.finishes(`${file}/allocation`, { staffId, reason: 'For a while' });
  await lead(deputy.staff);
  assert.match(await manager.reads(`${file}/supervision/new`), /You led this case since its last review/);
  assert.notEqual(
    (await manager.post(`${file}/supervision/new`, { discussed: 'The locks' })).statusCode,
    303,
  );
  await lead(manager.staff);
  assert.match(await deputy.reads(`${file}/supervision/new`), /You led this case since its last review/);
});

for (const { id: packId } of triedPacks)
  test(`a manager’s review keeps its promise and becomes tasks, the worker apart (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    const { worker, manager, deputy } = office;
    const file = await aCase(worker);
    await office.at('2026-11-25T10:00');
    assert.match(await manager.reads('/supervision'), /Not yet … Due Wednesday 16 December by 17:00/);
    assert.equal((await worker.get(`${file}/supervision/new`)).statusCode, 403);
    await manager.finishes(`${file}/supervision/new`, {
      'held-day': '25',
      'held-month': '11',
      'held-year': '2026',
      'held-time': '09:30',
      discussed: 'The locks, and who collects the children',
      action1: 'Ask the school about collection',
      actionOwner1: worker.staff,
      ...on('actionDue1', '2026-11-27'),
      standing: 'some_strain',
      wellbeing: 'Slept badly since the hearing; will share the duty phone',
    });
    const tasks = await worker.reads(`${file}/tasks`);
    assert.match(tasks, /Ask the school about collection/);
    assert.match(tasks, /The locks, and who collects the children/);
    assert.match(await worker.reads('/day'), /Ask the school about collection/);
    assert.match(await worker.reads('/supervision'), /share the duty phone/);
    assert.match(await manager.reads('/supervision'), /share the duty phone/);
    for (const page of ['', '/tasks', '/entries', '/supervision/new'])
      for (const reader of [worker, manager])
        assert.doesNotMatch(await reader.reads(`${file}${page}`), /duty phone|Some strain on/);
    assert.doesNotMatch(await deputy.reads('/supervision'), /duty phone/, 'between the two of them');
    assert.match(
      await manager.reads('/supervision'),
      /Wednesday 25 November 2026 … Due Wednesday 23 December by 17:00/,
    );
    const [kept, ended] = await boardRow(manager, 'A manager reviews each case every 28 days');
    assert.deepEqual([kept, ended], ['100%', '1']);

    await office.at('2026-12-21T10:00');
    assert.match(await manager.reads('/day'), /Review with Carys Webb Case review/);
    assert.doesNotMatch(await worker.reads('/day'), /reviews each case/, 'it is the manager who owes it');
  });
