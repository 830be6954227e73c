import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide, handover, newCase, office, rows } from './triage.fixture.ts';

const atFour = Temporal.Instant.from('2026-11-23T16:00:00Z');
const phone = { contactChannel: 'phone', ringAt: atFour } as const;
const plannedSql = `select channel, starts_at::text as at, staff_id, ended_at from planned_contact`;
const owedSql = `select outcome, due_at::text as due, case_id from obligation where commitment = 'call-as-promised'`;

test('“I will ring you at 4” is owed, shows in triage, and is in the diary of whoever opens the case', async (t) => {
  const { site, colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const { id } = await receive(phone);
  assert.match((await worker.get('/disclosures')).body, /Ring: [^<]*(16:00|4pm|4:00pm)/);
  assert.match(
    (await worker.get(`/disclosures/${id}`)).body,
    /A call to the person is promised for [^<]*16:00/,
  );
  const [before] = await rows(site, owedSql);
  assert.deepEqual([before?.outcome, before?.due.slice(0, 16)], [null, '2026-11-23 16:15']);
  await decide(worker, id, newCase);
  const planned = await rows(site, plannedSql);
  assert.equal(planned.length, 1);
  assert.deepEqual([planned[0]?.channel, planned[0]?.staff_id], ['call', worker.staff]);
  const [after] = await rows(site, owedSql);
  assert.ok(after?.case_id, 'the promise goes with the case');
});

test('whoever waits for a call stands before whoever waits for contact by the end of the day', async (t) => {
  const { colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const first = await receive({});
  const second = await receive({ ...phone, receivedAt: Temporal.Instant.from('2026-11-23T09:45:00Z') });
  const { body } = await worker.get('/disclosures');
  assert.ok(body.indexOf(second.reference) < body.indexOf(first.reference));
});

test('a neighbour who was promised a call is never rung as if they were the person', async (t) => {
  const { site, colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const { id } = await receive({ ...phone, toldBy: 'neighbour' });
  await decide(worker, id, newCase);
  assert.deepEqual(await rows(site, plannedSql), []);
  const said = await rows(site, "select words from case_entry where words like '%promised a call%'");
  assert.equal(said.length, 1, 'it is an entry of the case');
  assert.equal((await rows(site, owedSql))[0]?.outcome, null, 'and owed to the neighbour all the same');
});

test('where no safe way to ring is known nobody is sent to ring, and the case says that it is owed', async (t) => {
  const { site, colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const { id } = await receive({ ...phone, safeToContact: 'no', contactChannel: '', contactValue: '' });
  await decide(worker, id, newCase);
  assert.deepEqual(await rows(site, plannedSql), []);
  const said = await rows(site, "select words from case_entry where words like '%It is still owed%'");
  assert.equal(said.length, 1);
});

test('what is handed over to another service takes no promise to ring along', async (t) => {
  const { site, colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const { id } = await receive(phone);
  await decide(worker, id, handover);
  assert.equal((await rows(site, owedSql))[0]?.outcome, null);
});
