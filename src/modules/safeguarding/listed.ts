import type { Choice } from '#rules/words.ts';

/** What referrals of the team wait for. */
export const listedStandings = [
  { value: 'undecided', label: 'A decision is owed' },
  { value: 'to_decide', label: 'A second person decides' },
  { value: 'to_make', label: 'Still to be made' },
  { value: 'to_answer', label: 'Made, and no answer yet' },
] as const satisfies readonly Choice[];
export type ListedStanding = (typeof listedStandings)[number]['value'];
