import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cancelledInWords, type WhyCancelled, whyCancelled } from './appointment.ts';

/** Each in words that are true of it alone: an entry may be shown to the person. */
const says: Readonly<Record<WhyCancelled, string>> = {
  they_asked: 'cancelled: they asked us not to come, or not to call.',
  not_safe: 'cancelled: it is not safe, or may not be.',
  we_cannot: 'cancelled: we cannot come or call.',
  not_needed: 'cancelled: it is no longer needed.',
  by_mistake: 'cancelled: it was planned by mistake.',
  case_closed: 'cancelled: the case was closed.',
  case_rests: 'cancelled: they wish to be left in peace for now.',
  another_time: 'cancelled: they asked for another time.',
  let_go: 'cancelled: they said that they do not need it any more.',
};

test('each reason for which a visit or a call is cancelled has its own words in the chronology', () => {
  for (const { value } of whyCancelled) assert.equal(cancelledInWords(value), says[value]);
  assert.equal(new Set(whyCancelled.map(({ label }) => label)).size, Object.keys(says).length);
});
