import assert from 'node:assert/strict';
import { test } from 'node:test';
import { momentFields, timeOfDay, typedMoment, whichHalf } from './typed-moment.ts';

const bounds = { timeZone: 'Europe/London' };
const at = (day: string, month: string, time: string) => ({
  'when-day': day,
  'when-month': month,
  'when-year': '2026',
  'when-time': time,
});
const read = (day: string, month: string, time: string) =>
  String(typedMoment(at(day, month, time), 'when', bounds));

test('a time is typed as people write it', () => {
  const written = ['2pm', '2 pm', '2.00pm', '2:00 p.m.', '14:00', '14.00', '1400'];
  assert.deepEqual(new Set(written.map(timeOfDay)), new Set(['14:00']));
  assert.deepEqual(['10am', '12am', '12pm', 'noon', '9.05', '11:59 PM'].map(timeOfDay), [
    '10:00',
    '00:00',
    '12:00',
    '12:00',
    '09:05',
    '23:59',
  ]);
  assert.equal(read('5', 'Mar', '2pm'), '2026-03-05T14:00:00Z');
});

test('what is no time, or could be two, is none', () => {
  for (const text of ['14pm', '0am', '13:00pm', '9', '5.5', '2e3', '0x5', '24:00', '12:60', '2:60pm', ''])
    assert.equal(timeOfDay(text), null, text);
  assert.match(read('5', '3', 'later'), /Enter the time, for example 14:30 or 2:30pm/);
});

test('an hour alone is taken where there is one a day, and asked about where there are two', () => {
  assert.deepEqual(['13', '14', '23', '09', '00'].map(timeOfDay), [
    '13:00',
    '14:00',
    '23:00',
    '09:00',
    '00:00',
  ]);
  for (const text of ['1', '9', '10', '12', '10 o’clock']) assert.equal(timeOfDay(text), null, text);
  assert.match(read('5', '3', '10'), /Say whether 10 is in the morning or in the evening: 10am or 10pm/);
  assert.match(whichHalf('12') ?? '', /noon or midnight/);
  for (const text of ['14', '24', 'later', '']) assert.equal(whichHalf(text), null, text);
});

test('a time that the clock left out is asked about', () => {
  assert.match(read('29', 'March', '01:30'), /clocks went forward.*no 01:30/);
  assert.equal(read('29', 'March', '00:59'), '2026-03-29T00:59:00Z');
  assert.equal(read('29', 'March', '02:00'), '2026-03-29T01:00:00Z');
});

test('of a time that came twice it is asked which, and either can be said and is shown again', () => {
  assert.match(read('25', 'October', '1:30am'), /came twice. Enter 01:30 BST for the first, 01:30 GMT for/);
  assert.equal(read('25', 'October', '1:30am BST'), '2026-10-25T00:30:00Z');
  assert.equal(read('25', 'October', '01:30 gmt'), '2026-10-25T01:30:00Z');
  for (const instant of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-07-01T09:05:00Z']) {
    const fields = momentFields('when', Temporal.Instant.from(instant), bounds.timeZone);
    assert.equal(String(typedMoment(fields, 'when', bounds)), instant);
  }
  assert.match(read('1', 'July', '09:05 GMT'), /the clock on the wall showed/);
});
