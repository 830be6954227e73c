import type { TenancyType } from '#rules/words.ts';

/** How secure an offered home is beside what they hold. What is not known is never the same. */
export const securities = ['same', 'greater', 'lesser', 'not_known'] as const;
export type Security = (typeof securities)[number];

/** Whether the time of a trial period that they have served goes on to count; '': there is none. */
export type TimeCounts = '' | 'yes' | 'no' | 'not_known';

/**
 * How much it takes to end each, the least secure first (Housing Acts 1985 and 1988): a licence; a trial; a tenancy for
 * a fixed term; an assured one; a secure one, which carries more rights. What is owned stands apart: to rent instead is
 * never the same.
 */
const rented: readonly (readonly TenancyType[])[] = [
  ['none'],
  ['licence'],
  ['starter', 'assured_shorthold', 'introductory'],
  ['assured_fixed_term'],
  ['flexible'],
  ['assured_periodic'],
  ['secure'],
];
const owned: readonly (readonly TenancyType[])[] = [['shared_ownership_lease'], ['long_lease']];
const trials: readonly TenancyType[] = ['starter', 'introductory'];

export function isTrial(type: TenancyType): boolean {
  return trials.includes(type);
}

/** V4.3e: the same tenure where possible; a trial that begins anew because of abuse is lesser (domain §5). */
export function securityOf(held: TenancyType, offered: TenancyType, timeCounts: TimeCounts): Security {
  if (held === 'not_known' || offered === 'not_known') return 'not_known';
  if (held === 'none') return offered === 'none' ? 'same' : 'greater';
  const ladder = [rented, owned].find((each) => rankIn(each, held) >= 0 && rankIn(each, offered) >= 0);
  if (!ladder) return 'lesser';
  const step = rankIn(ladder, offered) - rankIn(ladder, held);
  if (step !== 0) return step > 0 ? 'greater' : 'lesser';
  if (isTrial(held) || isTrial(offered)) {
    if (timeCounts === 'no') return 'lesser';
    if (timeCounts !== 'yes') return 'not_known';
  }
  return held === offered || rankIn(rented, held) === rankIn(rented, 'starter') ? 'same' : 'not_known';
}

function rankIn(ladder: readonly (readonly TenancyType[])[], type: TenancyType): number {
  return ladder.findIndex((step) => step.includes(type));
}

/** Only then may it be accepted without a manager’s decision. */
export function keepsTenure(security: Security): boolean {
  return security === 'same' || security === 'greater';
}

export const securityInWords: Readonly<Record<Security, string>> = {
  same: 'As secure as what they hold',
  greater: 'More secure than what they hold',
  lesser: 'Less secure than what they hold',
  not_known: 'Not known to be as secure as what they hold',
};
