import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { sql, transact } from '#kit/sql.ts';
import { aRunningCase, at, attempt, pagesOf, text } from '#modules/cases/pages.fixture.ts';
import { addSession, browser, london, type TestBrowser } from '../../../tests/site.ts';

const agreed = {
  channel: 'phone',
  value: '07700 900123',
  'safe1-days': ['1', '2', '3', '4', '5'],
  'safe1-from': '10:00',
  'safe1-to': '14:00',
  voicemail: 'no',
  text: 'yes',
  agreed: 'yes',
  needsAsked: 'yes',
  language: 'Welsh',
};

type Case = Awaited<ReturnType<typeof aRunningCase>>;

/** Hours later, both sign in anew. */
async function later({ site, organisation, worker, manager }: Case, when: string) {
  site.clock.set(london(when));
  const anew = async ({ staff }: TestBrowser) =>
    browser(site.app, staff, await addSession(site.services, organisation, staff));
  return { worker: await anew(worker), manager: await anew(manager) };
}

test('a voicemail is not contact: the attempt is recorded and the clock runs on', async (t) => {
  const { worker, caseId, outcomes, site } = await aRunningCase(t);
  site.clock.set(london('2026-11-18T10:20'));
  const sent = await worker.post(
    `/cases/${caseId}/contacts/new`,
    attempt('voicemail_left', '2026-11-18T10:15', { doNow: 'Ask her at the school whether he heard it' }),
  );
  assert.equal(sent.statusCode, 303, text(sent.body));
  assert.deepEqual(await outcomes(), [null]);
  assert.match(text((await worker.get(`/cases/${caseId}/contact`)).body), /Attempt : Left a voicemail/);
  assert.match(text((await worker.get(`/cases/${caseId}`)).body), /Not contacted yet/);
});

test('a safe conversation keeps the promise, moves the case on and stands in the chronology', async (t) => {
  const { worker, caseId, outcomes, site } = await aRunningCase(t);
  site.clock.set(london('2026-11-18T10:25'));
  await worker.post(`/cases/${caseId}/contacts/new`, attempt('spoke_safely', '2026-11-18T10:15'));
  assert.deepEqual(await outcomes(), ['met']);
  const { body } = await worker.get(`/cases/${caseId}`);
  assert.match(text(body), /Contacted/);
  assert.match(text(body), /Kept Wednesday 18 November 2026 at 10:15/);
  assert.match(text(body), /We spoke, and it was safe to/);
});

test('a contact is neither in the future nor from before anybody told us', async (t) => {
  const { worker, caseId, outcomes } = await aRunningCase(t);
  for (const when of ['2026-11-18T10:05', '2026-11-18T09:50', '2026-11-17T10:00']) {
    const sent = await worker.post(`/cases/${caseId}/contacts/new`, attempt('spoke_safely', when));
    assert.equal(sent.statusCode, 422, when);
    assert.match(sent.body, /Nothing more/, 'what was typed is kept');
  }
  assert.deepEqual(await outcomes(), [null]);
});

test('when somebody else answered, safety is asked about first, and then the agreed way is in doubt', async (t) => {
  const { worker, caseId, site } = await aRunningCase(t);
  await worker.post(`/cases/${caseId}/contact/new`, { ...agreed, _version: '0' });
  assert.match(text((await worker.get(`/cases/${caseId}`)).body), /Safe contact: Phone call, 07700 900123/);
  site.clock.set(london('2026-11-18T10:25'));
  const path = `/cases/${caseId}/contacts/new`;
  const unasked = await worker.post(path, attempt('someone_else_answered', '2026-11-18T10:20'));
  assert.equal(unasked.statusCode, 422);
  await worker.post(path, attempt('someone_else_answered', '2026-11-18T10:20', { suspicion: 'not_known' }));
  const { body } = await worker.get(`/cases/${caseId}`);
  assert.match(text(body), /Check before contact: Somebody may suspect something/);
});

test('two colleagues who ask at the same time: the second sees both answers, and neither is lost', async (t) => {
  const { worker, manager, caseId } = await aRunningCase(t);
  const path = `/cases/${caseId}/contact/new`;
  await worker.post(path, { ...agreed, _version: '0' });
  const second = await manager.post(path, { ...agreed, value: '07700 900456', _version: '0' });
  assert.equal(second.statusCode, 409);
  assert.match(second.body, /07700 900123/);
  assert.match(second.body, /value="07700 900456"/);
  const again = await manager.post(path, { ...agreed, value: '07700 900456', _version: '1' });
  assert.equal(again.statusCode, 303);
  const { body } = await worker.get(`/cases/${caseId}/contact`);
  assert.match(text(body), /What was agreed before \(1\)/);
});

test('no safe way today: another manager approves the plan, and the promise is counted apart', async (t) => {
  const { worker, manager, otherManager, caseId, outcomes } = await aRunningCase(t);
  const plan = {
    why: 'He is at home with her',
    plan: 'Wait for her call',
    ...at('again', '2026-11-19T10:00'),
  };
  const proposed = await manager.post(`/cases/${caseId}/plans/new`, plan);
  const address = String(proposed.headers.location);
  assert.match(address, /^\/plans\//);
  const decision = { _version: '1', decision: 'approved', why: '' };
  assert.equal((await manager.post(address, decision)).statusCode, 403, 'nobody approves their own plan');
  assert.equal((await worker.post(address, decision)).statusCode, 403, 'a worker does not approve');
  assert.deepEqual(await outcomes(), [null]);
  assert.equal((await otherManager.post(address, decision)).statusCode, 303);
  assert.deepEqual(await outcomes(), ['met_by_plan']);
  assert.match(text((await worker.get(`/cases/${caseId}`)).body), /Kept by plan/);
});

test('outside what was agreed no page shows the number, until somebody says why, and that is recorded', async (t) => {
  const file = await aRunningCase(t);
  const { caseId, site, organisation } = file;
  const path = `/cases/${caseId}/contact`;
  await file.worker.post(`${path}/new`, {
    ...agreed,
    contactPerson: 'Her sister',
    contactPersonValue: '07700 900777',
    _version: '0',
  });
  assert.match((await file.worker.get(path)).body, /07700 900123/, 'now is an agreed time');
  const { worker, manager } = await later(file, '2026-11-18T14:20');
  for (const page of pagesOf(caseId)) {
    const { body } = await manager.get(page);
    assert.doesNotMatch(body, /07700/, page);
  }
  const shut = text((await worker.get(path)).body);
  assert.match(shut, /Do not contact: This is outside the times that were agreed/);
  assert.match(shut, /outside the times that were agreed\. \(V3\.3\)/);
  assert.equal((await worker.post(path, {})).statusCode, 422, 'a reason is needed');
  assert.equal(
    (await worker.post(path, { reason: 'other', words: '' })).statusCode,
    422,
    'and the other one in words',
  );
  const shown = await worker.post(path, { reason: 'other', words: 'She rang and asked for it' });
  assert.equal(shown.statusCode, 200);
  assert.match(shown.body, /07700 900123/);
  assert.match(shown.body, /07700 900777/);
  assert.match(text(shown.body), /Shown to you this once/);
  const after = await manager.get(path);
  assert.doesNotMatch(after.body, /07700/, 'once');
  assert.match(text(after.body), /The worker Another reason: She rang and asked for it/);
  const events = await transact({ pool: site.database.owner, checkRows: true }, { organisation }, (tx) =>
    tx.rows(
      z.object({ case_id: z.string(), data: z.unknown() }),
      sql`select case_id, data from event where name = 'contact-detail.shown'`,
    ),
  );
  assert.deepEqual(events, [{ case_id: caseId, data: { channel: 'phone', reason: 'other' } }]);
});

test('asked again at a contact and still right, it counts as asked that day; changed, nobody uses it', async (t) => {
  const file = await aRunningCase(t);
  const { caseId } = file;
  const path = `/cases/${caseId}/contact`;
  await file.worker.post(`${path}/new`, { ...agreed, _version: '0' });
  const { worker } = await later(file, '2026-12-21T10:20');
  assert.match(text((await worker.get(path)).body), /Asked more than 30 days ago/);
  const record = `/cases/${caseId}/contacts/new`;
  const unasked = await worker.post(record, attempt('spoke_safely', '2026-12-21T10:10'));
  assert.equal(unasked.statusCode, 422, 'whoever was reached is asked');
  await worker.post(record, attempt('spoke_safely', '2026-12-21T10:10', { stillRight: 'same' }));
  const open = text((await worker.get(path)).body);
  assert.match(open, /Safe contact: Phone call, 07700 900123/);
  assert.match(open, /Asked on Monday 21 December 2026/);
  assert.match(open, /Asked again how to be in touch safely: nothing has changed|Contact : We spoke/);
  const changed = await worker.post(
    record,
    attempt('spoke_safely', '2026-12-21T10:15', { stillRight: 'changed' }),
  );
  assert.equal(changed.headers.location, `${path}/new`, 'on to what is right now');
  assert.doesNotMatch((await worker.get(path)).body, /07700 900123/);
  const form = await worker.get(`${path}/new`);
  assert.doesNotMatch(form.body, /07700/, 'nor does the form show it');
  assert.match(form.body, /Leave this empty if it is still the same/);
  await worker.post(`${path}/new`, { ...agreed, value: '', unseen: 'yes', _version: '1' });
  assert.match(text((await worker.get(path)).body), /Safe contact: Phone call, 07700 900123/, 'kept unseen');
});

test('the earliest safe moment stands with the clock; too late for the promise, it leads to a plan', async (t) => {
  const file = await aRunningCase(t);
  const { worker, caseId } = file;
  assert.match(
    text((await worker.get(`/cases/${caseId}`)).body),
    /No safe moment is known\. Nothing has been agreed/,
  );
  await worker.post(`/cases/${caseId}/contact/new`, {
    ...agreed,
    'safe1-from': '14:00',
    'safe1-to': '15:30',
    _version: '0',
  });
  assert.match(
    text((await worker.get(`/cases/${caseId}`)).body),
    /Earliest safe moment: today 14:00 to 15:30 ?, while The worker is on duty/,
  );
  const afterwards = await later(file, '2026-11-18T15:25');
  const late = text((await afterwards.manager.get(`/cases/${caseId}`)).body);
  assert.match(late, /The deadline cannot be met safely\./);
  assert.match(late, /First safe moment after it: tomorrow 14:00 to 15:30/);
  assert.match(late, /Propose a plan to a manager/);
});
