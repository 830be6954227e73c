import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayFields, typedDay } from './typed-day.ts';

const on = (day: string, month = '12', year = '2026') => ({
  'due-day': day,
  'due-month': month,
  'due-year': year,
});
const date = Temporal.PlainDate.from;

test('a day is typed in three boxes', () => {
  assert.deepEqual(typedDay(on('3'), 'due'), date('2026-12-03'));
  assert.deepEqual(typedDay(dayFields('due', date('2027-01-31')), 'due'), date('2027-01-31'));
});

test('a day that is not there is said so, and changes nothing', () => {
  assert.equal(typedDay(on('31', '2'), 'due'), 'Enter a real date');
  assert.equal(typedDay(on('first'), 'due'), 'Enter a real date');
  assert.equal(typedDay(on('3', ''), 'due'), 'Enter the day, the month and the year');
});

test('nothing typed is no day, unless one is needed', () => {
  assert.equal(typedDay({}, 'due'), null);
  assert.equal(typedDay({}, 'due', { missing: 'Enter the day' }), 'Enter the day');
});

test('a day too early or too late is refused in the form’s own words; the bounds themselves are not', () => {
  const bounds = { notBefore: date('2026-12-02'), notAfter: date('2026-12-04'), tooEarly: 'Not yet' };
  assert.equal(typedDay(on('1'), 'due', bounds), 'Not yet');
  assert.equal(typedDay(on('5'), 'due', bounds), 'This is too late');
  assert.deepEqual(typedDay(on('2'), 'due', bounds), date('2026-12-02'));
  assert.deepEqual(typedDay(on('4'), 'due', bounds), date('2026-12-04'));
});
