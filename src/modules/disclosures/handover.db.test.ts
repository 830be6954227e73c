import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide, handover, newCase, office, reached, rows } from './triage.fixture.ts';

test('a warm handover keeps what was said and done, owes no contact, and leaves nothing waiting', async (t) => {
  const { site, colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const { id, reference } = await receive({ connection: 'not_connected' });
  const decided = await decide(worker, id, handover);
  assert.equal(decided.headers.location, `/disclosures/${id}`, decided.body);
  const outcome = () => rows(site, "select outcome from obligation where commitment = 'first-contact'");
  assert.deepEqual(await outcome(), [{ outcome: null }], 'nobody reached her: it runs on');
  const agrees = { decision: 'approved', why: '', _version: '1' };
  assert.equal((await worker.post(`/disclosures/${id}/handover`, agrees)).statusCode, 403);
  const second = await colleague(['da_worker']);
  assert.match((await second.get(`/disclosures/${id}`)).body, /He is at home with her/);
  assert.equal((await second.post(`/disclosures/${id}/handover`, agrees)).statusCode, 303);
  const promises = await rows(site, 'select commitment, outcome from obligation order by commitment');
  assert.deepEqual(promises, [
    { commitment: 'breathing-space-looked-at', outcome: 'met_by_plan' },
    { commitment: 'first-contact', outcome: 'not_applicable' },
    { commitment: 'triage', outcome: 'met' },
  ]);
  const page = (await worker.get(`/disclosures/${id}`)).body;
  assert.match(page, /Anti-social behaviour team/);
  assert.match(page, /She stays with a friend tonight/);
  assert.doesNotMatch((await worker.get('/disclosures')).body, new RegExp(reference));
  assert.equal((await rows(site, 'select from case_file')).length, 0);
});

test('a handover of what is domestic abuse still owes contact, until she was spoken to', async (t) => {
  const { site, colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const elsewhere = {
    ...handover,
    connection: 'married',
    definition: 'meets',
    handover_to: 'other_landlord',
  };
  const why = 'She has moved to another landlord';
  const owed = await receive();
  await decide(worker, owed.id, { ...elsewhere, why });
  const spoken = await receive();
  await decide(worker, spoken.id, { ...elsewhere, why, ...reached });
  const open = () =>
    rows(site, "select from obligation where commitment = 'first-contact' and outcome is null");
  assert.equal((await open()).length, 2, 'their own word keeps nothing');
  const second = await colleague(['da_worker']);
  const confirms = { decision: 'approved', why: '', _version: '1' };
  assert.equal((await second.post(`/disclosures/${spoken.id}/handover`, confirms)).statusCode, 303);
  const promises = await rows(
    site,
    "select disclosure_id, outcome from obligation where commitment = 'first-contact' order by started_at, id",
  );
  assert.deepEqual(promises, [
    { disclosure_id: owed.id, outcome: null },
    { disclosure_id: spoken.id, outcome: 'met' },
  ]);
});

test('a handover says who reached whom, how and when; one tick is not enough', async (t) => {
  const { site, colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const { id } = await receive({ connection: 'not_connected' });
  for (const [left, why] of [
    [{ reached: '' }, /Say whether the person was spoken to/],
    [{ reached: 'yes' }, /Say how they were reached/],
    [{ reached: 'no', not_reached_why: 'x' }, /Say in a sentence why nobody has reached them/],
    [{ ...reached, 'reached_at-day': '22' }, /before anybody told us/],
  ] as const) {
    const refused = await decide(worker, id, { ...handover, ...left });
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, why);
  }
  const spoke = await colleague(['da_worker']);
  await decide(worker, id, { ...handover, ...reached, reached_by: spoke.staff });
  const path = `/disclosures/${id}/handover`;
  const confirms = { decision: 'approved', why: '', _version: '1' };
  for (const own of [worker, spoke])
    assert.equal((await own.post(path, confirms)).statusCode, 403, 'nobody confirms their own word');
  assert.deepEqual(await rows(site, "select from event where name = 'contact.made'"), []);
  const second = await colleague(['da_worker']);
  assert.match((await second.get(path)).body, /A handover to confirm/);
  assert.equal((await second.post(path, confirms)).statusCode, 303);
  const [contact] = await rows(site, "select data from event where name = 'contact.made'");
  assert.equal(contact.data.channel, 'phone');
  assert.deepEqual([contact.data.by, contact.data.confirmedBy], [spoke.staff, second.staff]);
  const [handed] = await rows(site, "select data from event where name = 'disclosure.handed-over'");
  assert.equal(handed.data.reason, 'contact_on_file');
  assert.match(
    (await worker.get(`/disclosures/${id}`)).body,
    /spoke with the person: phone call, Monday 23 November 2026/,
  );
});

test('a handover that is sent back waits in triage again', async (t) => {
  const { colleague, receive } = await office(t);
  const [worker, second] = [await colleague(['da_worker']), await colleague(['da_worker'])];
  const { id, reference } = await receive({ connection: 'not_connected' });
  await decide(worker, id, handover);
  const path = `/disclosures/${id}/handover`;
  assert.equal((await second.post(path, { decision: 'declined', why: '', _version: '1' })).statusCode, 422);
  await second.post(path, { decision: 'declined', why: 'Ring her at the school first', _version: '1' });
  assert.match((await second.get('/disclosures')).body, new RegExp(reference));
});

test('a handover can be looked at again, and no decision is overwritten', async (t) => {
  const { site, colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const { id } = await receive({ connection: 'not_connected' });
  await decide(worker, id, handover);
  const again = await decide(worker, id, { ...newCase, _version: '2' });
  assert.equal(again.statusCode, 303, again.body);
  const outcomes = await rows(site, 'select outcome from triage order by id');
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome),
    ['handover', 'new_case'],
  );
});
