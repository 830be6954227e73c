import assert from 'node:assert/strict';
import test from 'node:test';
import { decideOrder, noEvidence, shown } from './date-order.ts';
import { orderShown, readDate } from './dates.ts';

const evidenceOf = (...dates: readonly string[]) =>
  dates.reduce((evidence, written, at) => shown(evidence, written, at + 2), noEvidence);
const decide = (dates: readonly string[], chosen: 'day-first' | 'month-first' | null = null) =>
  decideOrder('date_of_birth', evidenceOf(...dates), chosen);

test('one date with its month first says so for the whole column, wherever it stands, and the import tells', () => {
  const decision = decide(['01/02/1980', '03/04/1990', '12/31/1979', '05/06/2001']);
  assert.deepEqual(decision, {
    order: 'month-first',
    note: 'date_of_birth is read with the month first, as line 4 shows.',
  });
  assert.equal(readDate('01/02/1980', 'month-first')?.toString(), '1980-01-02');
});

test('one date with its day first says so for the whole column', () => {
  assert.deepEqual(decide(['01/02/1980', '31/12/1979']), { order: 'day-first', note: null });
});

test('where no date shows it, or both orders stand there, somebody is asked', () => {
  assert.match(
    JSON.stringify(decide(['01/02/1980', '03/04/1990'])),
    /ask.*No date in date_of_birth shows.*line 2/,
  );
  assert.match(
    JSON.stringify(decide(['31/12/1979', '12/31/1979'])),
    /ask.*both orders: on line 2.*on line 3/,
  );
});

test('what was answered holds, and the import says that it was answered', () => {
  assert.match(JSON.stringify(decide(['01/02/1980'], 'month-first')), /"month-first","note":".*as you said/);
  assert.match(
    JSON.stringify(decide(['31/12/1979', '12/31/1979'], 'day-first')),
    /"day-first","note":".*both orders/,
  );
});

test('an answer does not stand against what a whole column shows', () => {
  assert.match(JSON.stringify(decide(['01/02/1980', '31/12/1979'], 'month-first')), /"day-first"/);
});

test('dates that mean one day only are no question', () => {
  for (const written of [
    '1980-02-01',
    '1 February 1980',
    '01-Feb-1980',
    '05/05/1980',
    '',
    'yesterday',
    '32/13/2000',
  ])
    assert.equal(orderShown(written), null, written);
  assert.deepEqual(decide(['1980-02-01', '05/05/1980', '']), { order: 'day-first', note: null });
});

test('a date with its month in words, or with a time behind it, is read', () => {
  for (const written of [
    '1 February 1980',
    '01-Feb-1980',
    '1980-02-01 00:00:00',
    '01/02/1980 00:00',
    '1980-02-01T00:00:00Z',
  ])
    assert.equal(readDate(written)?.toString(), '1980-02-01', written);
});
