import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreementAt } from './agreement-at.ts';

const on = (time: string) => Temporal.Instant.from(`2026-07-01T${time}:00Z`);
const first = { id: 'first', recordedAt: on('09:00') };
const second = { id: 'second', recordedAt: on('12:00') };
const history = {
  versions: [second, first],
  asked: [
    { versionId: 'first', answer: 'same' as const, at: on('10:00') },
    { versionId: 'second', answer: 'changed' as const, at: on('13:00') },
  ],
  suspected: [on('09:30'), on('11:00')],
};

test('a call is held against what was agreed when it was made, not against what was agreed since', () => {
  assert.equal(agreementAt(history, on('08:59')), null, 'nothing had been agreed');
  assert.equal(agreementAt(history, on('11:59'))?.id, 'first');
  assert.equal(agreementAt(history, on('12:00'))?.id, 'second');
});

test('what was in doubt then is in doubt then, until somebody asked again', () => {
  assert.deepEqual(agreementAt(history, on('09:45'))?.unsureSince, on('09:30'));
  assert.equal(agreementAt(history, on('10:30'))?.unsureSince, null, 'asked at ten: nothing had changed');
  assert.deepEqual(agreementAt(history, on('11:30'))?.unsureSince, on('11:00'));
  assert.equal(agreementAt(history, on('12:30'))?.unsureSince, null, 'agreed anew at twelve');
  assert.equal(agreementAt(history, on('12:59'))?.changedSince, null);
  assert.deepEqual(agreementAt(history, on('13:30'))?.changedSince, on('13:00'));
});
