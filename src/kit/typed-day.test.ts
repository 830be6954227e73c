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

test('a day is typed as people write it', () => {
  const march = date('2026-03-05');
  for (const boxes of [on('5', '3'), on('05', '03'), on('5th', 'March'), on('5', 'mar'), on('5', 'Mar.')])
    assert.deepEqual(typedDay(boxes, 'due'), march, JSON.stringify(boxes));
  for (const whole of ['5 March 2026', '5th of March 2026', '5 Mar 2026', '5/3/2026', '05.03.2026'])
    assert.deepEqual(typedDay(on(whole, '', ''), 'due'), march, whole);
  assert.deepEqual(typedDay(on('5 March', '', '2026'), 'due'), march);
  assert.deepEqual(typedDay(on('5 March', '3', '2026'), 'due'), march);
  assert.deepEqual(typedDay(on('1', 'Sept'), 'due'), date('2026-09-01'));
});

test('what only a program takes for a number is no day, and what could be two days is none', () => {
  for (const boxes of [
    on('5.5'),
    on('2e1'),
    on('0x5'),
    on('5', '3.0'),
    on('5', '3', '2e3'),
    on('-5'),
    on('５'),
  ])
    assert.equal(typedDay(boxes, 'due'), 'Enter a real date', JSON.stringify(boxes));
  assert.equal(typedDay(on('5', 'Ma'), 'due'), 'Enter a real date', 'March or May');
  assert.equal(typedDay(on('5', 'Ju'), 'due'), 'Enter a real date', 'June or July');
  assert.equal(typedDay(on('5 March', '11'), 'due'), 'Enter a real date', 'two months');
  assert.equal(typedDay(on('5', '3', '26'), 'due'), 'Enter all four figures of the year');
  assert.equal(typedDay(on('5 March', '', ''), 'due'), 'Enter the day, the month and the year');
});
