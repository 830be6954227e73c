import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayAsk, programmeState } from './programme.ts';

const now = Temporal.Instant.from('2026-11-18T10:00:00Z');
const days = (count: number) => now.subtract({ minutes: Math.round(24 * 60 * count) });
const asked = (id: string, ago = 1) => ({ id, step: 'asked', outcome: '', recordedAt: days(ago) }) as const;
const said = (stepId: string, result: 'may_go' | 'not_now', ago = 1) => ({
  ...{ stepId, result, answeredAt: days(ago) },
});

test('nobody has answered: that is not now, and is not asked again meanwhile', () => {
  assert.equal(programmeState([asked('one')], [], now), 'waiting');
  assert.equal(mayAsk('waiting'), false);
});

test('the latest question counts: an answer to an earlier one opens nothing', () => {
  const steps = [asked('two'), asked('one', 9)];
  assert.equal(programmeState(steps, [said('one', 'may_go', 9)], now), 'waiting');
  assert.equal(programmeState(steps, [said('two', 'not_now'), said('one', 'may_go')], now), 'not_now');
});

test('an answer stands for fourteen days, and is asked for again after them', () => {
  assert.equal(programmeState([asked('one', 15)], [said('one', 'may_go', 14)], now), 'may_go');
  assert.equal(programmeState([asked('one', 15)], [said('one', 'may_go', 14.001)], now), 'ask_again');
  assert.equal(mayAsk('ask_again'), true);
});

test('a programme that goes on is not known yet; one that says nothing is known to say nothing', () => {
  const step = (name: 'referred' | 'outcome', outcome = '') =>
    ({ id: name, step: name, outcome, recordedAt: now }) as const;
  assert.equal(programmeState([step('referred')], [], now), 'referred');
  assert.equal(programmeState([step('outcome', 'goes_on'), step('referred')], [], now), 'referred');
  assert.equal(programmeState([step('outcome', 'not_known'), step('referred')], [], now), 'known');
});
