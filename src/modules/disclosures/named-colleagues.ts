import type { z } from 'zod';
import { line, optionalChoice } from '#kit/forms.ts';
import type { StaffId } from '#rules/facts.ts';
import { valuesOf } from '#rules/words.ts';
import { type Relation, relations } from './lists.ts';
import type { Conflict } from './value.ts';

/** How many colleagues one form can name as involved. */
export const conflictRows = [1, 2, 3] as const;

/** `colleague_1`, `relation_1` … The type of a form knows only that they are there as text. */
export const conflictFields = Object.fromEntries(
  conflictRows.flatMap((row): [string, z.ZodType][] => [
    [`colleague_${row}`, line(36)],
    [`relation_${row}`, optionalChoice(valuesOf(relations), 'other')],
  ]),
) as Record<never, never>;

/**
 * The colleagues named as involved, each once; null where one was not offered.
 * @param offered whom the form listed
 */
export function conflictsIn(
  typed: Readonly<Record<string, unknown>>,
  offered: readonly StaffId[],
): readonly Conflict[] | null {
  const named = new Map<StaffId, Conflict>();
  for (const row of conflictRows) {
    const staffId = typed[`colleague_${row}`] as StaffId | '';
    if (staffId === '') continue;
    if (!offered.includes(staffId)) return null;
    named.set(staffId, { staffId, relation: typed[`relation_${row}`] as Relation });
  }
  return [...named.values()];
}
