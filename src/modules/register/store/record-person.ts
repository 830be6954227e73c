import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { PersonId } from '#rules/facts.ts';
import { normalisePhone } from '../phone.ts';
import { personTokens } from '../tokens.ts';
import { visible } from '../visible.ts';
import { proposeMatches } from './candidates.ts';
import { writeTokens } from './tokens.ts';

export interface NewPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth?: Temporal.PlainDate | null;
  /** However written; what cannot be a number is left out. */
  readonly phones?: readonly string[];
}

/** Records somebody whom the landlord's housing system does not know: a guest, a child, somebody who moved out. */
export async function recordPerson(tx: Tx, author: Author, person: NewPerson): Promise<PersonId> {
  const id = newId<PersonId>();
  const phones = (person.phones ?? []).map(normalisePhone).filter((phone) => phone !== null);
  const names = { givenName: visible(person.givenName), familyName: visible(person.familyName) };
  await tx.run(sql`insert into person (organisation_id, id, given_name, family_name, date_of_birth, phones)
    values (${author.organisation}, ${id}, ${names.givenName}, ${names.familyName},
      ${person.dateOfBirth ?? null}, ${phones})`);
  await makeFindable(tx, author, id, { ...names, alsoKnownAs: [], phones });
  await record(tx, author, { name: 'person.recorded', subjectId: id });
  return id;
}

export interface Correction {
  readonly givenName: string;
  readonly familyName: string;
  readonly alsoKnownAs: readonly string[];
  readonly dateOfBirth: Temporal.PlainDate | null;
}

/**
 * Corrects somebody whom Lintel recorded; who came from the housing system is corrected there.
 * @returns false where somebody else changed them since `version`
 */
export async function correctPerson(
  tx: Tx,
  author: Author,
  id: PersonId,
  version: number,
  correction: Correction,
): Promise<boolean> {
  const changed = await tx.run(sql`update person set given_name = ${correction.givenName},
      family_name = ${correction.familyName}, also_known_as = ${correction.alsoKnownAs},
      date_of_birth = ${correction.dateOfBirth}, version = version + 1
    where organisation_id = ${author.organisation} and id = ${id} and version = ${version} and reference is null`);
  if (changed === 0) return false;
  const phones = await phonesOf(tx, author, id);
  await makeFindable(tx, author, id, { ...correction, phones });
  await record(tx, author, { name: 'person.changed', subjectId: id });
  return true;
}

const phonesRow = z.object({ phones: z.array(z.string()) });

async function phonesOf(tx: Tx, author: Author, id: PersonId): Promise<readonly string[]> {
  const found = await tx.one(
    phonesRow,
    sql`select phones from person where organisation_id = ${author.organisation} and id = ${id}`,
  );
  return found.phones;
}

async function makeFindable(
  tx: Tx,
  author: Author,
  id: PersonId,
  person: Omit<Parameters<typeof personTokens>[0], 'reference'>,
): Promise<void> {
  const tokens = personTokens({ ...person, reference: null });
  await writeTokens(tx, author.organisation, 'person', [{ id, replaces: true, ...tokens }]);
  await proposeMatches(tx, author, [id]);
  // Among what they see. Where a conflict keeps some of the register from them, the program looks at all of it later.
  await tx.run(sql`update person set compare_again = true
    where organisation_id = ${author.organisation} and id = ${id} and (select lintel.kept_from()) <> '{}'`);
}
