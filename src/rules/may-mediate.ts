import { type Held, held } from './against-post.ts';
import { allowed, type RiskLevel, refused, type StaffId, type Verdict } from './facts.ts';
import type { Idea, Known, MediationAnswers, SpecialistSays, Wish } from './mediation.ts';

export interface MediateFacts {
  readonly idea: Idea;
  /** The newest of each; null: there is none. */
  readonly wish: { readonly wish: Wish; readonly alone: Known; readonly saidAt: Temporal.Instant } | null;
  readonly test: {
    readonly answers: MediationAnswers;
    /** How high the risk was at that moment. */
    readonly level: RiskLevel | null;
    readonly testedAt: Temporal.Instant;
  } | null;
  readonly advice: { readonly says: SpecialistSays; readonly givenAt: Temporal.Instant } | null;
  /** When a specialist last said in this case that it is not safe, whoever said otherwise since. */
  readonly againstAt: Temporal.Instant | null;
  /** A manager agreed, and to this wish, test and advice; `other`: to earlier ones. */
  readonly decided: 'no' | 'other' | 'yes';
  /** What stands anywhere else in the case, whatever is ticked here. */
  readonly onRecord: { readonly coercive: boolean; readonly honour: boolean; readonly courtOrder: boolean };
  /** When something last happened because of which everything is asked anew; null: nothing did. */
  readonly changedAt: Temporal.Instant | null;
  readonly closed: boolean;
  /** A danger stands in the case. */
  readonly danger: boolean;
  readonly level: RiskLevel | null;
  /** A named person judged that level. */
  readonly judged: boolean;
}

/** Up to which step it is asked: to be decided, or to be arranged. */
export const mediateStages = ['decide', 'arrange'] as const;
export type MediateStage = (typeof mediateStages)[number];

/** Each reason by a name that the record keeps, and that PostgreSQL gives too (`lintel.mediation_shut`). */
export type MediateShutBy =
  | 'closed'
  | 'not_their_idea'
  | 'danger'
  | 'not_judged'
  | 'high_risk'
  | 'coercive'
  | 'honour'
  | 'court_order'
  | 'no_wish'
  | 'not_wanted'
  | 'not_alone'
  | 'wish_overtaken'
  | 'no_test'
  | 'afraid'
  | 'pressed'
  | 'not_joint'
  | 'not_known'
  | 'test_old'
  | 'test_overtaken'
  | 'no_advice'
  | 'advised_against'
  | 'advice_old'
  | 'advice_overtaken'
  | 'not_decided'
  | 'decided_otherwise';

export interface MediateShut extends Held {
  readonly by: MediateShutBy;
}

/** `never`: it is not offered in this case as it stands, rather than not ready yet. */
export type MediateAnswer =
  | { readonly open: true }
  | {
      readonly open: false;
      readonly never: boolean;
      readonly reasons: readonly [MediateShut, ...MediateShut[]];
    };

/** For how long a test and an advice may be acted on: Lintel's own days, as no policy names any. */
export const mediationStandsDays = 28;

const basis = 'mediation';
const lead = 'Nobody opens this. Go through what else there is with them.';
const askThem = 'Only they say so, alone and in their own time. Nobody suggests it to them.';
const testAgain = 'Look at whether it is safe, and say from what that is known.';
const askService = 'Ask a specialist service, without a name where they did not agree to be named.';

/** In what order reasons are said, and in what words. `never`: no form here opens it. */
const words: Readonly<Record<MediateShutBy, readonly [reason: string, opens: string, never?: true]>> = {
  not_their_idea: [
    'It was not their own idea. Mediation is never put to somebody because another wishes it.',
    'Only a request of their own, which is written down by itself.',
    true,
  ],
  coercive: ['There was controlling or coercive behaviour: mediation is never offered then.', lead, true],
  high_risk: ['The risk is high: mediation is never offered then.', lead, true],
  honour: ['Something suggests so-called honour: mediation is never offered then.', lead, true],
  court_order: [
    'An order of a court stands, or was applied for: mediation is never offered then.',
    lead,
    true,
  ],
  danger: ['A danger stands in this case.', 'Deal with the danger first, and say what was done.', true],
  afraid: ['They are afraid of what the other may do because of it.', lead, true],
  pressed: ['Somebody presses them.', lead, true],
  advised_against: ['A specialist says that it is not safe.', lead, true],
  not_wanted: ['They do not want it, or are not sure. That is no failure.', askThem],
  closed: ['The case is closed.', 'Open the case again.'],
  not_joint: ['They do not both hold the tenancy.', 'Go through what else there is with them.'],
  not_judged: ['Nobody has judged how high the risk is.', 'Somebody looks at the risk and states it.'],
  no_wish: ['What they want is not on record in their words.', askThem],
  not_alone: ['It is not known that they were alone when they said so.', askThem],
  wish_overtaken: ['Something has happened since they said so.', askThem],
  no_test: ['Nobody has looked at whether it is safe.', testAgain],
  not_known: ['What nobody knows is not safe.', 'Find out, and look again.'],
  test_old: [`It was looked at more than ${mediationStandsDays} days ago.`, testAgain],
  test_overtaken: ['Something has happened since it was looked at.', testAgain],
  no_advice: ['No specialist has said that it is safe, and nobody judges this alone.', askService],
  advice_old: [`A specialist was asked more than ${mediationStandsDays} days ago.`, askService],
  advice_overtaken: ['Something has happened since a specialist was asked.', askService],
  not_decided: ['No manager has agreed to it.', 'Put it to a manager.'],
  decided_otherwise: ['A manager agreed before something was said or tested anew.', 'Put it to a manager.'],
};

/**
 * May mediation between joint tenants be offered? Never with coercive control, high risk, so-called honour or an order,
 * and never because anybody else wishes it; nobody overrides that, under any policy (V4.3c “when appropriate”;
 * domain §5). What is unknown or old is not safe.
 */
export function mayMediate(facts: MediateFacts, now: Temporal.Instant, stage: MediateStage): MediateAnswer {
  const by = new Set([
    ...ofCase(facts),
    ...ofWish(facts),
    ...ofTest(facts, now),
    ...ofAdvice(facts, now),
    ...(stage === 'arrange' ? ofDecision(facts) : []),
  ]);
  const [first, ...rest] = (Object.keys(words) as MediateShutBy[])
    .filter((each) => by.has(each))
    .map((each): MediateShut => ({ ...held(words[each][0], basis, words[each][1]), by: each }));
  return first
    ? { open: false, never: words[first.by][2] ?? false, reasons: [first, ...rest] }
    : { open: true };
}

const when = (so: boolean, by: MediateShutBy): readonly MediateShutBy[] => (so ? [by] : []);

function ofCase({ idea, closed, danger, judged, level, onRecord }: MediateFacts): readonly MediateShutBy[] {
  return [
    ...when(closed, 'closed'),
    ...when(idea !== 'theirs', 'not_their_idea'),
    ...when(danger, 'danger'),
    ...when(!judged || level === null, 'not_judged'),
    ...when(level === 'high', 'high_risk'),
    ...when(onRecord.coercive, 'coercive'),
    ...when(onRecord.honour, 'honour'),
    ...when(onRecord.courtOrder, 'court_order'),
  ];
}

function ofWish({ wish, changedAt }: MediateFacts): readonly MediateShutBy[] {
  if (wish === null) return ['no_wish'];
  if (wish.wish !== 'wants') return ['not_wanted'];
  return [
    ...when(wish.alone !== 'yes', 'not_alone'),
    ...when(isAfter(changedAt, wish.saidAt), 'wish_overtaken'),
  ];
}

function ofTest({ test, level, changedAt }: MediateFacts, now: Temporal.Instant): readonly MediateShutBy[] {
  if (test === null) return ['no_test'];
  const { answers, testedAt } = test;
  return [
    ...when(answers.coercive === 'yes', 'coercive'),
    ...when(answers.honour === 'yes', 'honour'),
    ...when(answers.court_order === 'yes', 'court_order'),
    ...when(answers.afraid === 'yes', 'afraid'),
    ...when(answers.pressed === 'yes', 'pressed'),
    ...when(answers.joint === 'no', 'not_joint'),
    ...when(Object.values(answers).includes('not_known'), 'not_known'),
    ...when(isOld(testedAt, now), 'test_old'),
    ...when(isAfter(changedAt, testedAt) || test.level !== level, 'test_overtaken'),
  ];
}

/** No second service is asked until one says yes: a no stands for as long as a yes would. */
function ofAdvice(facts: MediateFacts, now: Temporal.Instant): readonly MediateShutBy[] {
  const { advice, againstAt, changedAt } = facts;
  if (advice?.says === 'not_safe' || (againstAt && !isOld(againstAt, now))) return ['advised_against'];
  if (advice === null || advice.says === 'cannot_say') return ['no_advice'];
  return [
    ...when(isOld(advice.givenAt, now), 'advice_old'),
    ...when(isAfter(changedAt, advice.givenAt), 'advice_overtaken'),
  ];
}

function ofDecision({ decided }: MediateFacts): readonly MediateShutBy[] {
  if (decided === 'yes') return [];
  return [decided === 'no' ? 'not_decided' : 'decided_otherwise'];
}

function isOld(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.since(at).total('hours') > mediationStandsDays * 24;
}

function isAfter(changedAt: Temporal.Instant | null, at: Temporal.Instant): boolean {
  return changedAt !== null && Temporal.Instant.compare(changedAt, at) > 0;
}

interface Tested {
  readonly answers: MediationAnswers;
  readonly testedBy: StaffId | null;
}

/** Whoever found that they are afraid or pressed does not find alone that they no longer are. */
export function mayUnfind(before: Tested | null, answers: MediationAnswers, by: StaffId | null): Verdict {
  const found = ({ afraid, pressed }: MediationAnswers) => afraid === 'yes' || pressed === 'yes';
  return before && found(before.answers) && !found(answers) && before.testedBy === by
    ? refused(
        'You found that they are afraid, or pressed. Another colleague looks again at whether they still are.',
        basis,
      )
    : allowed;
}
