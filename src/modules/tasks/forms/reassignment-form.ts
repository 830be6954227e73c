import { z } from 'zod';
import { requiredLine } from '#kit/forms.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';

/**
 * Whose cases are looked at: a colleague's, or those of nobody; whatever is not understood is
 * as if it had not been said.
 */
export const fromQuery = z.object({
  lead: z
    .union([z.literal('unallocated'), z.uuid().transform((id) => id as StaffId)])
    .nullable()
    .catch(null)
    .default(null),
}) as unknown as z.ZodType<{ readonly lead: StaffId | 'unallocated' | null }>;

function ids<T extends string>(missing: string) {
  return z
    .preprocess(
      (value) => (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string' && each),
      z.array(z.uuid(missing)).min(1, missing).max(200, 'Move at most 200 cases at once'),
    )
    .transform((values) => [...new Set(values)] as unknown as readonly T[]);
}

/** Which cases go, to whom of these, and why. The wall of each is asked when it is saved. */
export const reassignmentForm = z.object({
  lead: z.union([z.literal('unallocated'), z.uuid().transform((id) => id as StaffId)], {
    error: 'Choose whose cases these are',
  }),
  cases: ids<CaseId>('Choose at least one case'),
  takers: ids<StaffId>('Choose at least one colleague'),
  reason: requiredLine('Say why these cases move', 500),
});
export type AskedReassignment = z.infer<typeof reassignmentForm>;

/** What was shown before it was confirmed: `case:colleague`, one for each case that moves. */
export const confirmedForm = reassignmentForm.extend({
  plan: z.preprocess(
    (value) => (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string' && each),
    z.array(z.string().max(100)).max(200),
  ),
});

export const undoForm = z.object({ reason: requiredLine('Say why it is undone', 500) });
