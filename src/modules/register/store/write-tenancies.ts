import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { TenancyRow } from '../check-tenancies.ts';
import { sorted, standing, type Write, written } from './batch.ts';
import { findReferences, type References, type Referred, resolve } from './references.ts';
import { holdImported } from './tenancy-events.ts';
import { otherNoughts, refusedFor } from './twins.ts';

export function tenancyRefers({ homeReference, tenantReferences }: TenancyRow): Referred {
  return { home: homeReference, people: tenantReferences, field: 'tenant_references' };
}

/** Tenancies with their tenants. Somebody no longer listed ceases to be a tenant today; nothing is deleted. */
export const writeTenancies: Write<TenancyRow> = async (tx, office, batch) => {
  const { organisation } = office;
  const found = await findReferences(
    tx,
    organisation,
    batch.rows.map(({ value }) => value.homeReference),
    batch.rows.flatMap(({ value }) => value.tenantReferences),
    batch.kept,
  );
  const resolved = resolve(batch, found, tenancyRefers);
  const spoilt = await otherNoughts(
    tx,
    organisation,
    sql`tenancy`,
    resolved.known.map(({ value }) => value.reference),
    batch.kept,
  );
  const known = resolved.known.filter(({ value }) => !spoilt.has(value.reference));
  const refused = [...resolved.refused, ...refusedFor(resolved.known, spoilt)];
  const incoming = known.map(({ value }, place) => ({ place, ...asColumns(value, found) }));
  const standings = await tx.rows(
    standing,
    sql`select i.place, t.id, coalesce((t.property_id, t.tenure, t.tenancy_type, t.started_on, t.ended_on)
        is not distinct from (i.property_id, i.tenure, i.tenancy_type, i.started_on, i.ended_on)
        and (select array_agg(n.person_id order by n.person_id) from tenant n where n.organisation_id = ${organisation}
          and n.tenancy_id = t.id and n.to_date is null) = i.tenants, false) as same
      from json_to_recordset(${JSON.stringify(incoming)}::json) as i (place integer, reference text, property_id uuid,
        tenure text, tenancy_type text, started_on date, ended_on date, tenants uuid[])
      left join tenancy t on t.organisation_id = ${organisation} and t.reference = i.reference`,
  );
  const { toWrite, outcome } = sorted(known, standings);
  if (!batch.dryRun && toWrite.length > 0) {
    const changes = toWrite.map(({ value, id }) => ({ id: id ?? newId(), ...asColumns(value, found) }));
    const stood = toWrite.flatMap(({ id }) => id ?? []);
    if (stood.length > 0) await holdImported(tx, office, changes);
    await write(tx, office, changes, stood);
  }
  return { ...outcome, refused };
};

type Columns = ReturnType<typeof asColumns> & { readonly id: string };

async function write(
  tx: Tx,
  office: Office,
  changes: readonly Columns[],
  stood: readonly string[],
): Promise<void> {
  const { organisation } = office;
  const kept = await tx.rows(
    written,
    sql`insert into tenancy as t (organisation_id, id, reference, property_id, tenure, tenancy_type, started_on,
        ended_on, imported_at)
      select ${organisation}, i.id, i.reference, i.property_id, i.tenure, i.tenancy_type, i.started_on, i.ended_on,
        ${office.now}
      from json_to_recordset(${JSON.stringify(changes)}::json) as i (id uuid, reference text, property_id uuid,
        tenure text, tenancy_type text, started_on date, ended_on date)
      on conflict (organisation_id, reference) do update set property_id = excluded.property_id,
        tenure = excluded.tenure, tenancy_type = excluded.tenancy_type, started_on = excluded.started_on,
        ended_on = excluded.ended_on, imported_at = excluded.imported_at, version = t.version + 1
      returning t.id, t.reference`,
  );
  const ids = new Map(kept.map((row) => [row.reference, row.id]));
  const tenancies: string[] = [];
  const people: string[] = [];
  for (const change of changes) {
    for (const person of change.tenants) {
      tenancies.push(ids.get(change.reference) as string);
      people.push(person);
    }
  }
  await tx.run(sql`insert into tenant as n (organisation_id, tenancy_id, person_id)
    select ${organisation}, tenancy_id, person_id from unnest(${tenancies}::uuid[], ${people}::uuid[])
      as i (tenancy_id, person_id)
    on conflict (organisation_id, tenancy_id, person_id) do update set to_date = null where n.to_date is not null`);
  if (stood.length === 0) return;
  const current = changes.flatMap(({ id, tenants }) => tenants.map((person) => `${id}/${person}`));
  await tx.run(sql`update tenant n set to_date = ${today(office)}
    where n.organisation_id = ${organisation} and n.tenancy_id = any (${stood}::uuid[]) and n.to_date is null
      and n.tenancy_id || '/' || n.person_id <> all (${current}::text[])`);
}

/** Somebody whom an earlier file of a dry run brings has no id yet: then the tenancy counts as different, as it is. */
function asColumns(tenancy: TenancyRow, found: References) {
  return {
    reference: tenancy.reference,
    property_id: found.homes.get(tenancy.homeReference) ?? null,
    tenure: tenancy.tenure,
    tenancy_type: tenancy.tenancyType,
    started_on: tenancy.startedOn?.toString() ?? null,
    ended_on: tenancy.endedOn?.toString() ?? null,
    tenants: tenancy.tenantReferences
      .map((reference) => found.people.get(reference))
      .filter((id) => id !== undefined)
      .sort(),
  };
}
