import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { firstKnownAt } from './first-known.ts';

const now = Temporal.Instant.from('2026-10-26T10:00:00Z');
const empty = { day: '', month: '', year: '', time: '' };

function read(typed: Partial<typeof empty>): string {
  const moment = firstKnownAt({ ...empty, ...typed }, now, 'Europe/London');
  return moment.toString();
}

describe('when it was first known', () => {
  test('is now where nothing is typed', () => {
    assert.equal(read({}), '2026-10-26T10:00:00Z');
  });
  test('is earlier today where only a time is typed', () => {
    assert.equal(read({ time: '8:15' }), '2026-10-26T08:15:00Z');
  });
  test('follows the office’s clock on both sides of the clock change', () => {
    assert.equal(read({ day: '24', month: '10', year: '2026', time: '16:55' }), '2026-10-24T15:55:00Z');
    assert.equal(read({ day: '25', month: '10', year: '2026', time: '16:55' }), '2026-10-25T16:55:00Z');
  });
  test('is the start of the day where only a date is typed', () => {
    assert.equal(read({ day: '23', month: '10', year: '2026' }), '2026-10-22T23:00:00Z');
  });
  test('is never in the future', () => {
    assert.equal(read({ time: '10:01' }), 'Enter a time that has passed');
    assert.equal(read({ day: '27', month: '10', year: '2026' }), 'Enter a time that has passed');
  });
  test('is a date and a time that exist', () => {
    assert.match(read({ day: '31', month: '9', year: '2026' }), /real date/);
    assert.match(read({ day: '1', month: '9', year: '26' }), /four figures of the year/);
    assert.match(read({ day: '1', month: '9' }), /the month and the year/);
    assert.match(read({ time: 'after lunch' }), /time, for example/);
    assert.match(read({ time: '24:10' }), /time, for example/);
  });
});
