import type { Tx } from '#kit/sql.ts';
import { everyNameOf } from '#modules/register/index.ts';
import type { OrganisationId, PersonId } from '#rules/facts.ts';
import type { NamedPart } from '#rules/message-lint.ts';
import { namesOf } from '#rules/names-in-text.ts';
import type { PersonInCase } from './people.ts';

export interface NameInCase {
  readonly name: string;
  readonly who: NamedPart;
}

interface OfCase {
  readonly personId: PersonId | null;
  /** What was said of the person whom the case is about, who may be in no register. */
  readonly describedAs: string;
  readonly people: readonly Pick<PersonInCase, 'personId' | 'describedAs' | 'part'>[];
}

/** Everybody of a case by every name: those of the register, what they are also known as, and as somebody typed it. */
export async function namesInCase(
  tx: Tx,
  organisation: OrganisationId,
  { personId, describedAs, people }: OfCase,
): Promise<readonly NameInCase[]> {
  const ids = [...new Set([personId, ...people.map((each) => each.personId)])].flatMap((id) => id ?? []);
  const known = await everyNameOf(tx, organisation, ids);
  const partOf = (id: PersonId): NamedPart =>
    id === personId ? 'person' : named(people.find((each) => each.personId === id)?.part ?? '');
  return [
    ...known.map(({ id, name }) => ({ name, who: partOf(id) })),
    ...namesOf(describedAs).map((name) => ({ name, who: 'person' as const })),
    ...people.flatMap((each) => namesOf(each.describedAs).map((name) => ({ name, who: named(each.part) }))),
  ];
}

function named(part: string): NamedPart {
  if (part === 'alleged_perpetrator') return 'feared';
  if (part === 'child_victim') return 'child';
  return part === 'at_risk' ? 'person' : 'other';
}
