import { z } from 'zod';
import { choice, formGiven, known, offeredOrNone, onList, type Typed } from '#kit/forms.ts';
import type { DueRule, Pack } from '#rules/pack.ts';
import { type Assumptions, usualAssumptions } from '../assumptions.ts';
import { type Change, changesTo, promisesOf } from '../change.ts';

export interface WhatIf {
  readonly change: Change;
  readonly assumed: Assumptions;
}

/** A number in a box, within these bounds; `asks` says what to enter. */
function number(asks: string, least: number, most: number) {
  const wrong = `${asks}, from ${least} to ${most}`;
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().replace(/%$/, '') : ''),
    z
      .string()
      .regex(/^-?\d{1,5}(\.\d)?$/, wrong)
      .transform(Number)
      .refine((each) => each >= least && each <= most, wrong),
  );
}

export const units = ['as_now', 'same_working_day', 'working_hours', 'working_days'] as const;

interface Shelf {
  readonly pack: Pack;
  /** Those that this landlord's could be compared with. */
  readonly others: readonly Pack[];
}

export const whatIfForm = formGiven(
  z
    .object({
      other: offeredOrNone('Choose one of the policies'),
      promise: offeredOrNone('Choose one of the promises'),
      unit: choice(units, 'Say when it would be due'),
      amount: z.preprocess((value) => (typeof value === 'string' ? value.trim() : ''), z.string()),
      told: number('Enter how much more or less is told, in per cent', -90, 300),
      colleagues: number('Enter how many colleagues share the work', 1, 500),
      hoursADay: number('Enter hours of a day', 0.5, 12),
      minutesToTriage: number('Enter minutes', 0, 600),
      minutesToContact: number('Enter minutes', 0, 600),
      minutesACaseAWeek: number('Enter minutes', 0, 2_000),
      weeksACaseIsOpen: number('Enter weeks', 1, 200),
      shelf: known<Shelf>(),
    })
    .refine(({ unit, promise }) => unit === 'as_now' || promise !== '', {
      path: ['promise'],
      message: 'Choose the promise that would change',
    })
    .refine(
      ({ unit, amount }) =>
        !unit.startsWith('working_') ||
        (/^\d{1,3}$/.test(amount) && Number(amount) >= 1 && Number(amount) <= 250),
      { path: ['amount'], message: 'Enter how many, as a whole number from 1 to 250' },
    )
    .transform(({ other, promise, unit, amount, told, shelf: { pack, others }, ...assumed }) => {
      const theirs = others.find(({ id }) => id === other);
      const due = dueFrom(unit, Number(amount));
      return {
        change: {
          due: { ...(theirs && changesTo(pack, theirs)), ...(due && promise && { [promise]: due }) },
          told: 1 + told / 100,
        },
        assumed,
      };
    }) satisfies z.ZodType<WhatIf>,
  (typed, pack: Pack, others: readonly Pack[]) => ({
    ...typed,
    other: onList(
      others.map(({ id }) => id),
      typed,
      'other',
    ),
    promise: onList(
      promisesOf(pack).map(({ id }) => id),
      typed,
      'promise',
    ),
    shelf: { pack, others },
  }),
);

function dueFrom(unit: (typeof units)[number], amount: number): DueRule | null {
  if (unit === 'as_now') return null;
  if (unit === 'same_working_day') return { within: 'same-working-day' };
  return unit === 'working_hours' ? { workingHours: amount } : { workingDays: amount };
}

/**
 * How the form stands when it is opened: nothing changed but to another policy that was asked for,
 * and the usual assumptions.
 */
export function freshWhatIf(colleagues: number, other?: Pack): Typed {
  const assumed = Object.entries({ ...usualAssumptions, colleagues: Math.max(1, colleagues) });
  return {
    unit: 'as_now',
    told: '0',
    ...(other && { other: other.id }),
    ...Object.fromEntries(assumed.map(([name, value]) => [name, String(value)])),
  };
}
