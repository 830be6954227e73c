import { kept, type Typed } from '#kit/forms.ts';
import type { PersonId, PropertyId } from '#rules/facts.ts';
import type { KnownOfCase } from './store/known-of-cases.ts';

/**
 * What the case of the same person knows, where what was told says nothing of it: triage begins with it, asking
 * nothing again. A case of somebody else, though it be of the same home, fills in nothing.
 */
export function begunWithCase(
  told: Typed,
  personId: PersonId | null,
  known: readonly Pick<KnownOfCase, 'file' | 'honour'>[],
): Typed {
  const own = known.find(({ file }) => personId !== null && file.personId === personId);
  if (!own) return told;
  const { children } = own.file;
  const answered = children === 'yes' || children === 'no';
  return {
    ...told,
    ...((told.children ?? '') === '' && answered && { children }),
    ...((told.honour ?? '') !== 'yes' && own.honour && { honour: 'yes' }),
  };
}

const carried = ['children', 'honour'] as const;

/**
 * The form as it was typed, once somebody else is chosen: what still stands as it began with whoever was chosen before
 * begins with them; what somebody answered stays.
 */
export function followsChosen(typed: Typed, began: Typed, begins: Typed): Typed {
  const untouched = carried.filter((name) => said(typed, name) === said(began, name));
  return { ...typed, ...Object.fromEntries(untouched.map((name) => [name, said(begins, name)])) };
}

function said(typed: Typed, name: string): string {
  const value = kept(typed, name);
  return value === 'not_asked' ? '' : value;
}

/** The home that triage has, beside the one of the case that it is added to; null: there is nothing to say of it. */
export type HomeBeside = 'learnt' | 'differs' | null;

export function homeBeside(
  chosen: PropertyId | null,
  { homeKind, propertyId }: Pick<KnownOfCase['file'], 'homeKind' | 'propertyId'>,
): HomeBeside {
  if (chosen === null || chosen === propertyId) return null;
  return homeKind === null ? 'learnt' : 'differs';
}

/** Whether it is a move is nobody's to guess: whoever works on the case asks. */
export const homeBesideWords: Readonly<Record<NonNullable<HomeBeside>, string>> = {
  learnt: 'Not known yet: the one chosen here is written down',
  differs:
    'Another one than is chosen here. It stays as it is: ask whether they moved, and write it down in the case',
};
