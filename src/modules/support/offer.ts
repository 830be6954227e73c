import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';
import { isLook, type LookAnswer } from './looks.ts';
import type { OfferKind } from './offer-kind.ts';

/** What they decided. Each is theirs to decide, and none counts against anybody (V3.4, L2.1c). */
export const answers = [
  { value: 'taken', label: 'They would like it' },
  {
    value: 'thinking',
    label: 'Later, or they are thinking about it',
    hint: 'They may name a day on which we ask again. Before it nobody does',
  },
  { value: 'declined', label: 'Not for them', hint: 'A decision. It is not brought up again unless they do' },
  { value: 'not_asked', label: 'Told of it, not asked to decide' },
] as const satisfies readonly Choice[];
export type Answer = (typeof answers)[number]['value'];

/** What is done about an offer once they would like it, and what they say of it. */
export const deeds = [
  'approved',
  'ordered',
  'delivered',
  'confirmed',
  'not_come',
  'not_safe',
  'ended',
] as const;
export type Deed = (typeof deeds)[number];
export type StepName = Answer | Deed | LookAnswer;

export type OfferState =
  | 'offered'
  | 'accepted'
  | 'later'
  | 'declined'
  | 'approved'
  | 'ordered'
  | 'delivered'
  | 'unasked'
  | 'confirmed'
  | 'ended'
  | 'in_error';

/** How it stands, and whether a contractor says by their link that it was delivered, or one of us does. */
export interface Stood {
  readonly state: OfferState;
  readonly toldByContractor: boolean;
}

/** What it is called. What they do not say themselves was delivered is not confirmed, and it is said who says so. */
export function stateInWords({ state, toldByContractor }: Stood): string {
  if (toldByContractor && state === 'delivered') return 'Delivered, as the contractor says';
  if (toldByContractor && state === 'unasked')
    return 'Delivered, as the contractor says, and not safe to ask';
  return offerStates[state];
}

/** Did a contractor write themselves that it was delivered? Then it stands with the order that their link was of. */
export function isToldByContractor({
  step,
  worksOrderId = null,
}: {
  readonly step: string;
  readonly worksOrderId?: string | null;
}): boolean {
  return step === 'delivered' && worksOrderId !== null;
}

const offerStates: Readonly<Record<OfferState, string>> = {
  offered: 'Told of it',
  accepted: 'They would like it',
  later: 'Later',
  declined: 'Not for them',
  approved: 'Approved',
  ordered: 'On its way',
  delivered: 'Delivered, as we say',
  unasked: 'Delivered, and not safe to ask',
  confirmed: 'Confirmed by them',
  ended: 'Ended',
  in_error: 'Recorded in error',
};

/** Why an offer ended. Only the first two are theirs; what we could not do stays broken. */
export const endings = [
  { value: 'not_wanted', label: 'They do not want it any more', hint: 'Their decision' },
  { value: 'met_otherwise', label: 'They say that they have it another way', hint: 'Say how' },
  { value: 'finished', label: 'It was delivered, and has done what they wanted' },
  { value: 'cannot', label: 'We could not bring it about', hint: 'What was promised is counted as broken' },
] as const satisfies readonly Choice[];
export type Ending = (typeof endings)[number]['value'];

/** A step of an offer; `struck`: it was recorded in error, and is left out. */
export interface Step {
  readonly step: StepName;
  readonly struck: boolean;
}

const becomes: Readonly<Record<StepName, OfferState>> = {
  not_asked: 'offered',
  taken: 'accepted',
  thinking: 'later',
  declined: 'declined',
  approved: 'approved',
  ordered: 'ordered',
  delivered: 'delivered',
  confirmed: 'confirmed',
  // it is owed as before, and they need not be told twice that they were asked
  not_come: 'ordered',
  not_safe: 'unasked',
  ended: 'ended',
  look_works: 'confirmed',
  look_changed: 'confirmed',
  look_rather_not: 'confirmed',
  look_handed_on: 'confirmed',
  look_not_reached: 'confirmed',
  // what is owed anew is an offer of its own
  look_broken: 'ended',
  look_gone: 'ended',
};

/** How an offer stands: by its last step that stands. @param steps in the order in which they were recorded */
export function stateOf(steps: readonly Step[]): OfferState {
  const last = steps.findLast(({ struck }) => !struck);
  if (last) return becomes[last.step];
  return steps.length > 0 ? 'in_error' : 'offered';
}

const answerable: readonly OfferState[] = ['offered', 'later', 'declined', 'accepted', 'approved', 'ordered'];

/** May this step follow? Pure: the same on the page, as it is sent, in an import and in the demonstration. */
export function mayFollow(
  kind: Pick<OfferKind, 'by' | 'cost' | 'consent' | 'looks'>,
  state: OfferState,
  step: StepName,
  ending?: Ending,
): Verdict {
  if (isAnswer(step))
    return answerable.includes(state) ? allowed : refused(tooLate[state] ?? tooLate.ended, 'records');
  if (isLook(step)) return mayLook(kind, state);
  if (kind.by === null)
    return refused('What follows is not kept here: only what they decided is.', 'records');
  const { states, otherwise, basis = 'records' } = follows[step];
  const again = kind.by === 'works' && step === 'ordered' && state === 'ordered';
  const wanted: Verdict = states.includes(state) || again ? allowed : refused(otherwise, basis);
  if (!wanted.allowed) return wanted;
  if (step === 'approved' && !kind.cost)
    return refused('It costs nothing: there is nothing to approve.', 'records');
  if (kind.cost && state === 'accepted' && (step === 'ordered' || step === 'delivered'))
    return refused('Somebody approves first what it may cost.', 'records');
  if (kind.by === 'works' && step === 'delivered' && state !== 'ordered')
    return refused('First it is ordered, where it is asked who must agree.', 'home-security');
  if (kind.consent && step === 'delivered' && state !== 'ordered')
    return refused('First write down how whoever brings it about came to know of them.', 'sharing');
  if (ending === undefined || ending === 'not_wanted') return allowed;
  if (ending === 'finished' && kind.looks && state === 'confirmed')
    return refused(
      'It is still there: look at it again with them, and say how it is or who looks from now on.',
      'home-security',
    );
  const arrived = ['delivered', 'unasked', 'confirmed'].includes(state);
  if (ending === 'finished')
    return state === 'confirmed' || state === 'unasked'
      ? allowed
      : refused('First they say that it came, or it is not safe to ask.', 'records');
  if (arrived)
    return refused(
      'It was delivered: say that it has done what they wanted, or that they want it no more.',
      'records',
    );
  return allowed;
}

/** Only at what they confirmed themselves, where it is something that wears out. */
function mayLook({ looks }: Pick<OfferKind, 'looks'>, state: OfferState): Verdict {
  if (!looks) return refused('It is nothing that is looked at again.', 'records');
  return state === 'confirmed' ? allowed : refused('First they say that it came, and is right.', 'records');
}

/** They turn to whoever brings it about themselves, so that nobody tells of them. */
export const themselves = 'themselves';

/** May whoever brings it about know of them: by a decision about sharing, or because they turn to them themselves? */
export function mayTell(
  kind: Pick<OfferKind, 'consent'>,
  { step, shareId, way }: { readonly step: StepName; readonly shareId: string | null; readonly way: string },
): Verdict {
  if (step !== 'ordered' || !kind.consent || shareId !== null || way === themselves) return allowed;
  return refused(
    'Nobody is told of them but as they agreed, or by a decision about sharing that stands.',
    'sharing',
  );
}

/** Is it ordered where it is asked who must agree to it? Nowhere else is anything ordered that a contractor does. */
export function mayOrder(
  kind: Pick<OfferKind, 'by'>,
  { step, worksOrderId }: { readonly step: StepName; readonly worksOrderId: string | null },
): Verdict {
  if (step !== 'ordered' || kind.by !== 'works' || worksOrderId !== null) return allowed;
  return refused('It is ordered under Home security, where it is asked who must agree.', 'home-security');
}

export function isAnswer(step: StepName): step is Answer {
  return answers.some(({ value }) => value === step);
}

/** What they say themselves: their answers, what they say of what came, and of it later. */
export function isTheirs(step: StepName): boolean {
  if (isLook(step)) return step !== 'look_not_reached';
  return isAnswer(step) || step === 'confirmed' || step === 'not_come';
}

const tooLate: Readonly<Partial<Record<OfferState, string>>> & { readonly ended: string } = {
  delivered: 'It was delivered already: say whether it came, or that it has ended.',
  unasked: 'It was delivered already: say whether it came, or that it has ended.',
  confirmed: 'It came, and they said so: say that it has ended, or offer it anew.',
  ended: 'This offer has ended. Offer it anew if they bring it up.',
  in_error: 'It was recorded in error. Record it anew if it was offered.',
};

interface From {
  readonly states: readonly OfferState[];
  readonly otherwise: string;
  readonly basis?: 'own-pace';
}

/** Nothing is done that they did not say yes to (V3.4, L2.1c). */
const firstTheirYes = { otherwise: 'First they say that they would like it.', basis: 'own-pace' } as const;

const follows: Readonly<Record<Deed, From>> = {
  approved: { states: ['accepted', 'approved'], ...firstTheirYes },
  ordered: { states: ['accepted', 'approved'], ...firstTheirYes },
  delivered: { states: ['accepted', 'approved', 'ordered'], ...firstTheirYes },
  confirmed: { states: ['delivered', 'unasked', 'ordered'], otherwise: 'First it is delivered.' },
  not_come: { states: ['delivered', 'unasked', 'ordered'], otherwise: 'First it is on its way.' },
  not_safe: { states: ['delivered'], otherwise: 'First it is delivered.' },
  ended: {
    states: ['accepted', 'later', 'approved', 'ordered', 'delivered', 'unasked', 'confirmed'],
    otherwise: 'There is nothing of it that could end.',
  },
};

/** What is still to be done about it by somebody. */
export function isOwed(state: OfferState): boolean {
  return ['accepted', 'approved', 'ordered'].includes(state);
}

/**
 * May it be offered? What they decided against is not brought up again unless they do, and what is under way is one
 * offer, not two (V3.4, L2.1c).
 */
export function mayOffer(
  kind: string,
  what: string,
  before: readonly { readonly kind: string; readonly what: string; readonly state: OfferState }[],
  theyBroughtItUp: boolean,
): Verdict {
  const same = before.filter((each) => each.kind === kind && (kind !== 'other' || each.what === what));
  if (same.some(({ state }) => state === 'declined') && !theyBroughtItUp)
    return refused(
      'They decided that it is not for them. It is offered again only if they bring it up.',
      'own-pace',
    );
  return allowed;
}
