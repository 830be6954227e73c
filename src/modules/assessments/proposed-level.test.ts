import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { levelWords } from '#modules/risk-level/level.ts';
import { indication } from '#modules/risk-level/rating.ts';
import { ratingAfterAssessment, ratingAsStated, type Standing } from '#modules/risk-level/rating-decision.ts';
import { customary, rulesOf } from '#modules/risk-level/threshold.ts';
import { type RiskLevel, riskLevels } from '#rules/facts.ts';
import { runs } from '../../../tests/property.ts';
import type { Answer, Answers, Given } from './assessment.ts';
import { foundIn } from './found.ts';
import { newestOf } from './instruments/catalogue.ts';
import { type Instrument, itemsOf } from './instruments/instrument.ts';

const today = Temporal.PlainDate.from('2026-11-18');
const standing: Standing = { before: null, received: [], local: rulesOf(customary), today };
const dash = newestOf('dash');

const given = (answers: Readonly<Record<string, Given>>): Answers =>
  new Map(Object.entries(answers).map(([item, answer]) => [item, { item, answer, note: '', source: '' }]));

function proposed(instrument: Instrument, answers: Answers): RiskLevel | null {
  const found = [foundIn(instrument, answers)];
  const nothing = { callOuts: null, lastMaracOn: null, sinceMarac: [] };
  return indication({ ...standing, ...nothing, found }).level;
}

const rank = (level: RiskLevel | null) => (level === null ? -1 : riskLevels.indexOf(level));
const every = (instrument: Instrument, answer: Answer) =>
  Object.fromEntries(itemsOf(instrument).map(({ id }) => [id, answer]));

const answer = fc.constantFrom<Answer>('yes', 'no', 'dont_know', 'not_asked');
const answered = (instrument: Instrument) =>
  fc.record(Object.fromEntries(itemsOf(instrument).map(({ id }) => [id, answer])));
const scored = (['dash', 'dash-young', 'dash-scotland'] as const).map(newestOf);
const anyDash = fc
  .constantFrom(...scored)
  .chain((instrument) => fc.record({ instrument: fc.constant(instrument), answers: answered(instrument) }));

test('strangulation, control and fear with eight unanswered are never standard', () => {
  const blank = ['17', '18', '19', '20', '21', '22', '23', '24'].map((id) => [id, 'not_asked'] as const);
  const answers = {
    ...every(dash, 'no'),
    '2': 'yes',
    '12': 'yes',
    '15': 'yes',
    ...Object.fromEntries(blank),
  } as const;
  assert.equal(proposed(dash, given(answers)), 'medium');
  const found = foundIn(dash, given(answers));
  assert.deepEqual(found.grounds, [
    { item: '12', ground: 'control' },
    { item: '15', ground: 'strangulation' },
  ]);
  const rating = ratingAfterAssessment(standing, { assessmentId: 'it', found, told: true });
  assert.equal(rating?.judge, null);
});

test('one more yes never lowers what is proposed', () => {
  fc.assert(
    fc.property(anyDash, fc.nat(), ({ instrument, answers }, nth) => {
      const items = itemsOf(instrument);
      const item = items[nth % items.length]?.id ?? '1';
      const before = rank(proposed(instrument, given(answers)));
      const after = rank(proposed(instrument, given({ ...answers, [item]: 'yes' })));
      assert.ok(after >= before, `${item} became yes`);
    }),
    runs(10_000),
  );
});

test('a blank is never taken for a no, and “don’t know” for none where it matters', () => {
  fc.assert(
    fc.property(anyDash, fc.nat(), ({ instrument, answers }, nth) => {
      const items = itemsOf(instrument);
      const item = items[nth % items.length];
      if (!item) return;
      const level = (as: Answer) => rank(proposed(instrument, given({ ...answers, [item.id]: as })));
      assert.ok(level('not_asked') >= level('no'));
      assert.ok(level('dont_know') >= level('no'));
      if (!item.uncounted)
        assert.ok(level('not_asked') >= rank('medium'), 'while it is blank, it is no standard');
      if (item.ground) assert.ok(level('dont_know') >= rank('medium'));
    }),
    runs(10_000),
  );
});

test('no flagged answer, escalation, suicide, child or honour ever ends in a standard that software proposes', () => {
  fc.assert(
    fc.property(anyDash, fc.nat(), ({ instrument, answers }, nth) => {
      const grave = itemsOf(instrument).filter(({ ground }) => ground);
      const item = grave[nth % grave.length];
      if (item)
        assert.ok(rank(proposed(instrument, given({ ...answers, [item.id]: 'yes' }))) >= rank('medium'));
    }),
    runs(10_000),
  );
});

test('strangulation or threats to kill end in standard only by two named people', () => {
  const stated = fc.record({ level: fc.constantFrom(...riskLevels), item: fc.constantFrom('14', '15') });
  fc.assert(
    fc.property(anyDash, stated, ({ instrument, answers }, { level, item }) => {
      const found = foundIn(instrument, given({ ...answers, [item]: 'yes' }));
      const rating = ratingAfterAssessment(standing, { assessmentId: 'it', found, told: true });
      assert.ok(rating && rating.level !== 'standard' && rating.judge === null);
      const before = {
        ...rating,
        id: '1',
        number: 1,
        ratedAt: Temporal.Instant.from('2026-11-18T10:00:00Z'),
      };
      const nobody = { judgedBy: null, judgedByName: null, judgedAt: null, waitsSince: '1' };
      const statement = {
        level,
        reason: 'She is safe abroad now',
        grounds: [],
        callOuts: null,
        lastMaracOn: null,
      };
      const judged = ratingAsStated({ ...standing, before: { ...before, ...nobody } }, statement);
      assert.notEqual(judged.level, 'standard', 'not by one person');
      if (level === 'standard') assert.deepEqual([judged.proposed, judged.judge], ['standard', null]);
    }),
    runs(5_000),
  );
});

test('every Dash weighs the same answers alike, and every flagged item and every screen has grounds', () => {
  for (const instrument of scored)
    for (const { id, followUp, ground } of itemsOf(instrument))
      assert.ok(!followUp || ground, `${instrument.id} ${id} is flagged: somebody judges it`);
  const grounds = (['stalking', 'honour-based', 'severity'] as const).map(
    (id) => itemsOf(newestOf(id)).filter(({ ground }) => ground).length,
  );
  assert.ok(grounds.every((count) => count > 3));
});

test('one tick in the screen for honour-based abuse proposes at least medium, though nothing else is known', () => {
  const screen = newestOf('honour-based');
  for (const { id } of itemsOf(screen)) assert.equal(proposed(screen, given({ [id]: 'yes' })), 'medium', id);
  assert.equal(proposed(screen, given(every(screen, 'no'))), null, 'and its silence says nothing');
});

test('a Dash with every question answered and nothing grave may be proposed as standard: proposed, not more', () => {
  assert.equal(proposed(dash, given({ ...every(dash, 'no'), '2': 'yes' })), 'standard');
});

test('the words of no level say that something is not there', () => {
  for (const { means } of Object.values(levelWords))
    assert.doesNotMatch(means, /\bno sign\b|\bunlikely\b|\bnone\b|safe/i);
});
