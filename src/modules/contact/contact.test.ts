import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterContact, caseStates, mayBecome } from '#modules/case-file/states.ts';
import {
  asksAboutSuspicion,
  attempts,
  contactOutcomes,
  contactsMade,
  stopsTheClock,
} from './contact-outcomes.ts';
import { contactInWords } from './contact-words.ts';

test('a voicemail is not contact', () => {
  assert.equal(stopsTheClock('voicemail_left'), false);
});

test('a message without a reply is not contact', () => {
  assert.equal(stopsTheClock('message_sent'), false);
});

test('a call that somebody else answered, that dropped or was not safe is an attempt', () => {
  for (const outcome of ['someone_else_answered', 'call_dropped', 'not_safe_to_talk'] as const)
    assert.equal(stopsTheClock(outcome), false, outcome);
});

test('speaking, meeting or replying safely is contact, and nothing else is', () => {
  const stopping = contactOutcomes.map((each) => each.value).filter(stopsTheClock);
  assert.deepEqual(stopping, ['spoke_safely', 'met_safely', 'replied_safely']);
  assert.equal(contactsMade.length + attempts.length, contactOutcomes.length);
});

test('somebody else answered: whether they may suspect something is asked before anything is kept', () => {
  assert.equal(asksAboutSuspicion('someone_else_answered'), true);
  assert.equal(asksAboutSuspicion('no_answer'), false);
});

test('the chronology warns where whoever answered may suspect something, or nobody knows', () => {
  const call = { channel: 'phone', outcome: 'someone_else_answered', notes: 'A man answered' };
  for (const maySuspect of ['yes', 'not_known'] as const)
    assert.match(contactInWords({ ...call, maySuspect }), /may now suspect something/);
  assert.equal(
    contactInWords({ ...call, maySuspect: 'no' }),
    'Phone call. Somebody else answered.\n\nA man answered',
  );
});

test('the first safe contact moves a case on from triage; attempts and later contacts leave it where it is', () => {
  assert.equal(afterContact('triaged', true), 'contacted');
  assert.equal(afterContact('triaged', false), 'triaged');
  for (const state of caseStates.filter((each) => each !== 'triaged'))
    assert.equal(afterContact(state, true), state);
});

test('a case can be handed over before anybody made contact, and a closed one only reopened', () => {
  assert.equal(mayBecome('triaged', 'handed_over'), true);
  assert.equal(mayBecome('triaged', 'closed'), false);
  assert.deepEqual(
    caseStates.filter((to) => mayBecome('closed', to)),
    ['active'],
  );
});
