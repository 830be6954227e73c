import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyFacts } from '../../tests/any-action-facts.ts';
import { runs } from '../../tests/property.ts';
import { type ActFacts, mayAct, stages } from './may-act.ts';

import { raising, type SafetyQuestion, safetyQuestions, unanswered } from './safety-test.ts';

const now = Temporal.Instant.from('2026-11-18T10:00:00Z');
const facts = anyFacts(now);

const isOpen = (asked: ActFacts, stage: (typeof stages)[number], at = now) => mayAct(asked, at, stage).open;

test('whatever else is so, nothing that may raise the risk, is unknown or is untold is ever open', () => {
  let opened = 0;
  fc.assert(
    fc.property(facts, (asked) => {
      if (!isOpen(asked, 'take')) return;
      opened += 1;
      const { view, test: tested, changedAt } = asked;
      assert.ok(view && tested && asked.decided === 'yes' && asked.told !== 'no');
      assert.ok(view.answer !== 'withdrawn' && (view.answer === 'not_safe_to_ask' || view.fears === 'no'));
      assert.deepEqual([...raising(tested), ...unanswered(tested)], []);
      assert.notEqual(tested.specialist, 'raises');
      if (view.answer !== 'support' || asked.level === 'high' || asked.honour)
        assert.equal(tested.specialist, 'does_not_raise');
      assert.ok(asked.judged && asked.isLaw && !asked.danger && !asked.closed);
      if (changedAt)
        assert.ok(
          Temporal.Instant.compare(changedAt, view.askedAt) <= 0 &&
            Temporal.Instant.compare(changedAt, tested.testedAt) <= 0,
        );
    }),
    runs(5_000),
  );
  assert.ok(opened > 0, 'none was open');
});

test('open to be done is open to be told, and that is open to be decided', () => {
  fc.assert(
    fc.property(facts, (asked) => {
      const [decide, tell, take] = stages.map((stage) => isOpen(asked, stage));
      assert.ok(!take || tell);
      assert.ok(!tell || decide);
    }),
    runs(3_000),
  );
});

test('time alone opens nothing', () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 60_000 }), (asked, minutes) => {
      if (!isOpen(asked, 'take')) assert.equal(isOpen(asked, 'take', now.add({ minutes })), false);
    }),
    runs(3_000),
  );
});

test('no decision and no role opens what is stopped for safety', () => {
  fc.assert(
    fc.property(facts, (asked) => {
      const before = mayAct(asked, now, 'decide');
      if (before.open || !before.raises) return;
      const after = mayAct({ ...asked, decided: 'yes', told: 'told' }, now, 'take');
      assert.ok(!after.open && after.raises);
    }),
    runs(3_000),
  );
});

test('one more answer that is unknown, or that may raise the risk, opens nothing', () => {
  const questions = safetyQuestions as readonly SafetyQuestion[];
  fc.assert(
    fc.property(facts, fc.constantFrom(...questions), (asked, { name, raises }) => {
      if (asked.test === null) return;
      for (const value of ['not_known', ...raises]) {
        const test: ActFacts['test'] = { ...asked.test, answers: { ...asked.test.answers, [name]: value } };
        assert.equal(isOpen({ ...asked, test }, 'take'), false);
      }
    }),
    runs(2_000),
  );
});
