import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../../tests/property.ts';
import { financialYear, type Held, type Move, movesTo, type SpendingStep, wantedBy } from './ledger.ts';

const held = (place: Held['place'], pence: number, year = 2026): Held => ({ year, place, pence });
const inWords = (moves: readonly Move[]) =>
  moves.map(({ from, to, pence }) => `${pence} ${from.place} ${from.year} > ${to.place} ${to.year}`);

test('a financial year begins on 1 April', () => {
  assert.equal(financialYear(Temporal.PlainDate.from('2026-03-31')), 2025);
  assert.equal(financialYear(Temporal.PlainDate.from('2026-04-01')), 2026);
});

test('what is approved is reserved, ordered it is committed, and what it cost is paid', () => {
  assert.deepEqual(inWords(movesTo([], { place: 'reserved', pence: 200 }, 2026)), [
    '200 free 2026 > reserved 2026',
  ]);
  assert.deepEqual(inWords(movesTo([held('reserved', 200)], { place: 'committed', pence: 200 }, 2026)), [
    '200 reserved 2026 > committed 2026',
  ]);
  assert.deepEqual(
    inWords(movesTo([held('committed', 200)], { place: 'paid', pence: 180 }, 2026)),
    ['180 committed 2026 > paid 2026', '20 committed 2026 > free 2026'],
    'what it did not cost is free again',
  );
});

test('it goes on in the year from which it came; only what is missing is taken of this one', () => {
  assert.deepEqual(inWords(movesTo([held('committed', 100, 2025)], { place: 'paid', pence: 130 }, 2026)), [
    '100 committed 2025 > paid 2025',
    '30 free 2026 > paid 2026',
  ]);
});

test('what is wanted no more, or was recorded in error, moves back', () => {
  assert.deepEqual(inWords(movesTo([held('paid', 90)], null, 2026)), ['90 paid 2026 > free 2026']);
  assert.deepEqual(movesTo([], null, 2026), []);
});

const step = (name: string, pence: number | null = null, struck = false): SpendingStep => ({
  ...{ step: name, struck, pence, fundId: name === 'approved' ? 'fund' : null },
});

test('how far an offer has come says what it holds', () => {
  const wanted = (...steps: readonly SpendingStep[]) => wantedBy([step('taken'), ...steps])?.wanted;
  const approved = step('approved', 300);
  assert.deepEqual(wanted(approved), { place: 'reserved', pence: 300 });
  assert.deepEqual(wanted(approved, step('ordered')), { place: 'committed', pence: 300 });
  assert.deepEqual(wanted(approved, step('ordered'), step('delivered', 280)), { place: 'paid', pence: 280 });
  assert.deepEqual(wanted(approved, step('delivered')), { place: 'committed', pence: 300 });
  assert.deepEqual(wanted(approved, step('delivered', 280), step('confirmed'), step('ended')), {
    ...{ place: 'paid', pence: 280 },
  });
  assert.deepEqual(wanted(approved, step('delivered', 280), step('not_come')), {
    place: 'committed',
    pence: 300,
  });
  assert.deepEqual(wanted(approved, step('declined')), null);
  assert.deepEqual(wanted(approved, step('ordered'), step('ended')), null);
  assert.deepEqual(wanted(step('approved', 300, true)), undefined, 'struck out, it never was approved');
});

const place = fc.constantFrom('reserved' as const, 'committed' as const, 'paid' as const);
const wish = fc.option(fc.record({ place, pence: fc.integer({ min: 1, max: 500 }) }));
const commands = fc.array(
  fc.record({ thing: fc.integer({ min: 0, max: 3 }), wanted: wish, year: fc.constantFrom(2025, 2026) }),
  { maxLength: 40 },
);

test('whatever is asked of a fund, its books balance, and nothing goes below nought', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_500 }), commands, (budget, asked) => {
      const lies = new Map<string, number>();
      const holds = new Map<string, number>();
      const add = (book: Map<string, number>, key: string, pence: number) =>
        book.set(key, (book.get(key) ?? 0) + pence);
      for (const year of [2025, 2026]) {
        add(lies, `${year} landlord`, -budget);
        add(lies, `${year} free`, budget);
      }
      for (const { thing, wanted, year } of asked) {
        const mine = [...holds].flatMap(([key, pence]): Held[] => {
          const [of, in_, at] = key.split(' ');
          return of === `${thing}` ? [{ year: Number(in_), place: at as Held['place'], pence }] : [];
        });
        let covered = true;
        for (const { from, to, pence } of movesTo(mine, wanted, year)) {
          const source = `${from.year} ${from.place}`;
          if ((lies.get(source) ?? 0) < pence) {
            assert.equal(from.place, 'free', 'only what is taken anew can be lacking');
            covered = false;
            continue;
          }
          add(lies, source, -pence);
          add(lies, `${to.year} ${to.place}`, pence);
          if (from.place !== 'free') add(holds, `${thing} ${source}`, -pence);
          if (to.place !== 'free') add(holds, `${thing} ${to.year} ${to.place}`, pence);
        }
        const sum = [...lies.values()].reduce((all, each) => all + each, 0);
        assert.equal(sum, 0);
        for (const [key, pence] of lies) assert.ok(pence >= 0 || key.endsWith('landlord'), key);
        const mineNow = [...holds].filter(([key]) => key.startsWith(`${thing} `));
        const at = (name: string) =>
          mineNow.filter(([key]) => key.endsWith(name)).reduce((all, [, pence]) => all + pence, 0);
        for (const name of ['reserved', 'committed', 'paid'])
          if (name !== wanted?.place) assert.equal(at(name), 0, `nothing is left ${name}`);
        if (covered) assert.equal(wanted ? at(wanted.place) : 0, wanted?.pence ?? 0);
      }
    }),
    runs(2_000),
  );
});
