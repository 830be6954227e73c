import { sql } from '#kit/sql.ts';
import type { ResidentRow } from '../check-tenancies.ts';
import { sorted, standing, type Write } from './batch.ts';
import { findReferences, type References, type Referred, resolve } from './references.ts';

export function residentRefers({ homeReference, personReference }: ResidentRow): Referred {
  return { home: homeReference, people: [personReference], field: 'person_reference' };
}

/** Who lives where. A row missing from a file says nothing: somebody leaves when their row says until when. */
export const writeResidents: Write<ResidentRow> = async (tx, office, batch) => {
  const { organisation } = office;
  const found = await findReferences(
    tx,
    organisation,
    batch.rows.map(({ value }) => value.homeReference),
    batch.rows.map(({ value }) => value.personReference),
    batch.kept,
  );
  const { known, settled, refused } = resolve(batch, found, residentRefers);
  const incoming = settled.map(({ value }, place) => ({ place, ...asColumns(value, found) }));
  const standings = await tx.rows(
    standing,
    sql`select i.place, r.person_id as id, coalesce((r.relation, r.from_date, r.to_date)
        is not distinct from (i.relation, i.from_date, i.to_date), false) as same
      from json_to_recordset(${JSON.stringify(incoming)}::json) as i (place integer, property_id uuid, person_id uuid,
        relation text, from_date date, to_date date)
      left join resident r on r.organisation_id = ${organisation} and r.property_id = i.property_id
        and r.person_id = i.person_id`,
  );
  const { toWrite, outcome } = sorted(settled, standings);
  if (!batch.dryRun && toWrite.length > 0) {
    const changes = toWrite.map(({ value }) => asColumns(value, found));
    await tx.run(sql`insert into resident as r (organisation_id, property_id, person_id, relation, from_date, to_date)
      select ${organisation}, i.property_id, i.person_id, i.relation, i.from_date, i.to_date
      from json_to_recordset(${JSON.stringify(changes)}::json) as i (property_id uuid, person_id uuid, relation text,
        from_date date, to_date date)
      on conflict (organisation_id, property_id, person_id) do update set relation = excluded.relation,
        from_date = excluded.from_date, to_date = excluded.to_date`);
  }
  return { ...outcome, added: outcome.added + known.length - settled.length, refused };
};

function asColumns(resident: ResidentRow, found: References) {
  return {
    property_id: found.homes.get(resident.homeReference) ?? null,
    person_id: found.people.get(resident.personReference) ?? null,
    relation: resident.relation,
    from_date: resident.from?.toString() ?? null,
    to_date: resident.to?.toString() ?? null,
  };
}
