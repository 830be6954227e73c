import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import {
  choice,
  formGiven,
  known,
  line,
  optionalChoice,
  requiredLine,
  requiredWords,
  words,
} from '#kit/forms.ts';
import { isReason, reason, saidTooLittle } from '#kit/real-reason.ts';
import { moment, typedMoment } from '#kit/typed-moment.ts';
import { tellings, views } from '#modules/sharing/pure.ts';
import type { LandlordIs } from '#rules/facts.ts';
import { groundProblem, lawfulBases } from '#rules/lawful-basis.ts';
import {
  knownByWays,
  referralAnswers,
  referralDecisions,
  referralKinds,
  saidOfReferral,
} from '../referral.ts';

const kinds = referralKinds.map(({ value }) => value);
const answers = referralAnswers.map(({ value }) => value);
const values = <T extends string>(list: readonly { readonly value: T }[]) => list.map(({ value }) => value);
const lawsOf = (kind: string) => lawfulBases.filter((each) => each.kind === kind).map(({ id }) => id);

/** Either it is made today, or a second person agrees that it is not. */
export const beginForm = z
  .object({
    kind: choice(kinds, 'Say whether it is about a child or an adult'),
    about: requiredLine('Say whom it is about', 300),
    said: choice(
      saidOfReferral.map(({ value }) => value),
      'Say whether a referral is made today',
    ),
    why: words(4_000),
  })
  .refine(({ said, why }) => said !== 'not_referred' || isReason(why), {
    path: ['why'],
    message: 'Say in a sentence why there is no referral',
  });

/** To whom it really went, how and when: nothing less makes it a referral. */
export const madeForm = formGiven(
  z.object({
    whom: requiredLine('Say to whom it was made', 300),
    way: requiredLine('Say how it was made', 300),
    reference: line(200),
    words: words(4_000),
    happened: moment,
  }),
  happenedBefore,
);

/** That they have it, an answer, or that somebody asked again because there is none. How we know is said of each. */
export const answerForm = formGiven(
  z
    .object({
      answer: choice(['acknowledged', 'chased', ...answers], 'Say what came back'),
      knownBy: optionalChoice(values(knownByWays), ''),
      whom: requiredLine('Say who answered, or whom you asked', 300),
      reference: line(200),
      words: requiredWords('Say what was said', 4_000),
      happened: moment,
    })
    .refine(({ answer, knownBy }) => answer === 'chased' || knownBy !== '', {
      path: ['knownBy'],
      message: 'Say how we know',
    }),
  happenedBefore,
);

/** On which law somebody may rely that day. */
export interface LawThen {
  readonly on: Temporal.PlainDate;
  readonly landlord: LandlordIs | null;
}

/** What is decided, why, what the person says of it or on what ground without it, and whether they know. */
export const decideForm = formGiven(
  z
    .object({
      decision: choice(values(referralDecisions), 'Say what is decided'),
      why: reason('Say why, in a sentence', 4_000),
      consent: choice(values(views), 'Say what the person says of it'),
      consentWords: words(4_000),
      basis: optionalChoice(lawsOf('basis'), ''),
      condition: optionalChoice(lawsOf('condition'), ''),
      told: choice(values(tellings), 'Say whether they know'),
      toldWhy: words(4_000),
      law: known<LawThen>(),
    })
    .superRefine((given, context) => {
      for (const [field, message] of problemsOf(given))
        context.addIssue({ code: 'custom', path: [field], message, input: '' });
    })
    .transform(({ law: _, ...given }) => given),
  (typed, law: LawThen) => ({ ...typed, law }),
);

interface Deciding {
  readonly decision: string;
  readonly consent: string;
  readonly consentWords: string;
  readonly basis: string;
  readonly condition: string;
  readonly told: string;
  readonly toldWhy: string;
  readonly law: LawThen;
}

function* problemsOf(given: Deciding): Generator<readonly [string, string]> {
  const { decision, consent, consentWords, basis, condition, told, toldWhy, law } = given;
  const sentence = (text: string, missing: string) => (text.trim() === '' ? missing : saidTooLittle);
  if (consent !== 'agrees' && !isReason(consentWords))
    yield ['consentWords', sentence(consentWords, 'Say what they say, or why they were not asked')];
  if (told !== 'told' && !isReason(toldWhy))
    yield ['toldWhy', sentence(toldWhy, 'Say when they are told, or why not')];
  if (consent === 'agrees' || decision === 'not_refer') return;
  const relying = { ...law, purpose: 'safety', sort: 'council' } as const;
  const problem = groundProblem({ basis, condition }, ['who', 'account', 'family'], relying);
  if (problem) yield [problem.of, problem.problem];
}

/** That something was written down in error is said in a sentence. */
export const strikeForm = z.object({ why: reason('Say what was wrong', 2_000) });

function happenedBefore(
  typed: Readonly<Record<string, string | readonly string[]>>,
  timeZone: string,
  now: Temporal.Instant,
) {
  const past = { timeZone, notAfter: now, tooLate: 'This must be in the past' };
  return { ...typed, happened: typedMoment(typed, 'happened', past) };
}

export const noReferralForm = z.object({ why: reason('Say why there is no referral', 4_000) });

export const noReferralDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Agree that there is no referral, or say that there is one',
  whyNot: 'Say why a referral is made after all',
});

export const adultsForm = z.object({
  adults: choice(['yes', 'no', 'not_known'], 'Say whether there is such an adult'),
});
