import type { PropertyId } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';

/** Where the person of a case lives now, as far as anybody was told. */
export const homeKinds = [
  { value: 'register', label: 'In a home on our register', hint: 'Find and choose it above' },
  {
    value: 'elsewhere',
    label: 'At another address',
    hint: 'With somebody they know, in a refuge, in a hotel …',
  },
  { value: 'not_known', label: 'It is not known' },
  { value: 'rather_not', label: 'They would rather not say', hint: 'They never have to' },
] as const satisfies readonly Choice[];
export type HomeKind = (typeof homeKinds)[number]['value'];

/** What makes it different from what is on record. */
export const homeChanges = [
  { value: 'moved', label: 'They live somewhere else now' },
  { value: 'learnt', label: 'It is only known to us now: they have not moved' },
  { value: 'wrong', label: 'What is on record was entered in error' },
] as const satisfies readonly Choice[];
export type HomeChange = (typeof homeChanges)[number]['value'] | 'opened';

/** Of what is on record until now, which of these can be: nobody learns what is known, and nothing cannot be wrong. */
export function changesFrom(before: Lives | null): readonly (typeof homeChanges)[number][] {
  return homeChanges.filter(
    ({ value }) => value === 'moved' || (value === 'learnt' ? !isKnown(before) : before !== null),
  );
}

export interface Lives {
  readonly kind: HomeKind;
  readonly propertyId: PropertyId | null;
  /** Outside the register; else empty. */
  readonly address: string;
}

/** One of the homes on record is known: not that nobody knows, or that they would rather not say. */
export function isKnown(home: Pick<Lives, 'kind'> | null): boolean {
  return home?.kind === 'register' || home?.kind === 'elsewhere';
}

export function sameHome(one: Lives, other: Lives): boolean {
  return (
    one.kind === other.kind &&
    one.propertyId === other.propertyId &&
    plain(one.address) === plain(other.address)
  );
}

/**
 * Whether what was agreed of addresses is to be asked again: they moved, as somebody says, or another home stood on
 * record until now. Post may have been agreed to a home that nobody wrote down. To learn where somebody lives moves
 * nobody; a home that was entered in error may have been agreed upon.
 */
export function moves(before: Lives | null, now: Lives & { readonly change?: HomeChange }): boolean {
  if (now.change === 'moved') return true;
  return before !== null && isKnown(before) && !sameHome(before, now);
}

/** For the chronology, others may be given which: that it changed, and never where to. */
export function changeInWords(change: HomeChange, kind: HomeKind): string {
  if (change === 'wrong') return 'Where they live was on record in error, and is corrected.';
  if (kind === 'not_known') return 'It is not known where they live now.';
  if (kind === 'rather_not') return 'They would rather not say where they live now.';
  return change === 'moved' ? 'They live somewhere else now.' : 'It is known now where they live.';
}

function plain(address: string): string {
  return address.toLocaleLowerCase('en-GB').replaceAll(/[^\p{L}\p{N}]/gu, '');
}
