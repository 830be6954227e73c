import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import { sql, transact } from '#kit/sql.ts';
import type { Role } from '#rules/facts.ts';
import { type TestBrowser, type TestSite, testSite } from '../../../tests/site.ts';
import { routes as accountRoutes, keepDraft } from '../account/index.ts';
import { routes } from './index.ts';

const told = {
  immediate_danger: 'no',
  route: 'phone',
  'phone-call_back': '07700 900123',
  verbatim: 'He says I may not see my sister. <b>Please</b> help.',
  person_name: 'Zelda Quince',
  connection: 'married',
};
const secret = /Zelda|my sister/;

async function office(t: TestContext, start = '2026-11-23T16:55') {
  const site = await testSite(t, [...accountRoutes, ...routes], start, { keepDraft });
  const landlord = await site.landlord('vivid-2023');
  const colleague = (roles: readonly Role[], name?: string) => site.colleague(landlord, roles, name);
  return { site, landlord, colleague };
}

async function rows(site: TestSite, query: string) {
  return (await site.database.owner.query(query)).rows;
}

async function tell(teller: TestBrowser, fields: Readonly<Record<string, string>> = {}) {
  const response = await teller.post('/disclosures/new', { ...told, ...fields });
  assert.equal(response.statusCode, 303, response.body);
  return String(response.headers.location);
}

test('a disclosure at 16:55 is kept word for word, and contact is still due today', async (t) => {
  const { site, colleague } = await office(t);
  const worker = await colleague(['da_worker']);
  const receipt = await worker.get(await tell(worker));
  assert.match(receipt.body, /D-[A-Z2-9]{4}-[A-Z2-9]{4}/);
  assert.match(receipt.body, /5 minutes left|4 minutes left/);
  assert.match(receipt.body, /I believe you/);
  assert.doesNotMatch(receipt.body, secret);
  const [row] = await rows(site, 'select verbatim, route_details, recorded_by from disclosure');
  assert.equal(row.verbatim, told.verbatim);
  assert.deepEqual(row.route_details, { call_back: '07700 900123' });
  assert.equal(row.recorded_by, worker.staff);
  const promises = await rows(
    site,
    "select commitment, due_at from obligation where commitment = 'first-contact'",
  );
  assert.equal(promises[0].due_at.toString(), '2026-11-23T17:00:00Z');
});

test('the same form sent twice is one disclosure', async (t) => {
  const { site, colleague } = await office(t);
  const worker = await colleague(['da_worker']);
  const _submission = '0192f3a0-0000-7000-8000-00000000abcd';
  const first = await tell(worker, { _submission });
  assert.equal(await tell(worker, { _submission }), first);
  assert.equal((await rows(site, 'select from disclosure')).length, 1);
});

test('something wrong keeps every word, and says where it is', async (t) => {
  const { colleague } = await office(t);
  const worker = await colleague(['da_worker']);
  const response = await worker.post('/disclosures/new', { ...told, route: '', 'received-time': '23:00' });
  assert.equal(response.statusCode, 422);
  assert.match(response.body, /Choose how you were told/);
  assert.match(response.body, /He says I may not see my sister/);
  assert.match(response.body, /&lt;b&gt;Please/);
});

test('a colleague can write down a disclosure and then read nothing back', async (t) => {
  const { colleague } = await office(t);
  const caretaker = await colleague(['colleague']);
  const at = await tell(caretaker);
  const receipt = await caretaker.get(at);
  assert.equal(receipt.statusCode, 200);
  assert.doesNotMatch(receipt.body, secret);
  assert.doesNotMatch(receipt.body, /triage/i);
  assert.equal((await caretaker.get('/disclosures')).statusCode, 403);
});

test('nobody else sees the receipt of what a colleague wrote down', async (t) => {
  const { colleague } = await office(t);
  const caretaker = await colleague(['colleague']);
  const other = await colleague(['colleague']);
  assert.equal((await other.get(await tell(caretaker))).statusCode, 404);
});

test('row by row, a colleague without a part in it sees no disclosure at all', async (t) => {
  const { site, landlord, colleague } = await office(t);
  const caretaker = await colleague(['colleague']);
  await tell(caretaker);
  const { organisation } = landlord;
  const counted = z.object({ n: z.number() });
  for (const roles of [['colleague'], ['contractor'], ['administrator'], ['director']] as const) {
    const { n } = await transact(site.services.db, { organisation, staff: caretaker.staff, roles }, (tx) =>
      tx.one(counted, sql`select count(*) as n from disclosure`),
    );
    assert.equal(n, 0, roles[0]);
  }
});

test('a colleague who is named as involved sees nothing from the first moment, whoever they are', async (t) => {
  const { site, colleague } = await office(t);
  const caretaker = await colleague(['colleague']);
  const involved = await colleague(['da_manager', 'administrator']);
  const worker = await colleague(['da_worker']);
  await tell(caretaker, { staff_involved: 'yes', colleague_1: involved.staff, relation_1: 'relative' });
  const [row] = await rows(site, 'select id, reference from disclosure');
  const board = await involved.get('/disclosures');
  assert.equal(board.statusCode, 200);
  assert.doesNotMatch(board.body, new RegExp(row.reference));
  assert.match(board.body, /0 total|Nothing is waiting/);
  assert.equal((await involved.get(`/disclosures/${row.id}`)).statusCode, 404);
  assert.equal((await involved.get(`/disclosures/${row.id}/triage`)).statusCode, 404);
  assert.match((await worker.get('/disclosures')).body, new RegExp(row.reference));
  const notified = await rows(site, 'select staff_id, kind from notification');
  assert.deepEqual(notified, [{ staff_id: worker.staff, kind: 'triage_waiting' }]);
});

test('whoever records it and names themselves sees nothing of it afterwards either', async (t) => {
  const { site, colleague } = await office(t);
  const worker = await colleague(['da_worker']);
  const receipt = await worker.get(
    await tell(worker, { staff_involved: 'yes', colleague_1: worker.staff, relation_1: 'neighbour' }),
  );
  assert.equal(receipt.statusCode, 200);
  const [row] = await rows(site, 'select id from disclosure');
  assert.doesNotMatch(receipt.body, new RegExp(row.id));
  assert.equal((await worker.get(`/disclosures/${row.id}`)).statusCode, 404);
});

test('in danger the whole team is told at once', async (t) => {
  const { site, colleague } = await office(t);
  const caretaker = await colleague(['colleague']);
  const team = [await colleague(['da_worker']), await colleague(['da_manager'])];
  await tell(caretaker, { immediate_danger: 'yes', danger_response: 'Rang 999 at 16:50' });
  const notified = await rows(
    site,
    "select staff_id from notification where kind = 'danger' order by staff_id",
  );
  assert.deepEqual(
    notified.map((each) => each.staff_id),
    team.map(({ staff }) => staff).toSorted(),
  );
});

test('danger stands first on the board, then whoever has waited longest', async (t) => {
  const { site, colleague } = await office(t);
  const worker = await colleague(['da_worker']);
  await tell(worker, { 'received-time': '11:00' });
  await tell(worker, { 'received-time': '10:00' });
  await tell(worker, { immediate_danger: 'yes' });
  const references = await rows(
    site,
    "select reference from disclosure order by immediate_danger = 'yes' desc, received_at",
  );
  const board = (await worker.get('/disclosures')).body;
  const shownIn = (body: string) => [...new Set(body.match(/D-[A-Z2-9]{4}-[A-Z2-9]{4}/g))];
  assert.deepEqual(
    shownIn(board),
    references.map(({ reference }) => reference),
  );
  assert.match(board, /Immediate danger/);
  assert.doesNotMatch(board, secret);
  const danger = (await worker.get('/disclosures?danger=yes')).body;
  assert.equal(shownIn(danger).length, 1);
});

test('a contractor reports in a tick, sees a reference and guidance, and can read nothing back', async (t) => {
  const { site, colleague } = await office(t, '2026-11-23T11:00');
  const plumber = await colleague(['contractor']);
  assert.match((await plumber.get('/concerns/new')).body, /A tick or a sentence is enough/);
  const sent = await plumber.post('/concerns/new', {
    immediate_danger: 'no',
    indicators: ['locks_outside', 'damage'],
    verbatim: 'Zelda asked me not to say anything.',
    where_known: 'not_known',
    'received-day': '20',
    'received-month': '11',
    'received-year': '2026',
    'received-time': '15:00',
  });
  assert.equal(sent.statusCode, 303, sent.body);
  const thanks = await plumber.get(String(sent.headers.location));
  assert.match(thanks.body, /D-[A-Z2-9]{4}-[A-Z2-9]{4}/);
  assert.match(thanks.body, /What not to do/);
  assert.doesNotMatch(thanks.body, secret);
  const [row] = await rows(site, 'select id, told_by, indicators, received_at from disclosure');
  assert.equal(row.told_by, 'contractor');
  assert.deepEqual(row.indicators, ['locks_outside', 'damage']);
  assert.equal(row.received_at.toString(), '2026-11-20T15:00:00Z');
  assert.equal((await plumber.get(`/disclosures/${row.id}`)).statusCode, 403);
  const [delay] = await rows(site, "select outcome from obligation where commitment = 'concern-reported'");
  assert.equal(delay.outcome, 'breached', 'noticed on Friday, told on Monday');
});

test('a concern told in the same shift keeps the promise of Livv 2.4', async (t) => {
  const { site, colleague } = await office(t, '2026-11-23T11:00');
  const caretaker = await colleague(['colleague']);
  await caretaker.post('/concerns/new', {
    immediate_danger: 'no',
    verbatim: 'She flinched when he came in.',
    where_known: 'not_known',
    'received-time': '9:30',
  });
  const [delay] = await rows(
    site,
    "select outcome, started_at from obligation where commitment = 'concern-reported'",
  );
  assert.equal(delay.outcome, 'met');
  assert.equal(delay.started_at.toString(), '2026-11-23T09:30:00Z');
});

test('every look at a disclosure is recorded', async (t) => {
  const { site, colleague } = await office(t);
  const worker = await colleague(['da_worker']);
  await tell(worker);
  const [row] = await rows(site, 'select id from disclosure');
  const page = await worker.get(`/disclosures/${row.id}`);
  assert.equal(page.statusCode, 200, page.body);
  assert.match(page.body, /He says I may not see my sister/);
  assert.doesNotMatch(page.body, /<title>[^<]*(Zelda|abuse)/i);
  const viewed = await rows(site, "select staff_id, subject_id from event where name = 'disclosure.viewed'");
  assert.deepEqual(viewed, [{ staff_id: worker.staff, subject_id: row.id }]);
});

test('unfinished words are offered again, shown only when asked for, and gone once they are sent', async (t) => {
  const { colleague } = await office(t);
  const worker = await colleague(['da_worker']);
  await worker.post('/drafts/disclosure', { verbatim: told.verbatim });
  const offered = await worker.get('/disclosures/new');
  assert.match(offered.body, /You have a draft saved on Monday 23 November 2026/);
  assert.doesNotMatch(offered.body, secret);
  assert.match((await worker.get('/disclosures/new?draft=continue')).body, /He says I may not see my sister/);
  await tell(worker);
  assert.doesNotMatch((await worker.get('/disclosures/new')).body, /You have a draft/);
});
