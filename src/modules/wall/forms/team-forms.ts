import { z } from 'zod';
import { choice, choices, requiredLine } from '#kit/forms.ts';
import type { StaffId } from '#rules/facts.ts';
import { conflictRelations } from '../conflict.ts';

/** A colleague chosen from a list; whether they may be is decided again by the wall. */
function colleague(missing: string) {
  return requiredLine(missing, 40)
    .pipe(z.uuid(missing))
    .transform((id) => id as StaffId);
}

export const allocationForm = z.object({
  staffId: colleague('Choose who leads this case'),
  reason: requiredLine('Say why this colleague', 500),
});

export const grantForm = z.object({
  staffId: colleague('Choose a colleague'),
  reason: requiredLine('Say why they need to know', 500),
});

export const endingForm = z.object({ reason: requiredLine('Say why', 500) });

/** @param offered ids of the colleagues who may be named */
export function restrictionForm(offered: readonly StaffId[]) {
  return z.object({
    staffIds: choices(offered, 'Choose from the list').refine(
      (ids) => ids.length > 0,
      'Choose who keeps access',
    ),
    reason: requiredLine('Say why only these people need to know', 500),
  });
}

export const conflictForm = z.object({
  staffId: colleague('Choose a colleague'),
  relation: choice(
    conflictRelations.map((relation) => relation.value),
    'Say how they stand to somebody in this case',
  ),
  reason: requiredLine('Say what makes this a conflict', 500),
});
