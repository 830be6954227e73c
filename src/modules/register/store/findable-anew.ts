import { z } from 'zod';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, PersonId } from '#rules/facts.ts';
import { foldings, homeTokens, personTokens } from '../tokens.ts';
import { writeTokens } from './tokens.ts';

type Subject = 'person' | 'property';

const tables = { person: sql`person`, property: sql`property` } as const;
const noId = '00000000-0000-0000-0000-000000000000';

const foldingsRow = z.object({ foldings: z.number(), reached: z.uuid().nullable() });

const idRow = z.object({ id: id<PersonId>() });

/** The next to be made findable anew; none: all were, which is to be kept. Null: that is known already. */
export async function nextAnew(
  tx: Tx,
  organisation: OrganisationId,
  subject: Subject,
  limit: number,
): Promise<readonly PersonId[] | null> {
  const stands = await tx.maybe(
    foldingsRow,
    sql`select foldings, reached from findable_anew
      where organisation_id = ${organisation} and subject = ${subject}`,
  );
  if (stands?.foldings === foldings && stands.reached === null) return null;
  const from = stands?.foldings === foldings ? stands.reached : noId;
  const rows = await tx.rows(
    idRow,
    sql`select id from ${tables[subject]} where organisation_id = ${organisation} and id > ${from}
      order by id limit ${limit}`,
  );
  return rows.map((row) => row.id);
}

/** Keeps how far it came; null: to the end. */
export async function reachedAnew(
  tx: Tx,
  organisation: OrganisationId,
  subject: Subject,
  reached: string | null,
): Promise<void> {
  await tx.run(sql`insert into findable_anew (organisation_id, subject, foldings, reached)
    values (${organisation}, ${subject}, ${foldings}, ${reached})
    on conflict (organisation_id, subject) do update set foldings = ${foldings}, reached = ${reached}`);
}

/**
 * Writes what these are found by. Their rows are held, so that no import changes them meanwhile; none is waited
 * for.
 * @returns false where some are being written at this moment: nothing was changed
 */
export async function tokensAnew(
  tx: Tx,
  organisation: OrganisationId,
  subject: Subject,
  ids: readonly string[],
): Promise<boolean> {
  const findings = await (subject === 'person'
    ? people(tx, organisation, ids)
    : homes(tx, organisation, ids));
  if (findings.length < ids.length) return false;
  await writeTokens(tx, organisation, subject, findings);
  return true;
}

const personRow = z.object({
  id: z.uuid(),
  reference: z.string().nullable(),
  given_name: z.string(),
  family_name: z.string(),
  also_known_as: z.array(z.string()),
  phones: z.array(z.string()),
});

async function people(tx: Tx, organisation: OrganisationId, ids: readonly string[]) {
  const rows = await tx.rows(
    personRow,
    sql`select id, reference, given_name, family_name, also_known_as, phones from person
      where organisation_id = ${organisation} and id = any (${ids}::uuid[]) order by id for update skip locked`,
  );
  return rows.map((row) => {
    const { id: person, reference, phones } = row;
    const names = { givenName: row.given_name, familyName: row.family_name, alsoKnownAs: row.also_known_as };
    return { id: person, replaces: true, ...personTokens({ reference, phones, ...names }) };
  });
}

const homeRow = z.object({
  id: z.uuid(),
  reference: z.string(),
  uprn: z.string().nullable(),
  address_lines: z.array(z.string()),
  postcode: z.string(),
});

async function homes(tx: Tx, organisation: OrganisationId, ids: readonly string[]) {
  const rows = await tx.rows(
    homeRow,
    sql`select id, reference, uprn, address_lines, postcode from property
      where organisation_id = ${organisation} and id = any (${ids}::uuid[]) order by id for update skip locked`,
  );
  return rows.map(({ id: home, address_lines: addressLines, ...row }) => ({
    id: home,
    replaces: true,
    ...homeTokens({ ...row, addressLines }),
  }));
}
