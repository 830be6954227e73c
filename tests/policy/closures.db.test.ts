import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Lintel, lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import type { Fields } from './form.ts';
import { type Colleague, openOffice } from './office.ts';
import { aCase, writesDown } from './steps.ts';

/** `2026-12-24` in the three boxes of a day. */
function day(name: string, date: string): Fields {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year };
}

function proposes(by: Colleague, first: string, last = ''): Promise<string> {
  const until = last === '' ? {} : day('last', last);
  const answers = { ...day('first', first), ...until, reason: 'Everybody is trained' };
  return by.finishes('/policy/closures/new', answers);
}

function agrees(by: Colleague, closure: string): Promise<string> {
  return by.finishes(closure, { decision: 'approved' });
}

/** When each promise of a landlord that runs is due, in the order in which they began. */
async function dues(lintel: Lintel, organisation: string): Promise<readonly string[]> {
  const { rows } = await lintel.database.owner.query(
    `select commitment, due_at from obligation where organisation_id = $1 and outcome is null order by id`,
    [organisation],
  );
  return rows.map(({ commitment, due_at }) => `${commitment} ${due_at}`);
}

for (const pack of triedPacks)
  test(`${pack.publisher}: one proposes a closed day, another agrees, and what runs stays due`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, manager, deputy, landlord } = office;
    const director = await office.colleague('director');
    const file = await aCase(worker);
    const before = await dues(lintel, landlord.organisation);
    const closure = await proposes(manager, '2026-11-18', '2026-11-19');
    assert.match(await manager.reads(closure), /2 working days/);
    assert.match(await manager.reads(closure), /Another manager or administrator has to decide/);
    assert.equal(
      (await manager.post(`${closure}/decision`, { decision: 'approved', why: '', _version: '1' }))
        .statusCode,
      403,
    );
    assert.doesNotMatch(await worker.reads(file), /since become closed/, 'nothing has changed yet');
    assert.match(await deputy.reads('/notifications'), /closed are waiting for your decision/);
    assert.match(await deputy.reads(closure), /less than 14 days ahead/);
    assert.equal(await agrees(deputy, closure), '/policy/hours');

    assert.deepEqual(await dues(lintel, landlord.organisation), before, 'what runs is not moved');
    assert.match(
      await worker.reads(file),
      /a day on which the office has since become closed; it does not move/,
    );
    const listed = await director.reads('/policy/hours');
    assert.match(listed, /Wednesday 18 November 2026 to Thursday 19 November 2026 .*Agreed/);
    assert.match(listed, /by Ada Keel Everybody is trained .*by Bram Oduya/);
    assert.doesNotMatch(listed, /Propose days/, 'a director sees it and proposes nothing');
    assert.equal((await worker.get('/policy/closures/new')).statusCode, 403);

    await writesDown(worker);
    assert.ok((await dues(lintel, landlord.organisation)).some((due) => !before.includes(due)));
    const triage = await worker.reads('/disclosures');
    assert.match(triage, /Friday by/, 'what is told now is counted without the closed days');
    const board = await director.reads('/board');
    assert.match(
      board,
      /Closed by our own choice on 1 working day of this period/,
      'as far as it has passed',
    );
    assert.match(
      board,
      /Wednesday 18 November \(proposed by Ada Keel, agreed by Bram Oduya on 18 November 2026\)/,
    );
    assert.match(board, /Agreed less than 14 days ahead: Wednesday 18 November/);
    assert.match(
      (await director.get('/board.csv')).body,
      /Closed by our own choice.*2026-11-18.*Proposed by Ada Keel, agreed by Bram Oduya on 18 November 2026/,
    );
  });

test('danger on a day that the landlord closed goes to whoever is on call, as at night', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager, deputy } = office;
  await agrees(deputy, await proposes(manager, '2026-12-24'));
  await office.at('2026-12-24T10:00');
  const { receipt } = await writesDown(worker, { immediate_danger: 'yes', danger_response: 'Rang 999' });
  assert.match(receipt, /on call/i);
  assert.match(await manager.reads('/notifications'), /nobody on call could be told/i);
});

test('a closed day is open again once two people agree, and the board tells of it', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager, deputy, landlord } = office;
  const administrator = await office.colleague('administrator');
  const closure = await proposes(administrator, '2026-11-19', '2026-11-20');
  await agrees(manager, closure);
  const file = await aCase(worker);
  const running = await dues(lintel, landlord.organisation);
  const opening = await deputy.finishes(`${closure}/opening`, { reason: 'The training is called off' });
  assert.equal((await deputy.post(`${closure}/opening`, { reason: 'Again', _version: '2' })).statusCode, 409);
  await agrees(administrator, opening);
  assert.deepEqual(await dues(lintel, landlord.organisation), running, 'nothing becomes due sooner either');
  assert.match(await worker.reads(file), /due|Due/);
  assert.match(await manager.reads(closure), /Open after all/);
  assert.equal((await manager.get(`${closure}/opening`)).statusCode, 404, 'it is open already');
  await office.at('2026-11-21T10:00');
  const board = await manager.reads('/board');
  assert.match(board, /Closed for a time and open after all: Thursday 19 November .*Friday 20 November/);
  assert.doesNotMatch(board, /Closed by our own choice/);
});

test('a day that is over is never closed, by the program or by the database', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { manager, deputy } = office;
  const yesterday = await manager.fills('/policy/closures/new', {
    ...day('first', '2026-11-17'),
    reason: 'We were out',
  });
  assert.match(yesterday.body, /a day that is over is never closed afterwards/);
  assert.match(yesterday.body, /We were out/, 'what was typed stays');
  const weekend = await manager.fills('/policy/closures/new', {
    ...day('first', '2026-11-21'),
    ...day('last', '2026-11-22'),
    reason: 'The weekend',
  });
  assert.match(weekend.body, /closed on these days already/);
  const backwards = await manager.fills('/policy/closures/new', {
    ...day('first', '2026-11-25'),
    ...day('last', '2026-11-24'),
    reason: 'Turned round',
  });
  assert.match(backwards.body, /The last day must not be before the first/);

  const closure = await proposes(manager, '2026-11-19');
  await office.at('2026-11-20T10:00');
  assert.match(await deputy.reads(closure), /a day that is over is never closed afterwards/);
  const late = await deputy.post(`${closure}/decision`, { decision: 'approved', why: '', _version: '1' });
  assert.equal(late.statusCode, 403);
  await office.at('2026-11-25T10:00');
  await assert.rejects(
    lintel.database.owner.query(
      `update office_closure set decision = 'approved', decided_at = $1, decided_by = $2`,
      [lintel.clock.now().toString(), deputy.staff],
    ),
    /office_closure_check/,
  );
  await deputy.finishes(closure, { decision: 'declined', why: 'It is too late' });
  assert.match(await manager.reads('/policy/hours'), /Declined .*It is too late/);
  const another = await proposes(manager, '2026-12-24');
  const taken = await manager.post(`${another}/withdrawal`, { _version: '1' });
  assert.equal(taken.headers.location, '/policy/hours');
});
