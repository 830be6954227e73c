import type { StaffId } from '#rules/facts.ts';

/** Somebody is kept from what was told, because it may tell of whom they have a conflict with, and by what. */
export interface KeptApart {
  readonly staffId: StaffId;
  /** The case or the disclosure in which their conflict stands. */
  readonly source: string;
  /** A name, a number, an e-mail address, a home …, as `lintel.telling` compares them. */
  readonly by: readonly string[];
}

/**
 * Who stays kept from the case that it becomes. Only a name may turn out to be somebody else’s, and only where the
 * register says of everybody there that they are others than whom triage chose. Where somebody is known by a name
 * alone, they may be the same; a home, a number or whoever is said to have done it stay what they are.
 * @param others sources in which everybody is on the register, and nobody is the chosen person
 */
export function stayApart(kept: readonly KeptApart[], others: readonly string[]): readonly StaffId[] {
  const stays = kept.filter(
    ({ source, by }) => !others.includes(source) || by.some((what) => what !== 'name'),
  );
  return [...new Set(stays.map(({ staffId }) => staffId))];
}
