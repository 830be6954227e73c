import { liesWithin, sectorOf } from './postcode.ts';

/** What lettings is told of an address for a household, and never why. */
export const moveAnswers = ['safe', 'ask'] as const;
export type MoveAnswer = (typeof moveAnswers)[number];

/** A case in which somebody of the household is at risk. */
export interface MoveCase {
  readonly id: string;
  /** Where they must not be housed, as they said it. */
  readonly places: readonly { readonly kind: string; readonly place: string }[];
  /** They were asked lately, and said that there is no such place. */
  readonly askedAndNone: boolean;
  /** The postcodes of the homes of whoever is feared, and of those who live with them. */
  readonly fearedNear: readonly string[];
  /** Of everybody who is feared a home is known; else any address may be next door to theirs. */
  readonly fearedKnown: boolean;
}

export interface MoveFacts {
  /** The household is on the register, for whoever asks. */
  readonly known: boolean;
  /** Somebody told of them, and nobody has looked at it yet. */
  readonly told: boolean;
  /** Somebody of the household is feared in a case: of them no address is ever answered. */
  readonly feared: boolean;
  /** By chance: for this household, for these streets or for this address. */
  readonly drawn: boolean;
  /** Asked so often that it looks for somebody. */
  readonly tooMany: boolean;
  readonly cases: readonly MoveCase[];
}

/** Why somebody is to be asked: for the team of a case alone. */
export type MoveReason =
  | 'place'
  | 'place_in_words'
  | 'not_asked'
  | 'feared_near'
  | 'feared_not_known'
  | 'postcode';

/** What speaks against an address in one case, and what nobody knows. Nothing that is unknown is safe. */
export function reasonsIn(postcode: string, one: MoveCase): readonly MoveReason[] {
  const { places, askedAndNone, fearedNear, fearedKnown } = one;
  const sector = sectorOf(postcode);
  const begun = places.filter(({ kind }) => kind === 'postcode');
  const found: readonly (MoveReason | false)[] = [
    sector === null && 'postcode',
    begun.some(({ place }) => liesWithin(postcode, place)) && 'place',
    places.length > begun.length && 'place_in_words',
    places.length === 0 && !askedAndNone && 'not_asked',
    sector !== null && fearedNear.some((near) => sectorOf(near) === sector) && 'feared_near',
    !(fearedKnown && fearedNear.every((near) => sectorOf(near) !== null)) && 'feared_not_known',
  ];
  return found.filter((reason) => reason !== false);
}

/** Safe only where all is known, and nothing of it speaks against it. */
export function moveAnswer(postcode: string, facts: MoveFacts): MoveAnswer {
  const { known, told, feared, drawn, tooMany, cases } = facts;
  const against = cases.map((one) => reasonsIn(postcode, one).length > 0);
  const asks = [!known, told, feared, drawn, tooMany, sectorOf(postcode) === null, ...against];
  return asks.includes(true) ? 'ask' : 'safe';
}

/** So long an answer holds: at the letting it is asked again. */
export const holdsFor = Temporal.Duration.from({ hours: 24 });
/**
 * Of one colleague, or of a system for all of them, within a day; and of one household within 30 days: from then on
 * every answer is to ask, and managers are told.
 */
export const askedAtMost = { aDay: 20, aDayOfASystem: 200, addresses: 4 } as const;

export function isStale(askedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(askedAt.add(holdsFor), now) <= 0;
}
