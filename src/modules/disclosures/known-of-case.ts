import type { Typed } from '#kit/forms.ts';
import type { PersonId } from '#rules/facts.ts';
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
