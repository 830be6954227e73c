import type { NamedLevel } from './threshold.ts';

/** An instrument whose scores an area may weigh in its own way. */
export interface WeighedInstrument {
  readonly id: string;
  readonly name: string;
  /** Its own levels today, from which score on each begins; null: nobody has told Lintel. */
  readonly levels: readonly NamedLevel[] | null;
  /** Of one of the landlord’s own: what was ever loaded of it, what takes effect last first. */
  readonly versions?: readonly LevelsFrom[];
}

/** The levels of one version of an instrument, and the days on which it is asked with. */
export interface LevelsFrom {
  readonly from: Temporal.PlainDate;
  /** The first day on which it is withdrawn; null: it is not. */
  readonly until: Temporal.PlainDate | null;
  readonly levels: readonly NamedLevel[];
}

/**
 * The version in force on a day. Where each is withdrawn by then, the last that began: what was asked with it goes on
 * being weighed. Where none has begun, the first that will.
 */
export function versionOn<Version extends LevelsFrom>(
  versions: readonly Version[],
  day: Temporal.PlainDate,
): Version | undefined {
  const { compare } = Temporal.PlainDate;
  const begun = versions.filter(({ from }) => compare(from, day) <= 0);
  return begun.find(({ until }) => until === null || compare(until, day) > 0) ?? begun[0] ?? versions.at(-1);
}

/** Its own levels as they are on a day; null: nobody has told Lintel. */
export function levelsOn(
  { levels, versions = [] }: Pick<WeighedInstrument, 'levels' | 'versions'>,
  day: Temporal.PlainDate,
): readonly NamedLevel[] | null {
  return versionOn(versions, day)?.levels ?? levels;
}

/** The days on which other levels begin or end. */
export function daysOf({
  versions = [],
}: Pick<WeighedInstrument, 'versions'>): readonly Temporal.PlainDate[] {
  return versions.flatMap(({ from, until }) => (until === null ? [from] : [from, until]));
}

/** The Dash, and MeRIT, which is received and of which no questions are here. */
export const weighedHere: readonly WeighedInstrument[] = [
  { id: 'dash', name: 'Dash, in every version', levels: null },
  { id: 'merit', name: 'MeRIT, as it is received', levels: null },
];

/** From which score on: a number, or a level by its own name; null: it is neither. */
export function scoreFrom(typed: string, { levels }: Pick<WeighedInstrument, 'levels'>): number | null {
  const said = typed.trim().replace(/^score (from )?/i, '');
  if (/^\d{1,4}$/.test(said)) return Number(said);
  const folded = said.toLocaleLowerCase('en-GB');
  return levels?.find(({ name }) => name.toLocaleLowerCase('en-GB') === folded)?.from ?? null;
}

/** The most that a threshold of it may be. */
export function mostOf({ id }: Pick<WeighedInstrument, 'id'>): number {
  return id === 'dash' ? 24 : 9_999;
}
