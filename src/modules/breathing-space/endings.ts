import type { Choice } from '#rules/words.ts';

/** Why it ended. Nothing ends by silence: each of these was decided by a person. */
export const endings = [
  { value: 'their_wish', label: 'They asked for it to end' },
  { value: 'declined', label: 'They declined it' },
  { value: 'run_its_length', label: 'It reached its last day, and was looked at' },
  { value: 'two_decided', label: 'Two people decided that it ends sooner' },
  { value: 'no_tenancy', label: 'Nobody of the household has a tenancy with us' },
  { value: 'died', label: 'They died' },
  { value: 'in_error', label: 'It was written down in error' },
  { value: 'not_again', label: 'A manager decided against another one' },
  { value: 'joined', label: 'One stood in the case already, and goes on' },
  { value: 'handed_over', label: 'What was told was handed over' },
] as const satisfies readonly Choice[];
export type Ending = (typeof endings)[number]['value'];

/** After these it never really stood, and another one is not a second one. */
const neverStood: readonly Ending[] = ['declined', 'joined', 'handed_over', 'in_error', 'not_again'];

/** Another one after it is a manager's exception (domain §7). */
export function wasOne({ endedBecause }: { readonly endedBecause: Ending | null }): boolean {
  return endedBecause !== null && !neverStood.includes(endedBecause);
}
