import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayRest, mayResume, pauseEndings, type RestFacts, reachedSince, whyTwo } from './pausing.ts';

const on = (day: string) => Temporal.Instant.from(`${day}T10:00:00Z`);
const usual: RestFacts = {
  riskLevel: 'medium',
  riskJudged: true,
  leadId: 'somebody',
  loweringWaiting: false,
  lastPausedAt: null,
  lastContactAt: on('2026-07-01'),
};

test('a case rests at the person’s wish, by one hand, where nothing speaks against it', () => {
  assert.deepEqual(whyTwo(usual), []);
  assert.deepEqual(whyTwo({ ...usual, riskLevel: 'high' }), [], 'high alone is no reason to press anybody');
  assert.deepEqual(whyTwo({ ...usual, riskLevel: null, riskJudged: false, leadId: null }), []);
});

test('a high risk that is just being lowered, or that nobody leads, is not put to rest by one person', () => {
  assert.deepEqual(whyTwo({ ...usual, riskLevel: 'high', loweringWaiting: true }), ['lowering_waits']);
  assert.deepEqual(whyTwo({ ...usual, riskLevel: 'high', leadId: null }), ['no_lead']);
});

test('a second pause needs a manager where nobody was reached since the first began', () => {
  const again = { ...usual, lastPausedAt: on('2026-07-02') };
  assert.deepEqual(whyTwo(again), ['no_contact_between']);
  assert.deepEqual(whyTwo({ ...again, lastContactAt: null }), ['never_reached']);
  assert.deepEqual(whyTwo({ ...again, lastContactAt: on('2026-07-03') }), []);
});

test('a case in which nobody was ever reached is put to rest by two, for there is no wish to go by', () => {
  assert.deepEqual(whyTwo({ ...usual, lastContactAt: null }), ['never_reached']);
});

test('that contact was made is said by a contact on record, whatever is chosen from the list', () => {
  const allowed = (contactSince: boolean) =>
    pauseEndings.map(({ value }) => value).filter((reason) => mayResume(reason, contactSince).allowed);
  assert.deepEqual(allowed(false), ['new_incident', 'other']);
  assert.deepEqual(allowed(true), ['they_came_back', 'agreed_day', 'new_incident', 'other']);
  assert.equal(reachedSince(on('2026-07-01'), on('2026-07-02')), false);
  assert.equal(reachedSince(null, on('2026-07-02')), false);
  assert.equal(reachedSince(on('2026-07-02'), on('2026-07-02')), false);
  assert.equal(reachedSince(on('2026-07-03'), on('2026-07-02')), true);
});

test('a case rests once at a time, and a closed one needs no rest', () => {
  const open = { closedAt: null, pausedAt: null, immediateDanger: false };
  assert.equal(mayRest({ ...open, pausedAt: on('2026-07-01') }).allowed, false);
  assert.equal(mayRest({ ...open, closedAt: on('2026-07-01') }).allowed, false);
  assert.equal(mayRest(open).allowed, true);
});

test('no case rests while a danger stands, and one whose level nobody judged not by one person', () => {
  assert.equal(mayRest({ closedAt: null, pausedAt: null, immediateDanger: true }).allowed, false);
  assert.deepEqual(whyTwo({ ...usual, riskLevel: 'high', riskJudged: false }), ['not_judged']);
});
