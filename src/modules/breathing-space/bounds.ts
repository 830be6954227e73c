import type { Pack } from '#rules/pack.ts';

/** Within how many months it is chosen, whether a policy promises it, and how it begins. */
export interface Bounds {
  readonly minMonths: number;
  readonly maxMonths: number;
  /** A policy promises it; else it is help of the landlord's own, and nothing begins by itself. */
  readonly promised: boolean;
  readonly begins: 'disclosure' | 'case';
  readonly given: 'unless-declined' | 'if-asked';
}

/** Where a policy promises none: the bounds are Lintel's, and it is only ever given with the person. */
const ownHelp: Bounds = {
  minMonths: 1,
  maxMonths: 3,
  promised: false,
  begins: 'case',
  given: 'if-asked',
};

export function boundsOf({ breathingSpace }: Pick<Pack, 'breathingSpace'>): Bounds {
  if (breathingSpace === null) return ownHelp;
  const { minMonths, maxMonths, begins, given } = breathingSpace;
  return { minMonths, maxMonths, promised: true, begins, given };
}

/** The last day of so many calendar months. */
export function reaches(from: Temporal.PlainDate, months: number): Temporal.PlainDate {
  return from.add({ months });
}

/** Somebody looks at it every month, and on its last day at the latest; never on a day that is over. */
export function nextLook(
  since: Temporal.PlainDate,
  until: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const inAMonth = since.add({ months: 1 });
  const look = Temporal.PlainDate.compare(inAMonth, until) < 0 ? inAMonth : until;
  return Temporal.PlainDate.compare(look, today) < 0 ? today : look;
}
