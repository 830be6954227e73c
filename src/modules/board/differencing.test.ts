import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { packs } from '#packs/index.ts';
import type { Pack } from '#rules/pack.ts';
import { runs } from '../../../tests/property.ts';
import { boardOf } from './board.ts';
import { boardRows } from './csv.ts';
import { besideRows } from './csv-beside.ts';
import { type Counted, gather, spansOf } from './gather.ts';
import { yearsOf } from './months.ts';
import { choosePeriod, type Period, type PeriodAsked } from './period.ts';
import { publishedTally } from './published.ts';
import { noTally, plus } from './tally.ts';
import { worstFirst } from './worst-first.ts';

const today = Temporal.PlainDate.from('2026-11-18');
const [pack] = packs as readonly [Pack];
const headlined = pack.headline.flatMap(({ promises }) => promises);
/** Promises that are added up in one headline, and one that stands alone. */
const commitments = [...headlined.slice(0, 3), 'triage'];
const endings = [
  'met',
  'late-confirmed',
  'recorded-late',
  'breached',
  'by-plan:safer',
  'by-plan:wish',
  'at-birth',
];
const closed = { days: [], short: [], opened: [], many: [] };

/** How many promises of one kind ended in one way on one day. */
interface Ended {
  readonly day: Temporal.PlainDate;
  readonly commitment: string;
  readonly ending: string;
  readonly number: number;
}

const ended = fc.record({
  day: fc.integer({ min: 0, max: 300 }).map((ago) => today.subtract({ days: ago })),
  commitment: fc.constantFrom(...commitments),
  ending: fc.constantFrom(...endings),
  number: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 30 })),
});

/** Everything that whoever sees figures only may ask for. */
const questions: readonly PeriodAsked[] = [
  ...['month', '30', '90', '365'].map((period) => ({ period })),
  ...Array.from({ length: 11 }, (_, from) =>
    Array.from({ length: 11 - from }, (__, length) => ({
      period: 'custom',
      from: today.subtract({ months: from + length, days: from }).toString(),
      to: today.subtract({ months: from }).toString(),
    })),
  ).flat(),
];

function sums(world: readonly Ended[], spans: readonly Counted[]) {
  return spans.flatMap(({ from, to }, nth) => {
    const inIt = world.filter(
      ({ day }) => Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0,
    );
    return [...Map.groupBy(inIt, ({ commitment, ending }) => `${commitment} ${ending}`).values()].map(
      (same) => {
        const { commitment, ending } = same[0] as Ended;
        const number = same.reduce((sum, each) => sum + each.number, 0);
        return { span: nth + 1, commitment, tally: publishedTally(ending, number) };
      },
    );
  });
}

/** All that a director reads of a world, by whatever they ask: the file, the order of the page, and each month. */
function read(world: readonly Ended[]): string {
  const current = commitments.map((commitment) => ({ commitment, ending: 'running', number: 3 }));
  const answers = questions.map((asked) => {
    const { period } = choosePeriod(asked, today, true);
    const spans = spansOf(period, 'figures-only', today);
    const known = gather([pack], spans, sums(world, spans), current, 'figures-only');
    const board = boardOf(pack, known, today);
    const { rows, fewOverdue, tooFew } = worstFirst(board.promises, 'figures-only');
    return [
      ...boardRows(board, period, 'figures-only'),
      ...besideRows(board, period, 'figures-only', { pack, since: null, closed }),
      ...[rows, fewOverdue, tooFew].map((list) => list.map(({ commitment }) => commitment.id)),
    ];
  });
  return JSON.stringify([answers, byMonth(world)]);
}

function byMonth(world: readonly Ended[]) {
  const year = choosePeriod({ period: '365' }, today, true).period as Period;
  const spans = spansOf(year, 'figures-only', today).filter(({ towards }) => towards === 'period');
  const promises = pack.commitments.filter(({ id }) => commitments.includes(id));
  const tallies = sums(world, spans).map(({ span, commitment, tally }) => ({
    ...plus(noTally, tally),
    commitment,
    month: spans[span - 1]?.from ?? today,
  }));
  return yearsOf(
    promises,
    tallies,
    spans.map(({ from }) => from),
    'figures-only',
  ).map(({ months }) => months.map(({ share }) => share));
}

const cellOf = ({ day, commitment, ending }: Ended) => `${day.toPlainYearMonth()} ${commitment} ${ending}`;

describe('whoever sees figures only, and asks whatever may be asked, in any order', () => {
  test('cannot tell one to four from each other, in any month, of any promise, in any way that it ended', () => {
    fc.assert(
      fc.property(fc.array(ended, { minLength: 1, maxLength: 25 }), fc.nat(), (drawn, nth) => {
        const past = drawn.filter(({ day }) => !day.equals(today));
        const small = [...Map.groupBy(past, cellOf).values()].filter(
          (same) => same.reduce((sum, { number }) => sum + number, 0) < 5,
        );
        const chosen = small[nth % Math.max(1, small.length)];
        if (!chosen) return;
        const rest = past.filter((each) => !chosen.includes(each));
        const [any] = chosen as [Ended];
        const answers = [1, 2, 3, 4].map((number) => read([...rest, { ...any, number }]));
        assert.equal(new Set(answers).size, 1, cellOf(any));
      }),
      runs(15),
    );
  });

  test('could have told them apart by subtraction, had each sum been rounded by itself', () => {
    const rounded = (count: number) => (count < 5 ? 'few' : Math.round(count / 5) * 5);
    // Months of 4, 9, 1, 1 and 1: from these alone it follows that the first is 4, and the last three are 1 each.
    const seen = (months: readonly number[]) =>
      months.flatMap((_, from) =>
        months
          .slice(from)
          .map((__, length) =>
            rounded(months.slice(from, from + length + 1).reduce((sum, each) => sum + each, 0)),
          ),
      );
    const fits = [1, 2, 3, 4].filter((first) =>
      [8, 9, 10, 11, 12].some(
        (second) => JSON.stringify(seen([first, second, 1, 1, 1])) === JSON.stringify(seen([4, 9, 1, 1, 1])),
      ),
    );
    assert.deepEqual(fits, [4]);
  });

  test('is told of today nothing, so that looking twice a day tells nothing', () => {
    const one: Ended = { day: today, commitment: 'triage', ending: 'breached', number: 1 };
    assert.equal(read([one]), read([]));
  });

  test('is answered in whole months whatever is asked, each of them by itself', () => {
    const days = fc.integer({ min: 0, max: 900 }).map((ago) => today.subtract({ days: ago }).toString());
    const asked = fc.record({
      period: fc.constantFrom('custom', 'month', '30', '90', '365', 'nonsense'),
      from: days,
      to: days,
    });
    fc.assert(
      fc.property(asked, (question) => {
        const { period } = choosePeriod(question, today, true);
        const yesterday = today.subtract({ days: 1 });
        for (const { from, to } of spansOf(period, 'figures-only', today)) {
          assert.equal(from.day, 1);
          assert.ok(to.day === to.daysInMonth || to.equals(yesterday), `${from} to ${to}`);
          assert.ok(from.toPlainYearMonth().equals(to.toPlainYearMonth()));
        }
      }),
      runs(100),
    );
  });
});
