import fc from 'fast-check';
import { type RiskLevel, riskLevels } from '#rules/facts.ts';
import type { ActFacts } from '#rules/may-act.ts';
import {
  type SafetyAnswers,
  type SafetyQuestion,
  safetyQuestions,
  specialistAnswers,
} from '#rules/safety-test.ts';
import { fearsAnswers, viewAnswers } from '#rules/their-view.ts';
import { type Apart, apartStates } from '#rules/who-harms-whom.ts';

/** Every answer by which nothing is raised, heightened or unknown. */
export const safeAnswers: SafetyAnswers = {
  ...{ reveals: 'no', together: 'no', children: 'no', court_order: 'none', goes: 'stays' },
  ...{ suicide: 'no', weapons: 'no', honour: 'no', fails: 'no', worse: 'no' },
};

const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anyOf = <T extends string>(choices: readonly { readonly value: T }[]) =>
  fc.constantFrom(...choices.map(({ value }) => value));
/** Mostly as it should be, so that what is open comes up often. */
const mostly = <T>(value: T, others: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: others });

const given: Readonly<Record<string, string>> = safeAnswers;
const answers = fc.record(
  Object.fromEntries(
    (safetyQuestions as readonly SafetyQuestion[]).map((each) => [
      each.name,
      mostly(given[each.name] ?? '', anyOf(each.answers)),
    ]),
  ),
) as unknown as fc.Arbitrary<SafetyAnswers>;

/** What may be known as it is asked: moments lie up to sixteen days before `now`. */
export function anyFacts(now: Temporal.Instant): fc.Arbitrary<ActFacts> {
  const moment = fc.integer({ min: 0, max: 60 * 24 * 16 }).map((minutes) => now.subtract({ minutes }));
  const anyLevel = perhaps(fc.constantFrom<RiskLevel>(...riskLevels));
  return mostly<RiskLevel | null>('medium', anyLevel).chain((level) =>
    fc.record({
      view: mostly(
        { answer: 'support', fears: 'no', askedAt: now.subtract({ hours: 2 }) },
        perhaps(fc.record({ answer: anyOf(viewAnswers), fears: anyOf(fearsAnswers), askedAt: moment })),
      ),
      test: fc.oneof(
        {
          weight: 12,
          arbitrary: fc.record({
            ...{ answers, specialist: anyOf(specialistAnswers), testedAt: moment },
            level: mostly(level, anyLevel),
          }),
        },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
      changedAt: mostly<Temporal.Instant | null>(null, moment),
      decided: mostly<ActFacts['decided']>('yes', fc.constantFrom('no', 'other')),
      told: mostly<ActFacts['told']>('told', fc.constantFrom('no', 'not_safe')),
      isLaw: mostly(true, fc.constant(false)),
      closed: mostly(false, fc.constant(true)),
      danger: mostly(false, fc.constant(true)),
      level: fc.constant(level),
      judged: mostly(true, fc.constant(false)),
      honour: mostly(false, fc.constant(true)),
      apart: mostly<Apart>('none', fc.constantFrom(...apartStates)),
    }),
  ) as fc.Arbitrary<ActFacts>;
}
