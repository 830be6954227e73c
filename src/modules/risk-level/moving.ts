import { fewer, mostOn, unset } from './safer.ts';
import { type Area, areaOf, type SetThreshold, thresholdOn } from './threshold.ts';
import { daysOf, levelsOn, type WeighedInstrument } from './weighed-instruments.ts';

/** Where something is heard, and where it is to be; null: in no area. */
export interface Move {
  readonly from: string | null;
  readonly to: string | null;
}

/** By what risks are weighed. */
export interface Weighing {
  readonly thresholds: readonly SetThreshold[];
  readonly instruments: readonly WeighedInstrument[];
  readonly today: Temporal.PlainDate;
}

/**
 * What of a move to another area makes fewer people high or medium, by any instrument and on any day from today on; in
 * words, none where it is as safe or safer.
 */
export function loosenedByMoving(
  { from, to }: Move,
  { thresholds, instruments, today }: Weighing,
): readonly string[] {
  if (from === to) return [];
  const set = thresholds.flatMap(({ effectiveFrom }) => effectiveFrom ?? []);
  return instruments.flatMap((tool) => {
    const { id, name } = tool;
    const later = [...set, ...daysOf(tool)].filter((day) => Temporal.PlainDate.compare(day, today) > 0);
    const held = (area: string | null, day: Temporal.PlainDate) =>
      thresholdOn(thresholds, area, day, id) ?? unset(id, levelsOn(tool, day));
    const looser = mostOn([today, ...later], (day) =>
      fewer({ ...held(to, day), instrument: id }, held(from, day)),
    );
    return looser.map((words) => (id === 'dash' ? words : `${name}: ${words}`));
  });
}

/** A local authority in which fewer people would be high or medium, and by what. */
export interface Loosened {
  readonly authority: string;
  readonly fewer: readonly string[];
}

/**
 * Which local authorities would be weighed more loosely where an area has these from now on: those that come into it,
 * and those that leave it and belong to none.
 * @param area null: a new one
 */
export function loosenedAuthorities(
  area: string | null,
  authorities: readonly string[],
  areas: readonly Area[],
  weighing: Weighing,
): readonly Loosened[] {
  const here = { id: 'here', name: '', authorities };
  const left = areas
    .filter(({ id }) => id === area)
    .flatMap((each) => each.authorities.filter((authority) => areaOf([here], authority) === null));
  const moves = [
    ...authorities.map((authority) => ({
      authority,
      move: { from: areaOf(areas, authority)?.id ?? null, to: area },
    })),
    ...left.map((authority) => ({ authority, move: { from: area, to: null } })),
  ];
  return moves
    .map(({ authority, move }) => ({ authority, fewer: loosenedByMoving(move, weighing) }))
    .filter((each) => each.fewer.length > 0);
}

/** Why it is not saved, and how two people come to it. */
export function whyNotMoved(loosened: readonly Loosened[]): string {
  const [first] = loosened;
  const names = loosened.map(({ authority }) => authority).join(', ');
  return (
    `Fewer people in ${names} would be high or medium (${first?.fewer.join('; ')}), and nobody alone decides that. ` +
    'Add an area of its own with the threshold that holds there today, move it to that, and propose the other ' +
    'threshold: once another manager has agreed, it can be moved.'
  );
}

/** Asked of whoever says that a case is heard where its risk weighs less. */
export function whyHeardThere(fewer: readonly string[]): string {
  return `Say why in a sentence: its risk would weigh less there (${fewer.join('; ')}). Managers are told`;
}
