import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageProblem, bornOn, childInWords, noChild, yearsOld } from './child.ts';

const today = Temporal.PlainDate.from('2026-11-23');

test('an age is taken as it is said; a birth date as people write dates', () => {
  for (const age of ['7', 'about 4', '18 months', 'unborn', 'a baby', '', '3 or 4', '6 years old'])
    assert.equal(ageProblem(age, today), null, age);
  for (const born of ['12/3/2019', '12 March 2019', '12th Mar 2019', '2019-03-12']) {
    assert.equal(ageProblem(born, today), null, born);
    assert.equal(String(bornOn(born)), '2019-03-12', born);
  }
  assert.equal(bornOn('about 4'), null);
});

test('no day that does not exist, is to come or has half a year is kept as a birth date', () => {
  assert.match(ageProblem('31/2/2019', today) ?? '', /real date/);
  assert.match(ageProblem('12/3/19', today) ?? '', /real date/);
  assert.match(ageProblem('24/11/2026', today) ?? '', /in the past/);
});

test('how old somebody is follows from the birth date, and from an age that is known to the year', () => {
  const at = (age: string) => yearsOld({ age, bornOn: bornOn(age) }, today);
  assert.equal(at('12/3/2019'), 7);
  assert.equal(at('24/11/2019'), 6);
  assert.equal(at('7 years old'), 7);
  assert.equal(at('about 4'), null);
  assert.equal(at('18 months'), null);
});

test('whatever was said of a child is said again, with or without a name', () => {
  assert.equal(childInWords({ name: 'Mia', age: '7', school: 'St Mary’s' }), 'Mia, 7, St Mary’s');
  assert.equal(childInWords({ ...noChild, name: 'Mia', age: '12/3/2019' }), 'Mia, born 12 March 2019');
  assert.equal(childInWords({ ...noChild, age: 'about 4' }), 'A child whose name is not known, about 4');
});
