import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { ProposalKind } from '#rules/proposal.ts';
import type { Choice } from '#rules/words.ts';
import { type Bounds, reaches } from './bounds.ts';
import type { Ending } from './endings.ts';
import { monthsInWords } from './words.ts';

/** What one person ends alone, as the person wishes or because its last day has come. */
export const endingsAlone = [
  { value: 'their_wish', label: 'They ask for it to end' },
  { value: 'declined', label: 'They decline it', hint: 'They do not want it at all' },
  { value: 'run_its_length', label: 'Its last day has come, and it was looked at' },
] as const satisfies readonly (Choice & { readonly value: Ending })[];
export type EndingAlone = (typeof endingsAlone)[number]['value'];

/** What nobody ends alone: the person did not ask for it. */
export const endingsByTwo = [
  { value: 'two_decided', label: 'It does more harm than good now' },
  { value: 'no_tenancy', label: 'Nobody of the household has a tenancy with us' },
  { value: 'died', label: 'They died' },
  { value: 'in_error', label: 'It was written down in error' },
] as const satisfies readonly (Choice & { readonly value: Ending })[];
export type EndingByTwo = (typeof endingsByTwo)[number]['value'];

export interface EndingFacts {
  /** Somebody spoke with them, safely and both ways, since it began. */
  readonly reached: boolean;
  readonly until: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
}

/** Before anybody has reached them nobody can decline, and no date is brought forward by whoever looks at it. */
export function mayEnd(because: EndingAlone, { reached, until, today }: EndingFacts): Verdict {
  if (because === 'run_its_length')
    return Temporal.PlainDate.compare(until, today) <= 0
      ? allowed
      : refused('Its last day has not come yet. Propose its end, and a manager decides.', 'breathing-space');
  return reached
    ? allowed
    : refused(
        'Nobody is on record as having reached them since it began. Record the contact first.',
        'breathing-space',
      );
}

/** Its length, within the bounds, is chosen with the person; it does not end by being made shorter. */
export function mayLast(
  months: number,
  { minMonths, maxMonths }: Bounds,
  { from, until, today, reached }: { readonly from: Temporal.PlainDate } & EndingFacts,
): Verdict {
  const not = (why: string) => refused(why, 'breathing-space');
  if (months < minMonths || months > maxMonths)
    return not(`It lasts ${minMonths} to ${monthsInWords(maxMonths)}. Propose more, and a manager decides.`);
  const last = reaches(from, months);
  if (Temporal.PlainDate.compare(last, today) < 0) return not('That day is over. End it, or choose more.');
  if (Temporal.PlainDate.compare(last, until) < 0 && !reached)
    return not('Nobody is on record as having reached them since it began: without them it gets no shorter.');
  return allowed;
}

/** What is asked of a manager: an end that the person did not ask for, more than the bound, another one. */
export const asked = [
  { value: 'end', label: 'It ends sooner' },
  { value: 'longer', label: 'It lasts longer than the bound' },
  { value: 'again', label: 'Another one, after an earlier one' },
] as const satisfies readonly Choice[];
export type Asks = (typeof asked)[number]['value'];

export const spaceKind = {
  approval: 'approved',
  basis: 'breathing-space',
  withdrawnBy: 'colleague',
  says: {
    own: 'Another manager decides: nobody decides what they proposed.',
    changed: 'It has ended, or that day is over. Propose it anew.',
  },
} as const satisfies ProposalKind<'approved'>;

/** How the person was told that it ended. Nothing is sent by Lintel itself. */
export const tellings = [
  { value: 'told', label: 'They were told, in the agreed way' },
  { value: 'not_safe', label: 'Telling them would not be safe', hint: 'Say why below' },
  { value: 'not_yet', label: 'Not yet', hint: 'Somebody owes it within two working days' },
] as const satisfies readonly Choice[];
export type Telling = (typeof tellings)[number]['value'];
