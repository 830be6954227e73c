import type { z } from 'zod';
import { kept, line, type Typed } from '#kit/forms.ts';
import { ageProblem, saysAnything, type ToldChild } from '#modules/case-file/pure.ts';
import type { Answered } from './lists.ts';

/** How many children one form can name, each in a row; whoever has more writes them among the words. */
export const childRows = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** `child_1_name`, `child_1_age`, `child_1_school` … The type of a form knows only that they are there as text. */
export const childFields = Object.fromEntries(
  childRows.flatMap((row): [string, z.ZodType][] => [
    [`child_${row}_name`, line(200)],
    [`child_${row}_age`, line(60)],
    [`child_${row}_school`, line(200)],
  ]),
) as Record<never, never>;

/** The children that were written down, in their rows; an empty row is no child. */
export function childrenIn(typed: Readonly<Record<string, unknown>>): readonly ToldChild[] {
  return childRows.map((row) => childAt(typed, row)).filter(saysAnything);
}

/** What is wrong, by the field that it stands beside. */
export function childProblems(
  typed: Readonly<Record<string, unknown>>,
  today: Temporal.PlainDate,
): readonly (readonly [field: string, message: string])[] {
  return childRows.flatMap((row) => {
    const wrong = ageProblem(childAt(typed, row).age, today);
    return wrong === null ? [] : [[`child_${row}_age`, wrong] as const];
  });
}

/** What the form holds for children that are known. */
export function typedChildren(children: readonly ToldChild[]): Typed {
  return Object.fromEntries(
    childRows.flatMap((row, index) => {
      const child = children[index];
      if (!child) return [];
      const { name, age, school } = child;
      return [
        [`child_${row}_name`, name],
        [`child_${row}_age`, age],
        [`child_${row}_school`, school],
      ];
    }),
  );
}

function childAt(typed: Readonly<Record<string, unknown>>, row: number): ToldChild {
  const said = (part: string) => kept(typed as Typed, `child_${row}_${part}`).trim();
  return { name: said('name'), age: said('age'), school: said('school') };
}

/** *No* above and a child below: whoever wrote it down says which of them it is. */
export function noneAndSome(children: Answered, told: readonly ToldChild[]): boolean {
  return children === 'no' && told.length > 0;
}

export const someBelow = 'A child is written down below. Choose yes, or empty that row';
