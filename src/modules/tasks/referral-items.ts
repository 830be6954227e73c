import type { ReferralToDo } from '#modules/safeguarding/index.ts';
import { safeguardingPaths, titleOf } from '#modules/safeguarding/pure.ts';
import type { EventName } from '#rules/event.ts';
import type { Pack } from '#rules/pack.ts';
import type { DayItem } from './day.ts';
import type { DayReader } from './day-items.ts';

/** Promises about a referral: on the day it is the referral itself, with the one way on. */
const begin: readonly EventName[] = [
  'child-referral.promised',
  'adult-referral.promised',
  'safeguarding.prompted',
  'safeguarding.answer-awaited',
];

export function referralCommitments(pack: Pack): readonly string[] {
  return pack.commitments
    .filter(({ measure }) => measure.kind === 'clock' && begin.includes(measure.starts))
    .map(({ id }) => id);
}

const says: Readonly<Record<ReferralToDo['standing'], { readonly words: string; readonly way: string }>> = {
  undecided: { words: 'whether it is made waits for a decision', way: 'Decide' },
  to_make: { words: 'still to be made', way: 'Record to whom, or why not' },
  to_answer: { words: 'made, and no answer yet', way: 'Record the answer, or ask again' },
  to_decide: { words: 'that there is none waits for a second person', way: 'Look at it' },
};

/** Owed: to be made or asked about again, by whoever leads, or by the team where nobody does. */
export function referralItem(referral: ReferralToDo, { standIn }: Pick<DayReader, 'standIn'>): DayItem {
  const { id, caseId, reference, danger, standing, dueAt, leadId } = referral;
  const { words, way } = says[standing];
  return {
    kind: 'referral',
    caseId,
    reference,
    what: `${titleOf(referral)}: ${words}`,
    at: dueAt,
    appointment: false,
    danger,
    standsInFor: leadId ? (standIn.get(leadId) ?? null) : null,
    href: safeguardingPaths.referral(id),
    way,
  };
}

/** That none is made waits for whoever looks: until they decide, it is owed by the same day. */
export function referralDecisionItem(referral: ReferralToDo): DayItem {
  return {
    ...referralItem(referral, { standIn: new Map() }),
    kind: 'referral_to_decide',
    what: `${titleOf(referral)}: that there is none waits for your decision`,
    way: 'Decide',
  };
}

/** What somebody may decide is on their day once, as that. */
export function onceEach(items: readonly DayItem[]): readonly DayItem[] {
  const deciding = new Set(items.filter(({ kind }) => kind === 'referral_to_decide').map(({ href }) => href));
  return items.filter(({ kind, href }) => kind !== 'referral' || !deciding.has(href));
}
