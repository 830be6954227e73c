import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide, newCase, office, rows } from './triage.fixture.ts';

const atFour = Temporal.Instant.from('2026-11-23T16:00:00Z');
const phone = { contactChannel: 'phone', ringAt: atFour } as const;
const plannedSql = `select channel, starts_at::text as at, staff_id, ended_at from planned_contact`;

test('“I will ring you at 4” shows in triage, and is a call in the diary of whoever opens the case', async (t) => {
  const { site, colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const { id } = await receive(phone);
  assert.match((await worker.get('/disclosures')).body, /Ring: [^<]*(16:00|4pm|4:00pm)/);
  assert.match((await worker.get(`/disclosures/${id}`)).body, /A call was promised for/);
  await decide(worker, id, newCase);
  const planned = await rows(site, plannedSql);
  assert.equal(planned.length, 1);
  assert.deepEqual([planned[0]?.channel, planned[0]?.staff_id], ['call', worker.staff]);
});

test('a neighbour who was promised a call is never rung as if they were the person', async (t) => {
  const { site, colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const { id } = await receive({ ...phone, toldBy: 'neighbour' });
  await decide(worker, id, newCase);
  assert.deepEqual(await rows(site, plannedSql), []);
  const said = await rows(site, "select words from case_entry where words like '%promised a call%'");
  assert.equal(said.length, 1, 'it is an entry of the case');
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
