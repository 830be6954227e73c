import { z } from 'zod';
import { allOnList, choice, formGiven, offeredAny, requiredLine } from '#kit/forms.ts';
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

/** Given the ids of the colleagues who may be named. */
export const restrictionForm = formGiven(
  z.object({
    staffIds: offeredAny<StaffId>().refine((ids) => ids.length > 0, 'Choose who keeps access'),
    reason: requiredLine('Say why only these people need to know', 500),
  }),
  (typed, offered: readonly StaffId[]) => ({ ...typed, staffIds: allOnList(offered, typed, 'staffIds') }),
);

export const conflictForm = z.object({
  staffId: colleague('Choose a colleague'),
  relation: choice(
    conflictRelations.map((relation) => relation.value),
    'Say how they stand to somebody in this case',
  ),
  reason: requiredLine('Say what makes this a conflict', 500),
});
