import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { againstCall, type CallThen, ringsAt } from './call-still-agreed.ts';
import { at, office, phoneAgreed } from './testing.ts';
import type { WithFurther } from './ways.ts';

const promised: CallThen = { to: 'person', at: at('2026-07-02 10:30'), caseId: 'c1', outside: [] };
const before = at('2026-07-02 09:00');
const shut = { ...phoneAgreed, unsureSince: at('2026-07-01 12:00'), further: [] };

const against = (call: Partial<CallThen> = {}, now = before, agreed: WithFurther | null = shut) =>
  againstCall(agreed, { ...promised, ...call }, now, office).map(({ reason }) => reason);

describe('a call that was promised', () => {
  test('to the person is held against what is agreed now', () => {
    assert.deepEqual(against(), ['Somebody may suspect something: make sure first.']);
    assert.deepEqual(against({}, before, { ...phoneAgreed, further: [] }), []);
  });

  test('to whoever told us, before there is a case, or that has ended is held against nothing', () => {
    assert.deepEqual(against({ to: 'teller' }), []);
    assert.deepEqual(against({ caseId: null }), []);
    assert.deepEqual(against({ endedHow: 'rung' }), []);
  });

  test('is rung at its time, or now where that has passed', () => {
    const after = at('2026-07-02 16:00');
    assert.equal(ringsAt(promised, before).toString(), promised.at.toString());
    assert.equal(ringsAt(promised, after).toString(), after.toString());
    const mornings = { ...shut, unsureSince: null, windows: [{ days: [4], from: '10:00', to: '11:00' }] };
    assert.deepEqual(against({}, before, mornings), []);
    assert.notDeepEqual(against({}, after, mornings), []);
  });
});
