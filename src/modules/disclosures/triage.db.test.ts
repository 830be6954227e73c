import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { newId } from '#kit/ids.ts';
import { officeUnder } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import type { Role, StaffId } from '#rules/facts.ts';
import { type TestBrowser, type TestSite, testSite } from '../../../tests/site.ts';
import { keepDraft } from '../account/index.ts';
import { recordPerson } from '../register/index.ts';
import { type DisclosureValue, nothingElseKnown, receiveDisclosure, routes } from './index.ts';

const told: DisclosureValue = {
  ...nothingElseKnown,
  receivedAt: Temporal.Instant.from('2026-11-23T09:30:00Z'),
  route: 'phone',
  toldBy: 'person',
  verbatim: 'He says I may not see my sister.\nI am scared.',
  immediateDanger: 'no',
  personName: 'Zelda Quince',
  allegedName: 'Orson Quince',
  connection: 'married',
  children: 'no',
  safeToContact: 'yes',
  contactChannel: 'text',
  contactValue: '07700 900123',
};
const adults = { connection: 'married', person_age: 'adult', alleged_age: 'adult', children: 'no' };
const newCase = { ...adults, definition: 'meets', outcome: 'new_case' };
const handover = {
  ...adults,
  connection: 'not_connected',
  definition: 'not_connected',
  outcome: 'handover',
  handover_to: 'asb',
  handover_contact: 'Rang the duty officer',
  handover_said: 'She wants the noise to stop',
  safety_step: 'She stays with a friend tonight',
  reached: 'no',
  not_reached_why: 'He is at home with her',
};
const reached = {
  reached: 'yes',
  reached_channel: 'phone',
  'reached_at-day': '23',
  'reached_at-month': '11',
  'reached_at-year': '2026',
  'reached_at-time': '10:00',
};

async function office(t: TestContext) {
  const site = await testSite(t, routes, '2026-11-23T10:00', { keepDraft });
  const landlord = await site.landlord('vivid-2023');
  const { organisation, packId } = landlord;
  const system = { organisation, system: true } as const;
  const author = () =>
    officeUnder(site.services.packs, packId, { organisation, staff: null, now: site.clock.now() });
  return {
    site,
    colleague: (roles: readonly Role[]) => site.colleague(landlord, roles),
    receive: (value: Partial<DisclosureValue> = {}) =>
      transact(site.services.db, system, (tx) =>
        receiveDisclosure(tx, author(), { value: { ...told, ...value } }),
      ),
    person: (givenName: string, familyName: string) =>
      transact(site.services.db, system, (tx) => recordPerson(tx, author(), { givenName, familyName })),
  };
}

async function rows(site: TestSite, query: string) {
  return (await site.database.owner.query(query)).rows;
}

const decide = (by: TestBrowser, id: string, fields: Readonly<Record<string, string>>) =>
  by.post(`/disclosures/${id}/triage`, { _version: '1', ...fields });

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
    [{ reached: 'no', not_reached_why: '' }, /Say why nobody has reached them/],
    [{ ...reached, 'reached_at-day': '22' }, /before anybody told us/],
  ] as const) {
    const refused = await decide(worker, id, { ...handover, ...left });
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, why);
  }
  await decide(worker, id, { ...handover, ...reached });
  const [contact] = await rows(site, "select data from event where name = 'contact.made'");
  assert.equal(contact.data.channel, 'phone');
  assert.equal(contact.data.by, worker.staff);
  const [handed] = await rows(site, "select data from event where name = 'disclosure.handed-over'");
  assert.equal(handed.data.reason, 'contact_on_file');
  assert.match(
    (await worker.get(`/disclosures/${id}`)).body,
    /spoke with the person: phone call, 23 November 2026/,
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
