import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { sql, transact } from '#kit/sql.ts';
import { aRunningCase, at, attempt, text } from '#modules/cases/pages.fixture.ts';
import { addSession, browser, london } from '../../../tests/site.ts';

const agreed = {
  channel: 'phone',
  value: '07700 900123',
  'safe1-days': ['1', '2', '3', '4', '5'],
  'safe1-from': '10:00',
  'safe1-to': '11:00',
  voicemail: 'no',
  text: 'no',
  agreed: 'yes',
  _version: '0',
};

/** A case in which something is agreed; later both sign in anew. */
async function anAgreedCase(t: Parameters<typeof aRunningCase>[0], when: string) {
  const running = await aRunningCase(t);
  const { site, organisation, caseId } = running;
  await running.worker.post(`/cases/${caseId}/contact/new`, agreed);
  site.clock.set(london(when));
  const anew = async ({ staff }: typeof running.worker) =>
    browser(site.app, staff, await addSession(site.services, organisation, staff));
  return { ...running, worker: await anew(running.worker), manager: await anew(running.manager) };
}

const warned = /govuk-notification-banner(?!--success)[^>]*>[\s\S]*went against what was agreed/;

test('a voicemail that was not agreed is recorded as such, told, and dealt with by somebody else', async (t) => {
  const { worker, manager, caseId, site, organisation } = await anAgreedCase(t, '2026-11-18T10:30');
  const page = `/cases/${caseId}/contacts/new`;
  const left = attempt('voicemail_left', '2026-11-18T10:25', { notes: 'Rang about the visit' });
  const asked = await worker.post(page, left);
  assert.equal(asked.statusCode, 422);
  assert.match(text(asked.body), /Voicemail was not agreed\. Say what is to be done now/);
  assert.match(asked.body, /Rang about the visit/, 'what was typed is kept');
  const saved = await worker.post(page, { ...left, doNow: 'Ask her at school whether he heard it' });
  assert.equal(saved.statusCode, 303);
  const contact = (await worker.get(`/cases/${caseId}/contact`)).body;
  assert.match(contact, warned);
  assert.doesNotMatch(contact, /govuk-notification-banner--success/, 'it is no success');
  assert.match(text(contact), /Against what was agreed: Voicemail was not agreed/);
  assert.match(text(contact), /Somebody may suspect something: make sure first/, 'the way is unsure');
  const notices = await transact(site.services.db, { organisation, system: true }, (tx) =>
    tx.rows(
      z.object({ staff: z.string() }),
      sql`select staff_id as staff from notification where kind = 'against_agreement'`,
    ),
  );
  assert.ok(
    notices.some(({ staff }) => staff === manager.staff),
    'a manager is told',
  );
  assert.ok(
    notices.every(({ staff }) => staff !== worker.staff),
    'whoever recorded it knows',
  );
  assert.match(text((await worker.get(`/cases/${caseId}`)).body), /dealt with the same working day/);

  const dealing = /href="([^"]+\/dealing)"/.exec(contact)?.[1] ?? '';
  const done = { done: 'Asked her at school: nobody heard it', stillSafe: 'yes' };
  const own = await worker.post(dealing, done);
  assert.equal(own.statusCode, 403, 'nobody puts away their own mistake');
  assert.match(text((await worker.get(dealing)).body), /Somebody else than whoever recorded it/);
  assert.equal((await manager.post(dealing, { stillSafe: 'yes' })).statusCode, 422);
  assert.equal((await manager.post(dealing, done)).statusCode, 303);
  assert.match(text((await worker.get(`/cases/${caseId}/contact`)).body), /nobody heard it/);
  assert.doesNotMatch(
    text((await worker.get(`/cases/${caseId}`)).body),
    /dealt with the same working day: Due/,
  );
});

test('a call outside the agreed times is against them, whoever answered; one inside them is not', async (t) => {
  const { worker, caseId } = await anAgreedCase(t, '2026-11-18T12:30');
  const page = `/cases/${caseId}/contacts/new`;
  const spoke = { ...attempt('spoke_safely', '2026-11-18T12:25'), stillRight: 'same' };
  const late = await worker.post(page, spoke);
  assert.equal(late.statusCode, 422);
  assert.match(text(late.body), /outside the times that were agreed/);
  const inTime = { ...spoke, ...at('happened', '2026-11-18T10:30') };
  assert.equal((await worker.post(page, inTime)).statusCode, 303);
  const theirs = { ...spoke, begunBy: 'them' };
  assert.equal((await worker.post(page, theirs)).statusCode, 303, 'they rang at an hour of their own choice');
  assert.match(text((await worker.get(`/cases/${caseId}/contact`)).body), /They got in touch/);
});

test('what does not fit together is not kept: a letter is no talk, and a contact says with whom', async (t) => {
  const { worker, caseId, outcomes } = await aRunningCase(t);
  const page = `/cases/${caseId}/contacts/new`;
  const talk = attempt('spoke_safely', '2026-11-18T10:00');
  for (const [more, why] of [
    [{ channel: 'post' }, /cannot come of the way/],
    [{ whom: '' }, /Say with whom it was/],
    [{ whom: 'somebody_else' }, /does not fit what came of it/],
    [
      { channel: 'through_somebody', outcome: 'replied_safely', whom: 'trusted' },
      /names nobody whom they trust/,
    ],
  ] as const) {
    const sent = await worker.post(page, { ...talk, ...more });
    assert.equal(sent.statusCode, 422);
    assert.match(text(sent.body), why);
  }
  const sister = {
    channel: 'through_somebody',
    outcome: 'replied_safely',
    whom: 'somebody_else',
    begunBy: 'them',
    dangerNow: '',
  };
  assert.equal((await worker.post(page, { ...talk, ...sister })).statusCode, 303);
  assert.deepEqual(await outcomes(), [null], 'through a third person it is an attempt');
});
