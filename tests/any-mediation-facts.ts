import fc from 'fast-check';
import { type RiskLevel, riskLevels } from '#rules/facts.ts';
import type { MediateFacts } from '#rules/may-mediate.ts';
import { advices, ideas, known, type MediationAnswers, wishes } from '#rules/mediation.ts';
import { valuesOf } from '#rules/words.ts';

/** Every answer by which nothing speaks against it. */
export const safeToMediate: MediationAnswers = {
  ...{ joint: 'yes', coercive: 'no', honour: 'no' },
  ...{ court_order: 'no', afraid: 'no', pressed: 'no' },
};

const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
/** Mostly as it should be, so that what is open comes up often. */
const mostly = <T>(value: T, others: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: others });
const anyOf = <T extends string>(values: readonly T[]) => fc.constantFrom(...values);

const answers = fc.record(
  Object.fromEntries(
    Object.entries(safeToMediate).map(([name, safe]) => [name, mostly(safe, anyOf(valuesOf(known)))]),
  ),
) as unknown as fc.Arbitrary<MediationAnswers>;

/** What may be known as it is asked: moments lie up to 34 days before `now`. */
export function anyMediation(now: Temporal.Instant): fc.Arbitrary<MediateFacts> {
  const moment = fc.integer({ min: 0, max: 60 * 24 * 34 }).map((minutes) => now.subtract({ minutes }));
  const lately = mostly(now.subtract({ hours: 2 }), moment);
  const anyLevel = perhaps(fc.constantFrom<RiskLevel>(...riskLevels));
  return mostly<RiskLevel | null>('medium', anyLevel).chain((level) =>
    fc.record({
      idea: mostly<MediateFacts['idea']>('theirs', anyOf(valuesOf(ideas))),
      wish: mostly<MediateFacts['wish']>(
        { wish: 'wants', alone: 'yes', saidAt: now.subtract({ hours: 1 }) },
        perhaps(fc.record({ wish: anyOf(valuesOf(wishes)), alone: anyOf(valuesOf(known)), saidAt: moment })),
      ),
      test: mostly<'some' | 'none'>('some', fc.constant('none')).chain((has) =>
        has === 'none'
          ? fc.constant(null)
          : fc.record({ answers, level: mostly(level, anyLevel), testedAt: lately }),
      ),
      advice: mostly<'some' | 'none'>('some', fc.constant('none')).chain((has) =>
        has === 'none'
          ? fc.constant(null)
          : fc.record({
              says: mostly<'safe' | 'not_safe' | 'cannot_say'>('safe', anyOf(valuesOf(advices))),
              givenAt: lately,
            }),
      ),
      againstAt: mostly<Temporal.Instant | null>(null, moment),
      changedAt: mostly<Temporal.Instant | null>(null, moment),
      decided: mostly<MediateFacts['decided']>('yes', fc.constantFrom('no', 'other')),
      onRecord: fc.record({
        ...{ coercive: mostly(false, fc.constant(true)), honour: mostly(false, fc.constant(true)) },
        courtOrder: mostly(false, fc.constant(true)),
      }),
      closed: mostly(false, fc.constant(true)),
      danger: mostly(false, fc.constant(true)),
      level: fc.constant(level),
      judged: mostly(true, fc.constant(false)),
    }),
  );
}
