import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type BankHolidays, bundledBankHolidays as known } from './bank-holidays.ts';
import { changesBetween, problemsOfNewer, withNewer } from './newer.ts';

/** A year with eight bank holidays, all of them Mondays. */
const year = (of: number) =>
  Array.from({ length: 8 }, (_, index) => {
    const first = Temporal.PlainDate.from({ year: of, month: index + 1, day: 7 });
    return { date: first.subtract({ days: first.dayOfWeek - 1 }).toString(), title: 'A day' };
  });
const everywhere = (list: BankHolidays['scotland']): BankHolidays => ({
  'england-and-wales': list,
  scotland: list,
  'northern-ireland': list,
});
const newer = everywhere([...year(2029), ...year(2030)]);
const reasons = (list: BankHolidays) =>
  problemsOfNewer(list, known).map(({ path, reason }) => `${path} ${reason}`);

describe('a newer list of bank holidays', () => {
  test('is taken where it is whole, and so is the one that Lintel brings', () => {
    assert.deepEqual(reasons(newer), []);
    assert.deepEqual(reasons(known), []);
  });

  test('that was cut short in the middle of a year is turned away', () => {
    const cut = reasons(everywhere([...year(2029), ...year(2030).slice(0, 5)]));
    assert.equal(cut.length, 3);
    assert.match(cut[0] ?? '', /2030 has 5 bank holidays.*cut short/);
    assert.match(
      reasons(everywhere([...year(2029), ...year(2031)])).join(),
      /2030 has 0/,
      'a year is missing',
    );
  });

  test('that ends before what is known already is turned away', () => {
    assert.match(reasons(everywhere(year(2027))).join(), /ends on 2027.*until 2028-12-26 already/);
  });

  test('with a Sunday, or a day that stands there twice, is turned away', () => {
    const list = [...year(2029), { date: '2029-12-30', title: 'A Sunday' }];
    assert.match(reasons(everywhere(list)).join(), /2029-12-30 is a Saturday or a Sunday/);
    assert.match(reasons(everywhere([...year(2029), ...year(2029)])).join(), /stands there twice/);
  });

  test('rules from its first to its last day; what was known outside of it stays', () => {
    const merged = withNewer(known, newer).scotland;
    assert.equal(merged[0]?.date, '2023-01-02');
    assert.equal(merged.at(-1)?.date, newer.scotland.at(-1)?.date);
    assert.equal(merged.length, known.scotland.length + 16);
    assert.deepEqual(
      withNewer(newer, known).scotland,
      merged,
      'a program that knows more by itself keeps it',
    );
  });

  test('says what is new and what is gone', () => {
    const [change] = changesBetween(known, withNewer(known, everywhere([...year(2028), ...year(2029)])));
    assert.equal(change?.division, 'england-and-wales');
    assert.ok(change?.gone.some(({ date }) => date === '2028-12-26'));
    assert.ok((change?.added.length ?? 0) >= 8);
  });
});
