import { allowed, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';

/** How a colleague stands to somebody in the case. */
export const conflictRelations = [
  { value: 'party', label: 'They are somebody in this case' },
  { value: 'relative', label: 'Relative' },
  { value: 'neighbour', label: 'Neighbour' },
  { value: 'friend', label: 'Friend' },
  { value: 'other', label: 'Something else' },
] as const satisfies readonly Choice[];
export type ConflictRelation = (typeof conflictRelations)[number]['value'];

/** A manager shuts anybody out; everybody else only themselves, so that nobody can clear the field. */
export function mayRecordConflict(by: StaffId, manager: boolean, about: StaffId): Verdict {
  if (manager || by === about) return allowed;
  return refused('Tell a manager: a manager records that somebody else has a conflict.', 'need-to-know');
}

/** Letting somebody back in takes a manager who is not that person. */
export function mayEndConflict(by: StaffId, about: StaffId): Verdict {
  if (by !== about) return allowed;
  return refused('Another manager ends this, never the person it is about.', 'need-to-know');
}
