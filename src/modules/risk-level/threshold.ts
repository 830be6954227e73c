import { guidanceOnRepeats, type RepeatDefinition } from '#rules/repeat.ts';

/** From how many yes a score indicates a level, where and since when; and how many police call-outs count. */
export interface Threshold {
  readonly highFrom: number;
  readonly mediumFrom: number;
  /** In twelve months; null: the local protocol does not use them. */
  readonly callOuts: number | null;
  /** What counts as abuse again after a Marac referral. */
  readonly repeat: RepeatDefinition;
  /** Who says so. */
  readonly source: string;
}

/** The Dashes share the numbers of their questions; their score is what thresholds are about. */
export const dashes: readonly string[] = ['dash', 'dash-young', 'dash-scotland'];

/** A threshold as a landlord set it: for one Marac area, or wherever no area has its own. */
export interface SetThreshold extends Threshold {
  readonly areaId: string | null;
  readonly effectiveFrom: Temporal.PlainDate;
  readonly setAt: Temporal.Instant;
}

/** What holds until a landlord says otherwise: 14 is common, the bands are customary, and none of it is law (domain §3). */
export const customary: Threshold = {
  highFrom: 14,
  mediumFrom: 10,
  callOuts: 3,
  repeat: guidanceOnRepeats,
  source: 'A common local convention, which Lintel starts from. Ask your Marac for its own.',
};

/** What holds in an area on a day: its own newest one, else the one for everywhere, else the customary one. */
export function thresholdOn(
  thresholds: readonly SetThreshold[],
  areaId: string | null,
  day: Temporal.PlainDate,
): Threshold {
  const inForce = thresholds
    .filter(({ effectiveFrom }) => Temporal.PlainDate.compare(effectiveFrom, day) <= 0)
    .toSorted(newestFirst);
  const own = areaId === null ? undefined : inForce.find((each) => each.areaId === areaId);
  return own ?? inForce.find((each) => each.areaId === null) ?? customary;
}

/** By the day from which it holds; set again for the same day, what was set last holds. */
function newestFirst(one: SetThreshold, other: SetThreshold): number {
  return (
    Temporal.PlainDate.compare(other.effectiveFrom, one.effectiveFrom) ||
    Temporal.Instant.compare(other.setAt, one.setAt)
  );
}

/** "1 to 9 standard, 10 to 13 medium, 14 and more high". */
export function bandsInWords({ mediumFrom, highFrom }: Pick<Threshold, 'mediumFrom' | 'highFrom'>): string {
  const standard = mediumFrom > 1 ? [`up to ${mediumFrom - 1} standard`] : [];
  const medium =
    mediumFrom === highFrom - 1 ? `${mediumFrom} medium` : `${mediumFrom} to ${highFrom - 1} medium`;
  return [...standard, medium, `${highFrom} and more high`].join(', ');
}

/** An area in which one Marac meets, and the local authorities that belong to it. */
export interface Area {
  readonly id: string;
  readonly name: string;
  readonly authorities: readonly string[];
}

/** The area of a home follows from its local authority, however that is written. */
export function areaOf(areas: readonly Area[], localAuthority: string | null): Area | null {
  if (!localAuthority) return null;
  const wanted = folded(localAuthority);
  return areas.find(({ authorities }) => authorities.some((each) => folded(each) === wanted)) ?? null;
}

function folded(name: string): string {
  return name.trim().toLocaleLowerCase('en-GB').replaceAll(/\s+/g, ' ');
}
