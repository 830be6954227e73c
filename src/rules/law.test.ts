import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inForceOn, laws } from './law.ts';

const on = (day: string) => inForceOn(Temporal.PlainDate.from(day)).map(({ id }) => id);

test('an entry of September 2021 shows priority need and not yet the definition; one of October shows both', () => {
  assert.equal(on('2021-09-30').includes('priority-need'), true);
  assert.equal(on('2021-09-30').includes('definition'), false);
  assert.equal(on('2021-10-01').includes('definition'), true);
});

test('where a law changed, one form of it is in force on any day', () => {
  for (const day of ['2016-01-01', '2023-04-04', '2023-04-05', '2026-11-18'])
    assert.equal(on(day).filter((id) => id.startsWith('coercive-control')).length, 1, day);
  assert.deepEqual(on('1990-01-01'), []);
});

test('what is a Bill, or has not commenced, is in force on no day', () => {
  for (const { id, status } of laws.filter(({ from }) => from === null)) {
    assert.match(status, /bill|not_commenced/);
    assert.equal(on('2100-01-01').includes(id), false, id);
  }
});

test('every rule has a source, real dates in their order, and an id of its own', () => {
  assert.equal(new Set(laws.map(({ id }) => id)).size, laws.length);
  for (const { id, from, to, checkedOn, source } of laws) {
    assert.notEqual(source, '', id);
    const [first, last] = [from, to].map((day) => day && Temporal.PlainDate.from(day));
    if (first && last) assert.equal(Temporal.PlainDate.compare(first, last), -1, id);
    if (checkedOn) Temporal.PlainDate.from(checkedOn);
  }
  const dated = laws.map(({ from }) => from ?? '9999');
  assert.deepEqual(dated, dated.toSorted());
});
