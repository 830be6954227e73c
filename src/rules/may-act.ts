import { type Held, held } from './against-post.ts';
import type { RiskLevel } from './facts.ts';
import {
  heightening,
  raising,
  type SafetyAnswers,
  type SpecialistAnswer,
  unanswered,
} from './safety-test.ts';
import type { ShutBy } from './shut-by.ts';
import type { FearsAnswer, ViewAnswer } from './their-view.ts';
import type { Apart } from './who-harms-whom.ts';

export interface TheirView {
  readonly answer: ViewAnswer;
  readonly fears: FearsAnswer;
  readonly askedAt: Temporal.Instant;
}

export interface SafetyTest {
  readonly answers: SafetyAnswers;
  readonly specialist: SpecialistAnswer;
  readonly testedAt: Temporal.Instant;
  /** How high the risk was at that moment. */
  readonly level: RiskLevel | null;
}

export interface ActFacts {
  /** The newest of each; null: there is none. */
  readonly view: TheirView | null;
  readonly test: SafetyTest | null;
  /** When something last happened because of which both are asked anew; null: nothing did. */
  readonly changedAt: Temporal.Instant | null;
  /** A manager agreed, and to this view and this test; `other`: to an earlier one. */
  readonly decided: 'no' | 'other' | 'yes';
  /** That they know beforehand, since that decision, or that telling them would not be safe. */
  readonly told: 'no' | 'told' | 'not_safe';
  /** It is law here today, or needs none. */
  readonly isLaw: boolean;
  readonly closed: boolean;
  /** A danger stands in the case. */
  readonly danger: boolean;
  readonly level: RiskLevel | null;
  /** A named person judged that level. */
  readonly judged: boolean;
  /** So-called honour was suspected anywhere in the case: one tick is enough (L1.4b). */
  readonly honour: boolean;
  /** Whether somebody says that it is the other way round, and who was found to harm whom (domain §8). */
  readonly apart: Apart;
}

/** Up to which step it is asked: to decide, to tell them, to do it. Each asks all that the one before it asks. */
export const stages = ['decide', 'tell', 'take'] as const;
export type Stage = (typeof stages)[number];

export interface Shut extends Held {
  readonly by: ShutBy;
  /** It may raise the risk: nobody overrides that, whatever they are. */
  readonly raises: boolean;
}

export type ActAnswer =
  | { readonly open: true }
  | {
      readonly open: false;
      /** Stopped for safety, rather than not ready yet. */
      readonly raises: boolean;
      readonly reasons: readonly [Shut, ...Shut[]];
    };

/** For how long what they said and what was tested may be acted on: Lintel's own days, as no policy names any. */
export const standsDays = 14;

/**
 * May something be done about whoever is feared? Never where it may raise the risk, and nobody overrides that: not a
 * manager, not under either policy (L2.12a; V4.5a, “where appropriate and safe to do”). What is unknown or old is not
 * safe. Their views are weighed, and never a veto that somebody could be pressed to use; what they fear from it is one.
 * No duty to tell the police or a safeguarding service waits for this.
 */
export function mayAct(facts: ActFacts, now: Temporal.Instant, stage: Stage): ActAnswer {
  const found = [
    ...ofTheCase(facts),
    ...ofTheirView(facts, now),
    ...ofTheTest(facts, now),
    ...(stage === 'decide' ? [] : ofTheDecision(facts)),
    ...(stage === 'take' ? ofTelling(facts) : []),
  ];
  // What stops it for safety is said first.
  const [first, ...rest] = [
    ...found.filter(({ raises }) => raises),
    ...found.filter(({ raises }) => !raises),
  ];
  return first ? { open: false, raises: first.raises, reasons: [first, ...rest] } : { open: true };
}

const basis = 'perpetrator-gate';
const shut = (by: ShutBy, reason: string, opens: string): Shut => ({
  ...held(reason, basis, opens),
  by,
  raises: false,
});
const raises = (by: ShutBy, reason: string, opens: string): Shut => ({
  ...shut(by, reason, opens),
  raises: true,
});

function ofTheCase({ isLaw, closed, danger, judged, apart }: ActFacts): readonly Shut[] {
  return [
    ...ofBothSides(apart),
    ...(isLaw ? [] : [shut('not_law', 'It is not law here today.', 'Choose what is in force.')]),
    ...(closed ? [shut('closed', 'The case is closed.', 'Open the case again.')] : []),
    ...(danger
      ? [
          raises(
            'danger',
            'A danger stands in this case.',
            'Deal with the danger first, and say what was done.',
          ),
        ]
      : []),
    ...(judged
      ? []
      : [
          shut(
            'not_judged',
            'Nobody has judged how high the risk is.',
            'Somebody looks at the risk and states it.',
          ),
        ]),
  ];
}

function ofBothSides(apart: Apart): readonly Shut[] {
  if (apart === 'harms')
    return [
      raises(
        'harms',
        'It was found that the person of this case mainly harms whoever it would be done about.',
        'Only another judgement of two people, with a specialist, once something has changed.',
      ),
    ];
  return apart === 'open' || apart === 'cannot_tell' || apart === 'overtaken'
    ? [
        shut(
          'not_told_apart',
          'It is not judged who mainly harms whom.',
          'Judge it, sign by sign, with a specialist and a second person.',
        ),
      ]
    : [];
}

function ofTheirView({ view, changedAt }: ActFacts, now: Temporal.Instant): readonly Shut[] {
  const ask = 'Ask them at a safe moment, or write down why that would not be safe.';
  if (view === null) return [shut('no_view', 'What they say to it is not on record.', ask)];
  if (view.answer === 'withdrawn') return [shut('view_withdrawn', 'They took back what they said.', ask)];
  const { answer, fears, askedAt } = view;
  const wasAsked = answer !== 'not_safe_to_ask';
  return [
    ...(isOld(askedAt, now)
      ? [shut('view_old', `They were asked more than ${standsDays} days ago.`, ask)]
      : []),
    ...(isOvertaken(askedAt, changedAt)
      ? [shut('view_overtaken', 'Something has happened since they were asked.', ask)]
      : []),
    ...(wasAsked && fears === 'yes'
      ? [
          raises(
            'fears',
            'They think that it would make things worse.',
            'Only what they say themselves, asked again once something has changed.',
          ),
        ]
      : []),
    ...(wasAsked && fears === 'not_known'
      ? [shut('fears_not_known', 'Whether they think that it would make things worse is not known.', ask)]
      : []),
  ];
}

function ofTheTest(facts: ActFacts, now: Temporal.Instant): readonly Shut[] {
  const { test, changedAt, level } = facts;
  const again = 'Test again whether it is safe.';
  if (test === null) return [shut('no_test', 'Nobody has tested whether it is safe.', again)];
  const { testedAt, specialist } = test;
  const [firstRaising] = raising(test);
  const [firstUnknown] = unanswered(test);
  return [
    ...(isOld(testedAt, now)
      ? [shut('test_old', `It was tested more than ${standsDays} days ago.`, again)]
      : []),
    ...(isOvertaken(testedAt, changedAt)
      ? [shut('test_overtaken', 'Something has happened since it was tested.', again)]
      : []),
    ...(test.level === level
      ? []
      : [shut('level_changed', 'The level of risk is another than it was then.', again)]),
    ...(firstRaising
      ? [
          raises(
            'answers_raise',
            firstRaising.because,
            'Another colleague tests it again once something has changed, and says what.',
          ),
        ]
      : []),
    ...(firstUnknown
      ? [
          shut(
            'answers_not_known',
            `Not known is not safe: “${firstUnknown.asks}”`,
            'Find out, and test again.',
          ),
        ]
      : []),
    ...(specialist === 'raises'
      ? [
          raises(
            'specialist_raises',
            'A specialist says that it may raise the risk.',
            'Only a specialist who is asked again once something has changed.',
          ),
        ]
      : []),
    ...(needsSpecialist(facts, test) && specialist !== 'does_not_raise' && specialist !== 'raises'
      ? [
          shut(
            'specialist_needed',
            'No specialist has said that it is safe, and nobody judges this alone.',
            'Ask a specialist service, without a name where they did not agree to be named.',
          ),
        ]
      : []),
  ];
}

/** Where it is not plain, a specialist is asked: the danger is known to be higher, or their support is not. */
export function needsSpecialist(
  { view, level, honour }: Pick<ActFacts, 'view' | 'level' | 'honour'>,
  test: Pick<SafetyTest, 'answers'>,
): boolean {
  return heightening(test).length > 0 || level === 'high' || honour || view?.answer !== 'support';
}

function ofTheDecision({ decided }: ActFacts): readonly Shut[] {
  if (decided === 'yes') return [];
  const opens = 'Put it to a manager.';
  return decided === 'no'
    ? [shut('not_decided', 'No manager has agreed to it.', opens)]
    : [
        shut(
          'decided_otherwise',
          'A manager agreed to what they said, or to what was tested, before it changed.',
          opens,
        ),
      ];
}

function ofTelling({ told, test }: ActFacts): readonly Shut[] {
  if (told === 'no')
    return [
      shut(
        'not_told',
        'They do not know yet that it is about to happen, and when.',
        'Tell them in the agreed way, or write down why that would not be safe.',
      ),
    ];
  return told === 'not_safe' && test?.specialist !== 'does_not_raise'
    ? [
        shut(
          'not_told_alone',
          'Telling them would not be safe, and no specialist has been asked about going on without.',
          'Ask a specialist service, and test again.',
        ),
      ]
    : [];
}

function isOld(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.since(at).total('hours') > standsDays * 24;
}

function isOvertaken(at: Temporal.Instant, changedAt: Temporal.Instant | null): boolean {
  return changedAt !== null && Temporal.Instant.compare(changedAt, at) > 0;
}
