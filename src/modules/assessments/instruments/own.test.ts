import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { indication } from '#modules/risk-level/rating.ts';
import { customary, type LocalRules, nameAt, rulesOf } from '#modules/risk-level/threshold.ts';
import { type RiskLevel, riskLevels } from '#rules/facts.ts';
import { runs } from '../../../../tests/property.ts';
import { type Answers, bandOf, type Given, givenOn, scoreInWords, scoreOf } from '../assessment.ts';
import { foundIn } from '../found.ts';
import { harbour } from './harbour.fixture.ts';
import { type Item, itemsOf, weightOf } from './instrument.ts';
import { type OwnInstrument, ownFileOf, ownInstrument } from './own.ts';

const matrix = ownInstrument(harbour);
const items = itemsOf(matrix);

const given = (answers: Readonly<Record<string, Given>>): Answers =>
  new Map(Object.entries(answers).map(([item, answer]) => [item, { item, answer, note: '', source: '' }]));

function proposed(answers: Answers, of = matrix, local: LocalRules = rulesOf(customary)) {
  const today = Temporal.PlainDate.from('2026-11-18');
  const nothing = { received: [], callOuts: null, lastMaracOn: null, sinceMarac: [], today, local };
  return indication({ ...nothing, found: [foundIn(of, answers)] });
}

const rank = (level: RiskLevel | null) => (level === null ? -1 : riskLevels.indexOf(level));
const levelOf = (answers: Readonly<Record<string, Given>>, of = matrix) =>
  rank(proposed(given(answers), of).level);
const offered = ({ scale }: Item) => givenOn[scale].map(({ value }) => value);
const anyAnswers = fc.record(
  Object.fromEntries(items.map((item) => [item.id, fc.constantFrom(...offered(item))])),
);
const oneOf = (nth: number) => items[nth % items.length] ?? matrix.sections[0]?.items[0];
/** The least grave answer of every scale: all is answered, and nothing is there. */
const allNo = Object.fromEntries(
  items.map((item) => [item.id, offered(item)[0] === 'yes' ? 'no' : offered(item)[0]]),
);

test('a graver answer never lowers what is proposed, nor what is scored', () => {
  const graver = {
    yes_no: ['no', 'dont_know', 'yes'],
    grade: ['none', 'standard', 'moderate', 'high'],
    trend: ['less', 'same', 'more'],
  } as const;
  fc.assert(
    fc.property(anyAnswers, fc.nat(), fc.nat(3), (answers, nth, step) => {
      const item = oneOf(nth);
      if (!item) return;
      const order: readonly Given[] = graver[item.scale];
      const at = order.indexOf(answers[item.id] ?? 'not_asked');
      const next = order[Math.min(order.length - 1, at + step)];
      if (at === -1 || !next) return;
      const worse = { ...answers, [item.id]: next };
      assert.ok(levelOf(worse) >= levelOf(answers), `${item.id} became ${next}`);
      const points = (of: typeof answers) => scoreOf(matrix, given(of)).points ?? 0;
      assert.ok(points(worse) >= points(answers));
    }),
    runs(10_000),
  );
});

test('a blank scores nothing, is never taken for a no, and leaves nothing below medium', () => {
  fc.assert(
    fc.property(anyAnswers, fc.nat(), (answers, nth) => {
      const item = oneOf(nth);
      if (!item || item.uncounted) return;
      const blank = { ...answers, [item.id]: 'not_asked' } as const;
      const least = {
        ...answers,
        [item.id]: item.scale === 'yes_no' ? 'no' : offered(item)[0],
      } as typeof answers;
      assert.ok(levelOf(blank) >= levelOf(least));
      assert.ok(levelOf(blank) >= rank('medium'));
      assert.equal(weightOf(item, 'not_asked'), 0);
    }),
    runs(5_000),
  );
});

test('any flagged yes is never below medium, though it weighs nothing', () => {
  assert.equal(
    levelOf(allNo as Record<string, Given>),
    rank('standard'),
    'all was asked, and nothing is there',
  );
  for (const { id, ground = '' } of items.filter((item) => item.ground)) {
    const level = (answer: Given) => levelOf({ ...allNo, [id]: answer } as Record<string, Given>);
    assert.equal(level('yes'), rank('medium'), ground);
    assert.equal(level('dont_know'), rank('medium'), `${ground}, not known`);
  }
});

test('nothing is proposed that is lower than what the bands say', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const { points = 0 } = scoreOf(matrix, given(answers));
      const band = harbour.levels.findLast(({ from }) => points >= from)?.means ?? 'standard';
      assert.ok(levelOf(answers) >= rank(band), `${points} points`);
    }),
    runs(5_000),
  );
});

test('whatever the weights are, to let an answer weigh more never lowers anything', () => {
  const weights = fc.record({ yes: fc.nat(99), more: fc.nat(20), nth: fc.nat(9) });
  fc.assert(
    fc.property(anyAnswers, weights, (answers, { yes, more, nth }) => {
      const weighing = (weight: number): OwnInstrument => ({
        ...harbour,
        items: harbour.items.map((item, index) =>
          index === nth + 3 ? { ...item, weights: { yes: weight } } : item,
        ),
      });
      const [light, heavy] = [ownInstrument(weighing(yes)), ownInstrument(weighing(yes + more))];
      const points = (of: typeof light) => scoreOf(of, given(answers)).points ?? 0;
      assert.ok(points(heavy) >= points(light));
      assert.ok(levelOf(answers, heavy) >= levelOf(answers, light));
    }),
    runs(5_000),
  );
});

test('a score is told with the name that the instrument gives it, and with how many were answered', () => {
  const hurt = { ...allNo, '1': 'yes', '2': 'high', '3': 'more' } as Record<string, Given>;
  const said = (answers: Record<string, Given>) => {
    const score = scoreOf(matrix, given(answers));
    return scoreInWords(score, { counts: true, band: bandOf(matrix, score) });
  };
  assert.equal(said(hurt), '24 points (Silver), 13 of 13 answered');
  assert.equal(said({ ...hurt, '4': 'not_asked' }), '24 points (Silver or higher), 12 of 13 answered');
  assert.equal(
    said({}),
    '0 points (Pebble or higher), 0 of 13 answered',
    'nobody was asked: that is no Pebble',
  );
});

test('where an area says otherwise, its own scores and names hold; elsewhere the instrument’s do', () => {
  const answers = given({ ...allNo, '1': 'yes', '2': 'high', '3': 'more' } as Record<string, Given>);
  const by = (local: LocalRules) => {
    const [first] = proposed(answers, matrix, local).routes;
    return first?.route === 'score' ? [first.level, first.named, first.byItself ?? false] : first;
  };
  assert.deepEqual(by(rulesOf(customary)), ['medium', 'Silver', true]);
  const names = { high: 'Red', medium: 'Amber', standard: 'Green' };
  const local = rulesOf({ ...customary, instrument: 'own-1', highFrom: 24, mediumFrom: 12, names });
  assert.deepEqual(by(local), ['high', 'Red', false]);
  assert.equal(nameAt(harbour.levels, 39), 'Silver');
});

test('its file is what it was made of, so that the next version starts from it', () => {
  const again = { ...ownFileOf(matrix), instrument: 'own-1', version: harbour.version } as OwnInstrument;
  assert.deepEqual(ownInstrument(again), matrix);
});
