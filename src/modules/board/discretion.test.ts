import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../../tests/property.ts';
import { keptShare, shareInWords, shown, shownInWords } from './discretion.ts';
import { noTally, type Tally } from './tally.ts';

const tally = (met: number, byPlan: number, breached: number, recordedLate = 0): Tally => ({
  ...noTally,
  ended: met + byPlan + breached + recordedLate,
  met,
  byPlan,
  breached,
  recordedLate,
});
const director = (figure: number) => shownInWords(shown(figure, 'figures-only'));

test('whoever sees cases sees every figure to the unit', () => {
  assert.equal(shownInWords(shown(2, 'sees-cases')), '2');
  assert.equal(shareInWords(keptShare(tally(18, 0, 2), 'sees-cases')), '90%');
});

test('a director is not told of fewer than five', () => {
  assert.deepEqual([0, 1, 4, 5, 7, 8, 20].map(director), [
    '0',
    'fewer than 5',
    'fewer than 5',
    'about 5',
    'about 5',
    'about 10',
    'about 20',
  ]);
});

test('two broken promises of twenty cannot be worked out by subtraction, nor from the share', () => {
  const { met, breached, ended } = tally(18, 0, 2);
  assert.deepEqual([ended, met, breached].map(director), ['about 20', 'about 20', 'fewer than 5']);
  assert.equal(shareInWords(keptShare(tally(18, 0, 2), 'figures-only')), 'over 80%');
});

test('the share is told about where no part of it is small, and whole where nothing else ended', () => {
  assert.equal(shareInWords(keptShare(tally(45, 0, 5), 'figures-only')), 'about 90%');
  assert.equal(shareInWords(keptShare(tally(30, 0, 0), 'figures-only')), '100%');
});

test('of fewer than five, no share is told at all', () => {
  assert.equal(shareInWords(keptShare(tally(3, 0, 0), 'figures-only')), 'not shown');
  assert.equal(shareInWords(keptShare(tally(0, 0, 0), 'figures-only')), 'none ended');
});

test('one broken promise in a thousand is not a hundred per cent', () => {
  assert.equal(shareInWords(keptShare(tally(999, 0, 1), 'sees-cases')), '99%');
});

const count = fc.integer({ min: 0, max: 60 });

test('"over" is always true, and says the same of all that the shown figures may stand for', () => {
  fc.assert(
    fc.property(count, count, count, count, (met, byPlan, breached, late) => {
      const share = keptShare(tally(met, byPlan, breached, late), 'figures-only');
      if (share.kind !== 'over') return true;
      return (met / (met + byPlan + breached + late)) * 100 >= share.percent;
    }),
    runs(100),
  );
});

test('what is said of a share is true of every number that the figures may stand for', () => {
  fc.assert(
    fc.property(count, count, count, count, (met, byPlan, breached, late) => {
      const share = keptShare(tally(met, byPlan, breached, late), 'figures-only');
      if (share.kind !== 'about') return true;
      const real = (met / (met + byPlan + breached + late)) * 100;
      return Math.abs(real - share.percent) <= 8;
    }),
    runs(100),
  );
});
