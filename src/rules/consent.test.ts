import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreedTo, type Consent, endsSoon, freelyGiven, standingOf } from './consent.ts';

const at = (text: string) => Temporal.Instant.from(text);
const asked = at('2026-07-01T10:00:00+01:00');
const moment = { now: at('2026-07-10T10:00:00+01:00'), timeZone: 'Europe/London', closedAt: null };

const consent: Consent = {
  id: 'one',
  recipientId: 'idva',
  purpose: 'support',
  kinds: ['account', 'risk'],
  answer: 'given',
  givenAt: asked,
  recordedAt: asked,
  until: null,
  changed: null,
  recipientEndedAt: null,
};
const wanted = { recipientId: 'idva', purpose: 'support', kinds: ['account'] } as const;
const covered = (consents: readonly Consent[], what = {}, when = moment) =>
  agreedTo(consents, { ...wanted, ...what }, when).covered;

test('they agreed to one agency, for one purpose, about some things: to nothing else', () => {
  assert.equal(covered([consent]), true);
  assert.equal(covered([consent], { recipientId: 'police' }), false);
  assert.equal(covered([consent], { purpose: 'prosecution' }), false);
  assert.equal(covered([consent], { kinds: ['account', 'health'] }), false);
  assert.equal(covered([consent], { kinds: [] }), false, 'nothing in particular is not agreed to');
  assert.equal(covered([]), false);
});

test('after 90 days they are asked again, or after the day that they named, which is never far', () => {
  const on = (now: string) => ({ ...moment, now: at(now) });
  assert.equal(covered([consent], {}, on('2026-09-29T23:59:00+01:00')), true);
  assert.equal(covered([consent], {}, on('2026-09-30T00:01:00+01:00')), false);
  const until = { ...consent, until: Temporal.PlainDate.from('2026-07-05') };
  assert.equal(covered([until]), false);
  const forYears = { ...consent, until: Temporal.PlainDate.from('2030-01-01') };
  assert.equal(covered([forYears], {}, on('2027-01-02T09:00:00Z')), false);
});

test('a week before its last day it ends soon; once it has ended it does not, for it is stale', () => {
  const soon = (now: string) => {
    const when = { ...moment, now: at(now) };
    return endsSoon(standingOf(consent, when), when);
  };
  assert.equal(soon('2026-09-21T23:59:00+01:00'), false);
  assert.equal(soon('2026-09-22T00:01:00+01:00'), true);
  assert.equal(soon('2026-09-30T00:01:00+01:00'), false);
});

test('it is asked again where the agency changed, the case was closed, or they were not sure', () => {
  const stale = [
    standingOf({ ...consent, recipientEndedAt: moment.now }, moment),
    standingOf(consent, { ...moment, closedAt: at('2026-07-05T10:00:00Z') }),
    standingOf({ ...consent, changed: { change: 'unsure', recordedAt: moment.now } }, moment),
  ];
  assert.deepEqual(
    stale.map(({ standing }) => standing),
    ['stale', 'stale', 'stale'],
  );
});

test('what they took back or refused stands over what they agreed to before, whatever order it was written in', () => {
  const later = at('2026-07-03T10:00:00+01:00');
  const refusal: Consent = { ...consent, id: 'no', answer: 'refused', kinds: ['account'], givenAt: later };
  assert.equal(covered([consent, { ...refusal, recordedAt: later }]), false);
  const writtenFirst = { ...consent, recordedAt: at('2026-07-04T10:00:00+01:00') };
  assert.equal(
    covered([{ ...refusal, recordedAt: later }, writtenFirst]),
    false,
    'said later, written earlier',
  );
  const withdrawn: Consent = { ...consent, changed: { change: 'withdrawn', recordedAt: later } };
  assert.equal(covered([withdrawn]), false);
  const again: Consent = { ...consent, id: 'again', givenAt: moment.now, recordedAt: moment.now };
  assert.equal(covered([withdrawn, again]), true, 'asked again, they agreed');
  assert.equal(
    covered([consent, { ...refusal, recordedAt: later }], { kinds: ['risk'] }),
    true,
    'of risk it was not',
  );
});

test('a yes is theirs: not a relative’s, not through a relative, not with whoever they fear beside them', () => {
  assert.equal(freelyGiven({ by: 'person', heard: 'nobody' }).allowed, true);
  assert.equal(freelyGiven({ by: 'interpreter', heard: 'professional' }).allowed, true);
  for (const by of ['family', 'other'] as const)
    assert.equal(freelyGiven({ by, heard: 'nobody' }).allowed, false);
  for (const heard of ['feared', 'not_known'] as const)
    assert.equal(freelyGiven({ by: 'person', heard }).allowed, false);
});
