import assert from 'node:assert/strict';
import { test } from 'node:test';
import { london } from '../../../tests/site.ts';
import { aRunningCase, at, attempt, text } from './pages.fixture.ts';

const agreed = {
  channel: 'phone',
  value: '07700 900123',
  times: 'Weekdays 10:00 to 14:00',
  voicemail: 'no',
  text: 'yes',
  agreed: 'yes',
  needsAsked: 'yes',
  language: 'Welsh',
};

test('a voicemail is not contact: the attempt is recorded and the clock runs on', async (t) => {
  const { worker, caseId, outcomes, site } = await aRunningCase(t);
  site.clock.set(london('2026-11-18T10:20'));
  const sent = await worker.post(
    `/cases/${caseId}/contacts/new`,
    attempt('voicemail_left', '2026-11-18T10:15'),
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
  assert.match(text(body), /Kept 18 November 2026 at 10:15/);
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
  assert.match(text(body), /Check before contact: Somebody else answered and may suspect something/);
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
