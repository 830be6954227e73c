import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kit/ids.ts';
import type { StaffId } from '#rules/facts.ts';
import { adults, decide, handover, newCase, office, rows, told } from './triage.fixture.ts';

test('a new case begins with her own words, a safe way to reach her, and its promises, all at once', async (t) => {
  const { site, colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const { id } = await receive();
  const page = await worker.get(`/disclosures/${id}/triage`);
  assert.equal(page.statusCode, 200, page.body);
  assert.match(page.body, /Domestic Abuse Act 2021 s\.2\(1\)/);
  const decided = await decide(worker, id, { ...newCase, lead_id: worker.staff });
  assert.equal(decided.statusCode, 303, decided.body);
  const [file] = await rows(site, 'select id, described_as, lead_id, pack_id from case_file');
  assert.equal(decided.headers.location, `/cases/${file.id}`);
  assert.equal(file.described_as, 'Zelda Quince');
  assert.equal(file.lead_id, worker.staff);
  const [entry] = await rows(site, "select words, known_at from case_entry where kind = 'disclosure'");
  assert.equal(entry.words, told.verbatim);
  assert.equal(entry.known_at.toString(), '2026-11-23T09:30:00Z');
  const [contact] = await rows(
    site,
    'select channel, value, may_text, may_post, agreed_with_person from safe_contact',
  );
  assert.deepEqual(contact, {
    channel: 'text',
    value: '07700 900123',
    may_text: true,
    may_post: false,
    agreed_with_person: true,
  });
  const promises = await rows(
    site,
    'select commitment, case_id, outcome from obligation order by commitment',
  );
  assert.deepEqual(promises, [
    { commitment: 'breathing-space-looked-at', case_id: file.id, outcome: null },
    { commitment: 'first-contact', case_id: file.id, outcome: null },
    // They wait for a contact that may never come, and are owed all the same.
    { commitment: 'plan-agreed', case_id: file.id, outcome: null },
    { commitment: 'risk-assessed', case_id: file.id, outcome: null },
    { commitment: 'supervision', case_id: file.id, outcome: null },
    { commitment: 'triage', case_id: file.id, outcome: 'met' },
  ]);
  const [triage] = await rows(site, 'select definition, definition_reasons, outcome, decided_by from triage');
  assert.equal(triage.definition, 'meets');
  assert.equal(triage.decided_by, worker.staff);
  assert.match(triage.definition_reasons.join(' '), /s\.1\(2\)\(a\)/);
  const events = await rows(site, 'select distinct name from event');
  const names = events.map(({ name }) => name);
  for (const name of ['disclosure.definition-checked', 'disclosure.triaged', 'case.opened'])
    assert.ok(names.includes(name), name);
});

test('whoever is second sees what the first decided, and what they wrote themselves', async (t) => {
  const { site, colleague, receive } = await office(t);
  const [first, second] = [await colleague(['da_worker']), await colleague(['da_worker'])];
  const { id } = await receive();
  assert.equal((await decide(first, id, newCase)).statusCode, 303);
  const late = await decide(second, id, { ...handover, why: 'I thought that they were neighbours' });
  assert.equal(late.statusCode, 409);
  assert.match(late.body, /A new case/);
  assert.match(late.body, /I thought that they were neighbours/);
  assert.match(late.body, /She stays with a friend tonight/);
  assert.equal((await rows(site, 'select from triage')).length, 1);
});

test('two decisions at the same moment open one case', async (t) => {
  const { site, colleague, receive } = await office(t);
  const people = [await colleague(['da_worker']), await colleague(['da_manager'])];
  const { id } = await receive();
  for (const each of people) await each.get(`/disclosures/${id}/triage`);
  const answers = await Promise.all(people.map((each) => decide(each, id, newCase)));
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [303, 409]);
  assert.equal((await rows(site, 'select from case_file')).length, 1);
});

test('a repeat joins the case that is there, and does not overwrite what was agreed', async (t) => {
  const { site, colleague, receive, person } = await office(t);
  const worker = await colleague(['da_worker']);
  const zelda = await person('Zelda', 'Quince');
  const first = await receive();
  await decide(worker, first.id, { ...newCase, person_id: zelda });
  const again = await receive({
    toldBy: 'neighbour',
    verbatim: 'It was loud again.',
    immediateDanger: 'yes',
    contactValue: '01632 960111',
  });
  const [file] = await rows(site, 'select id, reference from case_file');
  const found = await worker.get(`/disclosures/${again.id}/triage?person=${zelda}`);
  assert.match(found.body, new RegExp(file.reference));
  const joined = await decide(worker, again.id, {
    ...adults,
    person_id: zelda,
    definition: 'meets',
    outcome: 'existing_case',
    case_id: file.id,
  });
  assert.equal(joined.headers.location, `/cases/${file.id}`, joined.body);
  const files = await rows(site, 'select immediate_danger from case_file');
  assert.deepEqual(files, [{ immediate_danger: true }]);
  assert.equal((await rows(site, 'select from safe_contact')).length, 1);
  // Two entries of one disclosure may share their millisecond: only what else was told says how it came in.
  const entries = await rows(site, "select words from case_entry where kind = 'disclosure' order by id");
  assert.equal(entries.length, 4);
  const all = entries.map(({ words }) => String(words));
  const accounts = all.filter((words) => !words.includes('How it came in: '));
  assert.deepEqual(accounts, [told.verbatim, 'It was loud again.']);
  const besides = all.filter((words) => !accounts.includes(words));
  assert.match(besides[1] ?? '', /^Immediate danger: Yes\nIs there a safe way\? Yes$/m);
});

test('a case that the wall hides is not offered, and cannot be joined by its id', async (t) => {
  const { site, colleague, receive, person } = await office(t);
  const [worker, blocked] = [await colleague(['da_worker']), await colleague(['da_worker'])];
  const zelda = await person('Zelda', 'Quince');
  const first = await receive({
    staffInvolved: 'yes',
    conflicts: [{ staffId: blocked.staff, relation: 'relative' }],
  });
  await decide(worker, first.id, { ...newCase, person_id: zelda });
  const [file] = await rows(site, 'select id, reference, blocked_staff from case_file');
  assert.deepEqual(file.blocked_staff, [blocked.staff]);
  assert.equal((await blocked.get(`/disclosures/${first.id}`)).statusCode, 404);
  assert.doesNotMatch((await blocked.get('/disclosures?show=triaged')).body, new RegExp(first.reference));
  const other = await receive();
  const page = await blocked.get(`/disclosures/${other.id}/triage?person=${zelda}`);
  assert.doesNotMatch(page.body, new RegExp(file.reference));
  const joining = { ...adults, definition: 'meets', outcome: 'existing_case' };
  const hidden = await decide(blocked, other.id, { ...joining, case_id: file.id });
  const nowhere = await decide(blocked, other.id, { ...joining, case_id: newId() });
  assert.equal(hidden.statusCode, 404);
  assert.equal(nowhere.statusCode, 404);
});

test('a colleague named in a repeat is shut out of the case that it joins', async (t) => {
  const { site, colleague, receive } = await office(t);
  const [worker, involved] = [await colleague(['da_worker']), await colleague(['da_worker'])];
  await colleague(['da_manager']);
  const first = await receive();
  await decide(worker, first.id, newCase);
  const [file] = await rows(site, 'select id from case_file');
  const again = await receive({ conflicts: [{ staffId: involved.staff, relation: 'neighbour' }] });
  await decide(worker, again.id, {
    ...adults,
    definition: 'meets',
    outcome: 'existing_case',
    case_id: file.id,
  });
  const [after] = await rows(site, 'select blocked_staff from case_file');
  assert.deepEqual(after.blocked_staff, [involved.staff]);
});

test('a child is never passed over, and the clause says why', async (t) => {
  const { colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const { id } = await receive({ children: 'yes' });
  const asked = await decide(worker, id, { ...newCase, children: 'yes' });
  assert.equal(asked.statusCode, 422);
  assert.match(asked.body, /Say what happens to keep the child safe/);
  assert.match(asked.body, /V3\.6/);
  assert.match(asked.body, /Domestic Abuse Act 2021 s\.3/);
});

test('a person or a lead who was not offered is refused in words, and nothing is saved', async (t) => {
  const { site, colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const caretaker = await colleague(['colleague']);
  const { id } = await receive();
  assert.equal((await decide(worker, id, { ...newCase, person_id: newId() })).statusCode, 422);
  assert.equal((await decide(worker, id, { ...newCase, property_id: newId() })).statusCode, 422);
  assert.equal(
    (await decide(worker, id, { ...newCase, lead_id: caretaker.staff as StaffId })).statusCode,
    422,
  );
  assert.equal((await rows(site, 'select from triage')).length, 0);
});
