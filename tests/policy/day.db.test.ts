import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transact } from '#kit/sql.ts';
import { recordAbsence } from '#modules/rota/index.ts';
import { lintelSite } from '../lintel-site.ts';
import { london } from '../site.ts';
import { type Colleague, openOffice } from './office.ts';
import { aCase, recordsContact } from './steps.ts';

const on = (name: string, date: string) => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};
const referenceOf = async (reader: Colleague, file: string) =>
  /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await reader.get(file)).body)?.[0] ?? 'no reference';
const idOf = (path: string) => path.split('/').at(-1) ?? '';

const headings = ['Overdue', 'Today', 'Waiting for you', 'The next 7 working days'];

/** What stands under one heading of the day. */
function under(page: string, heading: string): string {
  const from = page.indexOf(`${heading} `);
  const later = headings.slice(headings.indexOf(heading) + 1);
  const ends = later.map((each) => page.indexOf(`${each} `, from)).filter((place) => place > from);
  return page.slice(from, Math.min(...ends, page.length));
}

test('a worker’s day: what is overdue, due today and next, in words (V3.5)', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  await office.at('2026-11-18T10:00');
  const quiet = await worker.reads('/day');
  assert.match(quiet, /Nothing waits for you/);
  assert.match(quiet, /Nothing is overdue/);

  const file = await aCase(worker, { person_name: 'Zelda Quince' });
  const danger = await aCase(worker, { immediate_danger: 'yes', danger_response: 'Rang 999' });
  const reference = await referenceOf(worker, file);
  await worker.finishes(`${file}/tasks/new`, {
    what: 'Ring the locksmith',
    why: 'The back door does not close',
    ...on('due', '2026-11-20'),
  });
  await worker.finishes('/day/reminders/new', { what: 'Order more leaflets', ...on('due', '2026-11-18') });

  const day = await worker.reads('/day');
  const today = under(day, 'Today');
  assert.match(today, /Contact on the same working day Promise .* Due today by 17:00/);
  assert.match(today, /Order more leaflets Reminder/);
  assert.ok(
    today.indexOf('Danger first') < today.indexOf(reference),
    'whoever is in danger comes before everything else of the same urgency',
  );
  assert.match(under(day, 'The next 7 working days'), /Ring the locksmith Task .* Due Friday by 17:00/);

  await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:00');
  await recordsContact(worker, danger, 'spoke_safely', '2026-11-18T10:00');
  await office.at('2026-11-24T09:30');
  const later = under(await worker.reads('/day'), 'Overdue');
  assert.match(later, /Ring the locksmith .* Overdue by 1 working day/);
  assert.match(later, /Order more leaflets .* Overdue by 3 working days/);

  const own = await manager.reads('/day');
  assert.doesNotMatch(own, /leaflets/, 'a reminder is nobody else’s');
  assert.doesNotMatch(own, /locksmith/, 'nor is what others have to do, while they are there');
});

test('a task is done, moved or dropped, with the reason, and its history stays (V4.1e)', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const file = await aCase(worker);
  await worker.finishes(`${file}/tasks/new`, { what: 'Ring the school', ...on('due', '2026-11-19') });
  const list = await worker.get(`${file}/tasks`);
  const task = /href="(\/tasks\/[0-9a-f-]{36})"/.exec(list.body)?.[1] ?? '';

  const tooEarly = await worker.post(`${task}/move`, {
    ...on('due', '2026-11-17'),
    movedWhy: '',
    _version: '1',
  });
  assert.equal(tooEarly.statusCode, 422);
  assert.match(tooEarly.body, /The day has passed already/);
  assert.match(tooEarly.body, /Say why it moves/);

  await worker.finishes(task, { ...on('due', '2026-11-23'), movedWhy: 'The school is closed on Friday' });
  const moved = await worker.reads(task);
  assert.match(moved, /Moved from Thursday 19 November 2026 to Monday 23 November 2026/);
  assert.match(moved, /The school is closed on Friday/);

  const stale = await manager.post(`${task}/completion`, { outcome: '', _version: '1' });
  assert.equal(stale.statusCode, 409);
  assert.match(stale.body, /Somebody else changed this task/);
  await manager.finishes(task, { outcome: 'They will keep an eye on him' });
  const done = await worker.reads(task);
  assert.match(done, /Done, Wednesday 18 November 2026/);
  assert.match(done, /They will keep an eye on him/);
  const again = await worker.post(`${task}/dropping`, { droppedWhy: 'No need', _version: '3' });
  assert.equal(again.statusCode, 403);
  assert.match(again.body, /This task is done already/);
  assert.match(await worker.reads(`${file}/tasks`), /Done and dropped .* Ring the school/);
});

test('whoever stands in for a colleague sees what is theirs, marked, as far as the wall lets (V3.2)', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, deputy, manager, landlord } = office;
  const open = await aCase(worker, { person_name: 'Zelda Quince' });
  const kept = await aCase(worker, { person_name: 'Ines Marlow' });
  for (const file of [open, kept])
    await worker.finishes(`${file}/tasks/new`, {
      what: file === open ? 'Ring the locksmith' : 'Write to the housing officer',
      ...on('due', '2026-11-18'),
    });
  await manager.finishes(`${kept}/conflicts/new`, {
    staffId: deputy.staff,
    relation: 'neighbour',
    reason: 'Lives across the road',
  });
  assert.match(await deputy.reads('/day'), /Nothing waits for you/);

  const { organisation } = landlord;
  const author = { organisation, staff: manager.staff, now: lintel.clock.now() };
  await transact(lintel.services.db, { organisation, staff: manager.staff, roles: ['da_manager'] }, (tx) =>
    recordAbsence(tx, author, {
      staffId: worker.staff,
      deputyId: deputy.staff,
      from: london('2026-11-18T09:00'),
      until: london('2026-11-20T17:00'),
    }),
  );
  const day = await deputy.reads('/day');
  assert.match(day, /You stand in for Carys Webb, who is away/);
  assert.match(day, /Ring the locksmith Task, for Carys Webb/);
  assert.doesNotMatch(day, /Write to the housing officer/);
  assert.doesNotMatch(day, new RegExp(await referenceOf(worker, kept)));
  const hidden = /href="(\/tasks\/[0-9a-f-]{36})"/.exec((await worker.get(`${kept}/tasks`)).body)?.[1] ?? '';
  assert.equal((await deputy.get(hidden)).statusCode, 404);
  assert.equal((await deputy.get(`${kept}/tasks`)).statusCode, 404);
  assert.ok(idOf(hidden));
});

test('a task whose owner may no longer see the case stands on the lead’s day, to be given to somebody', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, deputy, manager } = office;
  const file = await aCase(worker);
  await worker.finishes(`${file}/tasks/new`, {
    what: 'Ring the school',
    ownerId: deputy.staff,
    ...on('due', '2026-11-18'),
  });
  assert.match(await deputy.reads('/notifications'), /You have been given a task/);
  assert.match(under(await deputy.reads('/day'), 'Today'), /Ring the school/);
  assert.doesNotMatch(await worker.reads('/day'), /Ring the school/);
  await manager.finishes(`${file}/conflicts/new`, {
    staffId: deputy.staff,
    relation: 'friend',
    reason: 'Old friends',
  });
  assert.doesNotMatch(await deputy.reads('/day'), /Ring the school/);
  const today = under(await worker.reads('/day'), 'Today');
  assert.match(today, /Ring the school: Bram Oduya cannot do it any more .* Give it to somebody/);

  const task = /href="(\/tasks\/[0-9a-f-]{36})"/.exec((await worker.get('/day')).body)?.[1] ?? '';
  assert.ok(!(await worker.get(task)).body.includes(`value="${deputy.staff}"`), 'nobody shut out is offered');
  const refused = await worker.post(`${task}/owner`, {
    ownerId: deputy.staff,
    givenWhy: 'Knows the school',
    _version: '1',
  });
  assert.equal(refused.statusCode, 403);
  await worker.finishes(task, { ownerId: manager.staff, givenWhy: 'Knows the school' });
  assert.match(under(await manager.reads('/day'), 'Today'), /Ring the school Task/);
  assert.match(await manager.reads(task), /From Bram Oduya to Ada Keel/);
});

test('what waits for a second person stands on their day, never on that of whoever proposed it', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const file = await aCase(worker);
  await worker.finishes(`${file}/plans/new`, {
    why: 'He is at home with her, and answers her phone',
    plan: 'Her sister asks her to ring us from the school',
    'again-day': '19',
    'again-month': '11',
    'again-year': '2026',
    'again-time': '09:30',
  });
  assert.match(under(await manager.reads('/day'), 'Waiting for you'), /waits for your decision .* Decide/);
  assert.doesNotMatch(await worker.reads('/day'), /waits for your decision/);
});
