import { counts, type OfferAnswer, type StepKind } from './kinds.ts';

interface StepLike {
  readonly step: StepKind;
}

/** In which state a move is, as lists say it. */
export const states = {
  wished: 'Wished for',
  applied: 'Asked for',
  taken_on: 'Taken on',
  not_taken_on: 'Not taken on: another way is looked for',
  moved: 'Moved',
  not_wanted: 'Not wanted any more: their decision',
  ended: 'Could not be brought about',
} as const;
export type MoveState = keyof typeof states;

const changes: readonly StepKind[] = ['applied', 'taken_on', 'not_taken_on', 'moved', 'not_wanted', 'ended'];
const over: readonly MoveState[] = ['moved', 'not_wanted', 'ended'];

/** What stands: what was written down in error takes away the last that stood before it. @param written oldest first */
export function standing<T extends StepLike>(written: readonly T[]): readonly T[] {
  const stands: T[] = [];
  for (const each of written) {
    if (each.step === 'corrected') stands.pop();
    else stands.push(each);
  }
  return stands;
}

export function stateOf(written: readonly StepLike[]): MoveState {
  const last = standing(written).findLast(({ step }) => changes.includes(step));
  return (last?.step as MoveState | undefined) ?? 'wished';
}

export function isOver(state: MoveState): boolean {
  return over.includes(state);
}

export function moveIsOver({ steps }: { readonly steps: readonly StepLike[] }): boolean {
  return isOver(stateOf(steps));
}

/** What they said to an offer last; null: nothing yet. */
export function lastAnswer(offer: {
  readonly answers: readonly { readonly answer: OfferAnswer }[];
}): OfferAnswer | null {
  return offer.answers[0]?.answer ?? null;
}

/** The days from the wish to the move; null: they have not moved. */
export function daysToMove(
  wishedOn: Temporal.PlainDate,
  written: readonly (StepLike & { readonly dayOn: Temporal.PlainDate })[],
): number | null {
  const moved = standing(written).findLast(({ step }) => step === 'moved');
  return moved ? wishedOn.until(moved.dayOn, { largestUnit: 'days' }).days : null;
}

/** How many refusals count against a limit of offers, where a landlord has one, and how many never do. */
export function refusals(last: readonly (OfferAnswer | null)[]) {
  const refused = last.filter((each) => each !== null && each !== 'accepted' && each !== 'taken_back');
  return {
    counted: refused.filter((each) => each !== null && counts(each)).length,
    forSafety: refused.filter((each) => each === 'refused_safety').length,
    notSaid: refused.filter((each) => each === 'not_said').length,
  };
}
