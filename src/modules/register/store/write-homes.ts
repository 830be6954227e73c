import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { HomeRow } from '../check-homes.ts';
import type { LineProblem } from '../check-result.ts';
import { homeTokens } from '../tokens.ts';
import { type Batch, sorted, standing, type Write, written } from './batch.ts';
import { idBehind, oneEach, rename } from './renamed.ts';
import { writeTokens } from './tokens.ts';
import { noughts, otherNoughts, referencesIn } from './twins.ts';

/**
 * Homes by the landlord's own reference: a home that is already as the file says is only read. A reference that is new
 * for a home which stands under another is refused, for a second record would hide the markers of the first.
 */
export const writeHomes: Write<HomeRow> = async (tx, office, batch) => {
  const { organisation } = office;
  const { rows, dryRun } = batch;
  const hidden = referencesIn(batch.kept);
  const incoming = rows.map(({ value }, place) => ({
    place,
    previous_reference: value.previousReference,
    ...asColumns(value),
  }));
  // A UPRN that is missing from a file is not taken away: it tells which home this is.
  const standings = await tx.rows(
    standing.extend({ home: z.string().nullable(), elsewhere: z.enum(['uprn', 'address']).nullable() }),
    sql`select i.place, p.id, coalesce((p.reference, p.uprn, p.address_lines, p.postcode, p.local_authority)
        is not distinct from (i.reference, coalesce(i.uprn, p.uprn), i.address_lines, i.postcode, i.local_authority),
        false) as same, k.home, case when p.id is not null then null
          when exists (select from property q where q.organisation_id = ${organisation} and q.uprn = i.uprn
            and q.reference <> all (${hidden}::text[])) then 'uprn'
          when exists (select from property q where q.organisation_id = ${organisation} and q.same_home = k.home
            and q.reference <> all (${hidden}::text[]))
            then 'address' end as elsewhere
      from json_to_recordset(${JSON.stringify(incoming)}::json) as i (place integer, reference text,
        previous_reference text, uprn text, address_lines text[], postcode text, local_authority text)
      cross join lateral (select lintel.home_key(i.address_lines, i.postcode) as home) k
      left join property p on p.organisation_id = ${organisation}
        and p.id = ${idBehind(sql`property`, organisation, hidden)}`,
  );
  const single = oneEach(rows, standings);
  const apart = await homesApart(tx, organisation, batch, standings);
  const out = new Set(apart.map(({ line }) => line));
  const found = single.found.filter(({ place }) => !out.has(rows[place]?.line ?? 0));
  const { toWrite, outcome: counted } = sorted(rows, found);
  const outcome = { ...counted, refused: [...single.refused, ...apart] };
  if (dryRun || toWrite.length === 0) return outcome;
  const changes = toWrite.map(({ value, id }) => ({ id: id ?? newId(), ...asColumns(value) }));
  await rename(tx, organisation, sql`property`, changes);
  const kept = await tx.rows(
    written,
    sql`insert into property as p (organisation_id, id, reference, uprn, address_lines, postcode, local_authority,
        imported_at)
      select ${organisation}, i.id, i.reference, i.uprn, i.address_lines, i.postcode, i.local_authority, ${office.now}
      from json_to_recordset(${JSON.stringify(changes)}::json) as i (id uuid, reference text, uprn text,
        address_lines text[], postcode text, local_authority text)
      on conflict (organisation_id, reference) do update set uprn = coalesce(excluded.uprn, p.uprn),
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

type Stands = { readonly place: number; readonly id: string | null } & {
  readonly home: string | null;
  readonly elsewhere: 'uprn' | 'address' | null;
};

/** New references of homes that stand already: on the register, or earlier in the files. */
async function homesApart(
  tx: Tx,
  organisation: OrganisationId,
  { rows, homesSeen, kept }: Batch<HomeRow>,
  standings: readonly Stands[],
): Promise<readonly LineProblem[]> {
  const unknown = standings.flatMap(({ id, place }) =>
    id === null ? (rows[place]?.value.reference ?? []) : [],
  );
  const spoilt = await otherNoughts(tx, organisation, sql`property`, unknown, kept);
  const refused: LineProblem[] = [];
  for (const { place, id, home, elsewhere } of standings.toSorted((one, other) => one.place - other.place)) {
    const row = rows[place];
    if (!row) continue;
    const { line, value } = row;
    const keys = [value.uprn && `uprn ${value.uprn}`, home && `home ${home}`].filter((key) => key !== null);
    const earlier = keys.flatMap((key) => homesSeen.get(key) ?? []).find((seen) => seen !== line);
    const refuse = (field: string, problem: string) => refused.push({ line, field, problem, refused: true });
    if (id === null && spoilt.has(value.reference)) refuse('reference', noughts);
    else if (elsewhere === 'uprn')
      refuse('uprn', `A home with this UPRN stands under another reference. ${renamedHelp}`);
    else if (elsewhere === 'address')
      refuse('address_line_1', `This address stands under another reference. ${renamedHelp}`);
    else if (id === null && earlier !== undefined)
      refuse('row', `The same home, by its UPRN or its address, is on line ${earlier}. ${apartHelp}`);
    else for (const key of keys) if (!homesSeen.has(key)) homesSeen.set(key, line);
  }
  return refused;
}

const apartHelp = 'If these are two homes, write what tells their addresses apart';
const renamedHelp = `If its reference has changed, name the old one in a column previous_reference. ${apartHelp}`;

function asColumns(home: HomeRow) {
  return {
    reference: home.reference,
    uprn: home.uprn,
    address_lines: home.addressLines,
    postcode: home.postcode,
    local_authority: home.localAuthority,
  };
}
