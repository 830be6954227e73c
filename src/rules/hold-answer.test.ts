import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  askedFirstAfterwards,
  type Held,
  type HoldAgreement,
  type HoldCase,
  type HoldFacts,
  holdAnswer,
  holdContacts,
  strictest,
} from './hold-answer.ts';

const now = Temporal.Instant.from('2026-11-30T09:00:00Z');
const agreed: HoldAgreement = {
  channel: 'phone',
  mayText: true,
  mayEmail: true,
  mayPost: true,
  mayVisit: true,
  agreedWithPerson: true,
  askedAt: now.subtract({ hours: 24 }),
  unsureSince: null,
  changedSince: null,
  movedSince: null,
};
const goesOn = { spaceFrom: null, respiteFrom: null, respiteUntil: null };
const open: HoldCase = { ours: true, closedAt: null, here: true, feared: 'elsewhere', agreed, court: goesOn };
const nothing: HoldFacts = { known: true, told: false, lookedAt: null, cases: [], held: [] };
const inTouch = holdContacts.filter((contact) => contact !== 'court_action');
const answersFor = (facts: Partial<HoldFacts>) =>
  new Set(inTouch.map((contact) => holdAnswer({ ...nothing, ...facts }, contact, now)));
const only = (...answers: string[]) => new Set(answers);

describe('another system of the landlord asks whether it may be in touch', () => {
  test('it may where nothing is on record about anybody there', () => {
    assert.deepEqual(answersFor({}), only('no'));
  });

  test('it asks first about whoever is not on the register: they may have just moved', () => {
    assert.deepEqual(answersFor({ known: false }), only('call_first'));
  });

  test('it sends nothing from the moment that something was told, before anybody has looked at it', () => {
    assert.deepEqual(answersFor({ told: true }), only('yes'));
  });

  test('an open case is never answered with no, whatever was agreed in it', () => {
    assert.deepEqual(answersFor({ cases: [open] }), only('call_first'));
  });

  test('nothing is sent where nothing was agreed, or where whoever is feared is there or may be', () => {
    for (const difference of [
      { agreed: null },
      { feared: 'near' },
      { feared: 'not_known' },
    ] as const satisfies Partial<HoldCase>[])
      assert.deepEqual(answersFor({ cases: [{ ...open, ...difference }] }), only('yes'));
  });

  test('nothing is sent while what was agreed is in doubt', () => {
    for (const doubt of [
      { channel: 'none' },
      { agreedWithPerson: false },
      { askedAt: now.subtract({ hours: 31 * 24 }) },
      { unsureSince: now },
      { changedSince: now },
    ] as const satisfies Partial<HoldAgreement>[])
      assert.deepEqual(answersFor({ cases: [{ ...open, agreed: { ...agreed, ...doubt } }] }), only('yes'));
  });

  test('each way counts by itself: what was not agreed is held', () => {
    const byPhone = { ...agreed, mayText: false, mayEmail: false, mayPost: false, mayVisit: false };
    const answers = inTouch.map((contact) =>
      holdAnswer({ ...nothing, cases: [{ ...open, agreed: byPhone }] }, contact, now),
    );
    assert.deepEqual(answers, ['yes', 'yes', 'yes', 'call_first', 'yes']);
  });

  test('after a move no letter goes and nobody comes until it is agreed anew', () => {
    const moved = [{ ...open, agreed: { ...agreed, movedSince: now } }];
    const answers = inTouch.map((contact) => holdAnswer({ ...nothing, cases: moved }, contact, now));
    assert.deepEqual(answers, ['yes', 'call_first', 'call_first', 'call_first', 'yes']);
  });

  test('a home of before, and a home of whoever is feared, are asked about first', () => {
    assert.deepEqual(answersFor({ cases: [{ ...open, here: false, agreed: null }] }), only('call_first'));
  });

  test('for half a year after a case was closed, somebody is asked first', () => {
    const ended = (closedAt: Temporal.Instant) => answersFor({ cases: [{ ...open, closedAt }] });
    const long = now.subtract(askedFirstAfterwards);
    assert.deepEqual(ended(long.add({ seconds: 1 })), only('call_first'));
    assert.deepEqual(ended(long), only('no'));
  });

  test('a hold that somebody set holds what it names, and has everything else asked about', () => {
    const held = [{ ours: true, contacts: ['letter', 'visit'], endedAt: null }] as const;
    const answers = inTouch.map((contact) => holdAnswer({ ...nothing, held }, contact, now));
    assert.deepEqual(answers, ['yes', 'call_first', 'call_first', 'call_first', 'yes']);
  });

  test('whatever ends is followed by the same half year: a case, a hold of any cause, what came to nothing', () => {
    const ended = (at: Temporal.Instant) =>
      [
        { cases: [{ ...open, closedAt: at }] },
        { held: [{ ours: true, contacts: holdContacts, endedAt: at }] },
        { lookedAt: at },
      ].map(answersFor);
    const long = now.subtract(askedFirstAfterwards);
    for (const answers of ended(now)) assert.deepEqual(answers, only('call_first'));
    for (const answers of ended(long.add({ seconds: 1 }))) assert.deepEqual(answers, only('call_first'));
    for (const answers of ended(long)) assert.deepEqual(answers, only('no'));
  });

  test('a hold whose end is still to come holds until then', () => {
    const held = [{ ours: true, contacts: holdContacts, endedAt: now.add({ seconds: 1 }) }];
    assert.deepEqual(answersFor({ held }), only('yes'));
  });

  test('what is looked at for the same work alone counts for nothing', () => {
    const others = { ours: false } as const;
    const held = [{ ...others, contacts: holdContacts, endedAt: null }];
    assert.deepEqual(answersFor({ cases: [{ ...open, ...others, agreed: null }], held }), only('no'));
  });

  test('of several things on record the strictest counts', () => {
    const closed = { ...open, closedAt: now };
    assert.deepEqual(answersFor({ known: false, cases: [closed, { ...open, agreed: null }] }), only('yes'));
    assert.equal(strictest(['no', 'yes', 'call_first']), 'yes');
    assert.equal(strictest([]), 'call_first', 'nothing asked is not “no hold”');
  });
});

describe('those who collect income ask whether court action may go on', () => {
  const asked = (facts: Partial<HoldFacts>) => holdAnswer({ ...nothing, ...facts }, 'court_action', now);
  const inCase = (difference: Partial<HoldCase>) => asked({ cases: [{ ...open, ...difference }] });
  const day = Temporal.PlainDate.from('2026-11-30');

  test('it may where nothing is on record about anybody there', () => {
    assert.equal(asked({}), 'no');
  });

  test('not from the moment that something was told, before anybody has looked at it', () => {
    assert.equal(asked({ told: true }), 'yes');
  });

  test('not while breathing space stands, whatever was agreed about letters', () => {
    assert.equal(inCase({ court: { ...goesOn, spaceFrom: now } }), 'yes');
    assert.equal(inCase({ court: { ...goesOn, spaceFrom: now.add({ seconds: 1 }) } }), 'call_first');
  });

  test('not on any day of a Debt Respite Scheme, the first and the last among them', () => {
    const within = (respiteFrom: Temporal.PlainDate, respiteUntil: Temporal.PlainDate) =>
      inCase({ court: { ...goesOn, respiteFrom, respiteUntil } });
    assert.equal(within(day, day), 'yes');
    assert.equal(within(day.add({ days: 1 }), day.add({ days: 60 })), 'call_first');
    assert.equal(within(day.subtract({ days: 60 }), day.subtract({ days: 1 })), 'call_first');
  });

  test('where nothing holds it any more, somebody who knows is asked first: papers come to the home', () => {
    assert.equal(inCase({}), 'call_first');
  });

  test('what goes on after a case is closed holds on; else it ends as everything does', () => {
    assert.equal(inCase({ closedAt: now, court: { ...goesOn, spaceFrom: now } }), 'yes');
    assert.equal(inCase({ closedAt: now }), 'call_first');
    assert.equal(inCase({ closedAt: now.subtract(askedFirstAfterwards) }), 'no');
  });

  test('at a former home, and at a home of whoever is feared, somebody is asked first', () => {
    assert.equal(inCase({ here: false, court: { ...goesOn, spaceFrom: now } }), 'call_first');
  });

  test('what was drawn by chance, or set by hand, answers as a case does', () => {
    const held = (contacts: Held['contacts'], endedAt: Held['endedAt'] = null) =>
      asked({ held: [{ ours: true, contacts, endedAt }] });
    assert.equal(held(holdContacts), 'yes');
    assert.equal(held([]), 'call_first');
    assert.equal(held(holdContacts, now), 'call_first');
  });
});
