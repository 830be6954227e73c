import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';

/** What economic abuse leaves behind (DAA 2021 s.1(3)(d); domain §7), as they say it: nobody asks for proof. */
export const matterKinds = [
  { value: 'coerced_debt', label: 'A debt that they were made to take, or that was taken in their name' },
  {
    value: 'joint_arrears',
    label: 'Arrears of a joint tenancy',
    hint: 'In law both owe all of it, whatever we decide: what is fair is decided, and written down as that',
  },
  { value: 'utility', label: 'Gas, electricity, water or a telephone in their name' },
  { value: 'council_tax', label: 'Council tax' },
  { value: 'redirected', label: 'Wages or benefits that go to somebody else' },
  { value: 'tenancy_in_name', label: 'A tenancy or rent that was run up in their name' },
  { value: 'no_money', label: 'No money of their own, or no account that only they can open' },
  { value: 'other', label: 'Something else about money' },
] as const satisfies readonly Choice[];
export type MatterKind = (typeof matterKinds)[number]['value'];

/** What was done. What a court or a creditor decides is theirs; ours is whether it is fair to ask for it. */
export const deeds = [
  { value: 'not_asked_for', label: 'We decided that it is not fair to ask them for it' },
  { value: 'shared', label: 'We decided which part it is fair to ask them for' },
  { value: 'creditor_told', label: 'The adviser wrote to whoever it is owed to, as they agreed' },
  { value: 'written_off', label: 'It was written off' },
  { value: 'own_payment', label: 'Payments come to an account of their own now' },
  { value: 'arranged', label: 'They pay what they can, as they agreed' },
  { value: 'other', label: 'Something else' },
] as const satisfies readonly Choice[];
export type DeedDone = (typeof deeds)[number]['value'];

/** How anybody knows what advice brought, the surest first: that we say so is none. */
export const waysKnown = [
  { value: 'seen', label: 'We have seen the letter or the statement' },
  { value: 'adviser', label: 'The adviser told us' },
  { value: 'person', label: 'They told us' },
] as const satisfies readonly Choice[];
export type Known = (typeof waysKnown)[number]['value'];

export const gainKinds = [
  { value: 'benefit', label: 'A benefit that they had not, or more of it' },
  { value: 'arrears_paid', label: 'A payment for the time before' },
  { value: 'debt_off', label: 'A debt that they need not pay' },
  { value: 'council', label: 'A council’s crisis or housing payment' },
  { value: 'charity', label: 'A grant of a charity' },
  { value: 'bills', label: 'Lower bills' },
  { value: 'other', label: 'Something else' },
] as const satisfies readonly Choice[];
export type GainKind = (typeof gainKinds)[number]['value'];

export const waysOfSaying = [
  { value: 'phone', label: 'On the phone, as agreed' },
  { value: 'in_person', label: 'In person, at a safe place' },
  { value: 'home_visit', label: 'At home, seen alone' },
  { value: 'message', label: 'In an answer of theirs to a message' },
  { value: 'through_advocate', label: 'Through somebody they trust' },
] as const satisfies readonly Choice[];

export type MatterStep = 'reviewed' | 'done' | 'not_wanted';

/**
 * May this follow? Nothing is done about a debt before somebody who may advise has looked at it; and what they would
 * rather leave is left, until they say otherwise (V3.4, L2.1c).
 */
export function mayFollow(steps: readonly { readonly step: MatterStep }[], step: MatterStep): Verdict {
  if (step !== 'done' || steps.some((each) => each.step === 'reviewed')) return allowed;
  return refused(
    'First somebody who may advise looks at it: what helps one debt may harm another.',
    'records',
  );
}

/** What so much a week is in a year: fifty-two weeks. */
export function yearly(weeklyPence: number): number {
  return weeklyPence * 52;
}
