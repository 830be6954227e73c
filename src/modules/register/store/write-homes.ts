import { newId } from '#kit/ids.ts';
import { sql } from '#kit/sql.ts';
import type { HomeRow } from '../check-homes.ts';
import { homeTokens } from '../tokens.ts';
import { sorted, standing, type Write, written } from './batch.ts';
import { writeTokens } from './tokens.ts';

/** Homes by the landlord's own reference: a home that is already as the file says is only read. */
export const writeHomes: Write<HomeRow> = async (tx, office, { rows, dryRun }) => {
  const { organisation } = office;
  const incoming = rows.map(({ value }, place) => ({ place, ...asColumns(value) }));
  const found = await tx.rows(
    standing,
    sql`select i.place, p.id, coalesce((p.uprn, p.address_lines, p.postcode, p.local_authority)
        is not distinct from (i.uprn, i.address_lines, i.postcode, i.local_authority), false) as same
      from json_to_recordset(${JSON.stringify(incoming)}::json) as i (place integer, reference text, uprn text,
        address_lines text[], postcode text, local_authority text)
      left join property p on p.organisation_id = ${organisation} and p.reference = i.reference`,
  );
  const { toWrite, outcome } = sorted(rows, found);
  if (dryRun || toWrite.length === 0) return outcome;
  const changes = toWrite.map(({ value, id }) => ({ id: id ?? newId(), ...asColumns(value) }));
  const kept = await tx.rows(
    written,
    sql`insert into property as p (organisation_id, id, reference, uprn, address_lines, postcode, local_authority,
        imported_at)
      select ${organisation}, i.id, i.reference, i.uprn, i.address_lines, i.postcode, i.local_authority, ${office.now}
      from json_to_recordset(${JSON.stringify(changes)}::json) as i (id uuid, reference text, uprn text,
        address_lines text[], postcode text, local_authority text)
      on conflict (organisation_id, reference) do update set uprn = excluded.uprn,
        address_lines = excluded.address_lines, postcode = excluded.postcode,
        local_authority = excluded.local_authority, imported_at = excluded.imported_at, version = p.version + 1
      returning p.id, p.reference`,
  );
  const ids = new Map(kept.map((row) => [row.reference, row.id]));
  const findings = toWrite.map(({ value, id }) => ({
    id: ids.get(value.reference) as string,
    replaces: id !== null,
    ...homeTokens(value),
  }));
  await writeTokens(tx, organisation, 'property', findings);
  return outcome;
};

function asColumns(home: HomeRow) {
  return {
    reference: home.reference,
    uprn: home.uprn,
    address_lines: home.addressLines,
    postcode: home.postcode,
    local_authority: home.localAuthority,
  };
}
