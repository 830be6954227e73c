import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterContact, caseStates, mayBecome } from '#modules/case-file/states.ts';
import type { StaffId } from '#rules/facts.ts';
import { phoneAgreed } from '#rules/testing.ts';
import {
  asksAboutSuspicion,
  attempts,
  type ContactChannel,
  type ContactOutcome,
  contactChannels,
  contactOutcomes,
} from './contact-outcomes.ts';
import { contactInWords } from './contact-words.ts';
import { mayDealWith } from './dealing.ts';
import { suspectedAfter } from './held-against.ts';
import { isContact, type WithWhom, whomFor, withWhom } from './with-whom.ts';

const reaching = (channel: ContactChannel, outcome: ContactOutcome, whom: WithWhom) => ({
  channel,
  outcome,
  withWhom: whom,
});
const every = contactChannels.flatMap(({ value: channel }) =>
  contactOutcomes.flatMap(({ value: outcome }) =>
    withWhom.map(({ value: whom }) => reaching(channel, outcome, whom)),
  ),
);

test('contact is speaking, meeting or replying safely, with the person; everything else is an attempt', () => {
  const made = every.filter((each) => isContact(each, phoneAgreed));
  assert.deepEqual(
    made.map(({ channel, outcome, withWhom: whom }) => `${channel} ${outcome} ${whom}`),
    [
      'phone spoke_safely person',
      'in_person met_safely person',
      'text replied_safely person',
      'email replied_safely person',
      'web_chat replied_safely person',
      'video spoke_safely person',
      'post replied_safely person',
    ],
  );
});

test('through a third person it is an attempt, unless what was agreed with the person names somebody', () => {
  const sister = reaching('through_somebody', 'replied_safely', 'trusted');
  assert.equal(isContact(sister, null), false);
  assert.equal(isContact(sister, phoneAgreed), false);
  assert.equal(isContact(sister, { ...phoneAgreed, contactPerson: 'Her sister' }), true);
  const unasked = { ...phoneAgreed, contactPerson: 'Her sister', agreedWithPerson: false };
  assert.equal(isContact(sister, unasked), false, 'somebody else named her');
  const neighbour = reaching('through_somebody', 'replied_safely', 'somebody_else');
  assert.equal(isContact(neighbour, { ...phoneAgreed, contactPerson: 'Her sister' }), false);
});

test('a letter is not a talk, nobody meets on the phone, and a visit leaves no voicemail', () => {
  for (const [channel, outcome] of [
    ['post', 'spoke_safely'],
    ['post', 'met_safely'],
    ['email', 'spoke_safely'],
    ['text', 'spoke_safely'],
    ['phone', 'met_safely'],
    ['phone', 'replied_safely'],
    ['in_person', 'voicemail_left'],
    ['through_somebody', 'spoke_safely'],
  ] as const)
    assert.deepEqual(whomFor(channel, outcome), [], `${channel} ${outcome}`);
});

test('every outcome comes of some way, and every way can come to nothing', () => {
  for (const { value: outcome } of contactOutcomes)
    assert.ok(
      contactChannels.some(({ value }) => whomFor(value, outcome).length > 0),
      outcome,
    );
  for (const { value: channel } of contactChannels)
    assert.ok(
      attempts.some(({ value }) => whomFor(channel, value).length > 0),
      channel,
    );
});

test('what was left against the agreement may have been heard: the way is unsure until somebody asked', () => {
  assert.equal(suspectedAfter('voicemail_left', ['voicemail_not_agreed']), 'not_known');
  assert.equal(suspectedAfter('message_sent', ['way_not_agreed']), 'not_known');
  assert.equal(suspectedAfter('voicemail_left', []), 'not_asked');
  assert.equal(suspectedAfter('no_answer', ['outside_times']), 'not_asked');
});

test('nobody puts away their own mistake, and nobody a second time', () => {
  const mine = 'me' as StaffId;
  const waits = { against: ['outside_times'], recordedBy: mine, dealtAt: null };
  assert.equal(mayDealWith(waits, mine).allowed, false);
  assert.equal(mayDealWith(waits, 'another' as StaffId).allowed, true);
  const dealt = { ...waits, dealtAt: Temporal.Instant.from('2026-07-01T10:00:00Z') };
  assert.equal(mayDealWith(dealt, 'another' as StaffId).allowed, false);
  assert.equal(mayDealWith({ ...waits, against: [] }, 'another' as StaffId).allowed, false);
});

test('somebody else answered: whether they may suspect something is asked before anything is kept', () => {
  assert.equal(asksAboutSuspicion('someone_else_answered'), true);
  assert.equal(asksAboutSuspicion('no_answer'), false);
});

test('the chronology warns where whoever answered may suspect something, or nobody knows', () => {
  const call = {
    channel: 'phone',
    outcome: 'someone_else_answered',
    withWhom: 'somebody_else',
    begunBy: 'us',
    against: [],
    doNow: '',
    danger: null,
    notes: 'A man answered',
  } as const;
  for (const maySuspect of ['yes', 'not_known'] as const)
    assert.match(contactInWords({ ...call, maySuspect }), /may now suspect something/);
  assert.equal(
    contactInWords({ ...call, maySuspect: 'no' }),
    'Phone call. Somebody else answered. We got in touch. With: somebody else.\n\nA man answered',
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
