import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { runs } from '../../../tests/property.ts';
import { readDate } from './dates.ts';
import { normalisePostcode } from './postcode.ts';

test('the third of April is never taken for the fourth of March', () => {
  assert.equal(readDate('03/04/1980')?.toString(), '1980-04-03');
  assert.equal(readDate('1980-04-03')?.toString(), '1980-04-03');
  assert.equal(readDate('1980-04-03T00:00:00')?.toString(), '1980-04-03');
});

test('a day that does not exist is no date', () => {
  for (const written of ['31/02/2024', '2023-02-29', '13/13/2020', '1/2/80', 'yesterday', ''])
    assert.equal(readDate(written), null, written);
});

test('any day reads the same in both spellings', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
      const day = Temporal.PlainDate.from('2000-01-01').add({ days });
      const two = (part: number) => String(part).padStart(2, '0');
      assert.ok(readDate(day.toString())?.equals(day));
      assert.ok(readDate(`${two(day.day)}/${two(day.month)}/${day.year}`)?.equals(day));
    }),
    runs(100),
  );
});

test('a postcode is written as Royal Mail writes it', () => {
  assert.equal(normalisePostcode('ex12ab'), 'EX1 2AB');
  assert.equal(normalisePostcode(' sw1a  1aa'), 'SW1A 1AA');
  assert.equal(normalisePostcode('12345'), null);
});
