import type { StaffId } from '#rules/facts.ts';
import type { TriagePerson } from './triage-form.ts';

/** Somebody is kept from what was told, because it may tell of whom they have a conflict with, and by what. */
export interface KeptApart {
  readonly staffId: StaffId;
  /** A name, a number, an e-mail address, a home …, as `lintel.telling` compares them. */
  readonly by: readonly string[];
}

/**
 * Who stays kept from the case that it becomes. Only a name may turn out to be somebody else’s: once triage has found
 * on the register whom it is about, the register says who is in conflict with them. A home or a number stays the same.
 */
export function stayApart(kept: readonly KeptApart[], person: TriagePerson): readonly StaffId[] {
  const found = person.kind === 'register';
  const stays = kept.filter(({ by }) => !found || by.some((what) => what !== 'name' && what !== 'alleged'));
  return [...new Set(stays.map(({ staffId }) => staffId))];
}
