import { meritNames } from './received.ts';
import type { LevelNames, NamedLevel } from './threshold.ts';

/** An instrument whose scores an area may weigh in its own way. */
export interface WeighedInstrument {
  readonly id: string;
  readonly name: string;
  /** Its own levels, from which score on each begins; null: nobody has told Lintel. */
  readonly levels: readonly NamedLevel[] | null;
  /** What its levels are called where only their names are known. */
  readonly names?: LevelNames;
}

/** The Dash, and MeRIT, which is received and of which no questions are here. */
export const weighedHere: readonly WeighedInstrument[] = [
  { id: 'dash', name: 'Dash, in every version', levels: null },
  { id: 'merit', name: 'MeRIT, as it is received', levels: null, names: meritNames },
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
