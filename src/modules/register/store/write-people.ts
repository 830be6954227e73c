import { newId } from '#kit/ids.ts';
import { sql } from '#kit/sql.ts';
import type { PersonRow } from '../check-people.ts';
import { personTokens } from '../tokens.ts';
import { sorted, standing, type Write, written } from './batch.ts';
import { idBehind, oneEach, rename } from './renamed.ts';
import { writeTokens } from './tokens.ts';
import { otherNoughts, referencesIn, refusedFor } from './twins.ts';

/** People by the landlord's own reference and by nothing else: two that look alike stay two. */
export const writePeople: Write<PersonRow> = async (tx, office, { rows, dryRun, kept: keptBack }) => {
  const { organisation } = office;
  const incoming = rows.map(({ value }, place) => ({
    place,
    previous_reference: value.previousReference,
    ...asColumns(value),
  }));
  const standings = await tx.rows(
    standing,
    sql`select i.place, p.id,
        coalesce((p.reference, p.given_name, p.family_name, p.also_known_as, p.date_of_birth, p.phones, p.emails)
          is not distinct from (i.reference, i.given_name, i.family_name, i.also_known_as, i.date_of_birth,
            i.phones, i.emails),
          false) as same
      from json_to_recordset(${JSON.stringify(incoming)}::json) as i (place integer, reference text,
        previous_reference text, given_name text, family_name text, also_known_as text[], date_of_birth date,
        phones text[], emails text[])
      left join person p on p.organisation_id = ${organisation}
        and p.id = ${idBehind(sql`person`, organisation, referencesIn(keptBack))}`,
  );
  const single = oneEach(rows, standings);
  const unknown = single.found.flatMap(({ id, place }) =>
    id === null ? (rows[place]?.value.reference ?? []) : [],
  );
  const spoilt = await otherNoughts(tx, organisation, sql`person`, unknown, keptBack);
  const found = single.found.filter(
    ({ id, place }) => id !== null || !spoilt.has(rows[place]?.value.reference ?? ''),
  );
  const { toWrite, outcome: counted } = sorted(rows, found);
  const outcome = { ...counted, refused: [...single.refused, ...refusedFor(rows, spoilt)] };
  if (dryRun || toWrite.length === 0) return outcome;
  const changes = toWrite.map(({ value, id }) => ({ id: id ?? newId(), ...asColumns(value) }));
  await rename(tx, organisation, sql`person`, changes);
  const kept = await tx.rows(
    written,
    sql`insert into person as p (organisation_id, id, reference, given_name, family_name, also_known_as,
        date_of_birth, phones, emails, imported_at)
      select ${organisation}, i.id, i.reference, i.given_name, i.family_name, i.also_known_as, i.date_of_birth,
        i.phones, i.emails, ${office.now}
      from json_to_recordset(${JSON.stringify(changes)}::json) as i (id uuid, reference text, given_name text,
        family_name text, also_known_as text[], date_of_birth date, phones text[], emails text[])
      on conflict (organisation_id, reference) where reference is not null do update set
        given_name = excluded.given_name, family_name = excluded.family_name,
        also_known_as = excluded.also_known_as, date_of_birth = excluded.date_of_birth, phones = excluded.phones,
        emails = excluded.emails, imported_at = excluded.imported_at, version = p.version + 1
      returning p.id, p.reference`,
  );
  const ids = new Map(kept.map((row) => [row.reference, row.id]));
  const findings = toWrite.map(({ value, id }) => ({
    id: ids.get(value.reference) as string,
    replaces: id !== null,
    ...personTokens(value),
  }));
  await writeTokens(tx, organisation, 'person', findings);
  return outcome;
};

function asColumns(person: PersonRow) {
  return {
    reference: person.reference,
    given_name: person.givenName,
    family_name: person.familyName,
    also_known_as: person.alsoKnownAs,
    date_of_birth: person.dateOfBirth?.toString() ?? null,
    phones: person.phones,
    emails: person.emails,
  };
}
