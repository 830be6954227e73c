import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ringAt } from './ring-at.ts';

const moment = { promisedAt: Temporal.Instant.from('2026-11-23T10:00:00Z'), timeZone: 'Europe/London' };
const read = (day: string, month: string, year: string, time: string) =>
  String(ringAt({ 'ring-day': day, 'ring-month': month, 'ring-year': year, 'ring-time': time }, moment));

test('“I will ring you at 4” is a call on the day it was said; nothing typed is none', () => {
  assert.equal(read('', '', '', '4pm'), '2026-11-23T16:00:00Z');
  assert.equal(read('24', '11', '2026', '9:30'), '2026-11-24T09:30:00Z');
  assert.equal(read('', '', '', ''), 'null');
});

test('nobody is promised a call for before they were told so, without a time, or far away', () => {
  assert.equal(read('', '', '', '9:00'), 'Enter a time after the call was promised');
  assert.equal(read('24', '12', '2027', '9:30'), 'Enter a time within a month');
  assert.match(read('24', '11', '2026', ''), /Enter the time/);
  assert.match(read('', '', '', 'soon'), /Enter the time/);
});
