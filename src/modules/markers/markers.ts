import type { Role } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';

/**
 * What a marker may say (domain §10): what whoever comes to the door should do, and nothing of why. Each reads the same
 * whether it is there for somebody's safety or for a dog.
 */
export const approvedTexts = [
  'Do not leave messages or discuss visits; call before attending',
  'Two people attend',
  'Attend only by appointment',
  'Ring the office before attending',
  'Speak only with the person who booked the visit',
  'Hand over keys to nobody; ask the office first',
  'Leave no cards, letters or parcels',
  'Attend in daylight only',
  'Dogs at this home: ask for them to be kept in another room',
  'Unsafe stairs or path: take care',
] as const;

/** For whom it is. */
export const audiences = [
  { value: 'repairs', label: 'Repairs' },
  { value: 'lone_workers', label: 'Anybody who visits alone' },
  { value: 'lettings', label: 'Lettings' },
  { value: 'income', label: 'Income' },
  { value: 'neighbourhood', label: 'Neighbourhood' },
] as const satisfies readonly Choice[];
export type Audience = (typeof audiences)[number]['value'];

/** A contractor sees what is for repairs and for lone workers; the database agrees. */
export function seenBy(roles: readonly Role[]): readonly Audience[] {
  const inside: readonly Role[] = ['da_manager', 'da_worker', 'colleague'];
  if (roles.some((role) => inside.includes(role))) return audiences.map(({ value }) => value);
  return roles.includes('contractor') ? ['repairs', 'lone_workers'] : [];
}

/** Nothing stays for ever: a year at most, then somebody looks at it again. */
export const longest = Temporal.Duration.from({ months: 12 });
/** How long before its day whoever placed it is told. */
export const toldBefore = Temporal.Duration.from({ days: 14 });
/** How fresh a review must be for a case to close. */
export const freshFor = Temporal.Duration.from({ days: 28 });

export interface Dated {
  readonly reviewOn: Temporal.PlainDate;
  readonly endedAt: Temporal.Instant | null;
}

/** Do readers see it on this day? Past its day nobody does, until somebody has looked at it again. */
export function isShown({ reviewOn, endedAt }: Dated, today: Temporal.PlainDate): boolean {
  return endedAt === null && Temporal.PlainDate.compare(today, reviewOn) <= 0;
}

/** Is somebody to look at it: its day is near, or past? */
export function isDue({ reviewOn, endedAt }: Dated, today: Temporal.PlainDate): boolean {
  return endedAt === null && Temporal.PlainDate.compare(today.add(toldBefore), reviewOn) >= 0;
}
