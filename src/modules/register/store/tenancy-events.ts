import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { type Sql, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { TenancyEvent } from '#rules/tenancy-events.ts';

/** Something that happens to a tenancy, and by which way it came: it is held, whatever is on record. */
export interface NewTenancyEvent {
  readonly organisation: OrganisationId;
  readonly way: 'hand' | 'import' | 'api';
  /** Which system said it; null: somebody who is signed in, or the import. */
  readonly system: string | null;
  readonly tenancy: string;
  readonly kind: TenancyEvent;
  readonly givenOn: Temporal.PlainDate | null;
  readonly endsOn: Temporal.PlainDate | null;
  readonly words: string;
  readonly at: Temporal.Instant;
}

/** The statement that keeps it, before any answer leaves. @returns it, and the event’s id */
export function keepingTenancyEvent(event: NewTenancyEvent): {
  readonly id: string;
  readonly statement: Sql;
} {
  const id = newId<string>();
  const { organisation, way, system, tenancy, kind, givenOn, endsOn, words, at } = event;
  return {
    id,
    statement: sql`select lintel.keep_tenancy_event(${organisation}::uuid, ${id}::uuid, ${way}, ${system}::uuid,
      ${tenancy}, ${kind}, ${givenOn}::date, ${endsOn}::date, ${words}, ${at}::timestamptz)`,
  };
}

/** What the system that said it reads back of the newest of that kind; null: it said none. */
export function toldOfTenancyEvent(of: {
  readonly organisation: OrganisationId;
  readonly system: string;
  readonly tenancy: string;
  readonly kind: TenancyEvent;
  readonly at: Temporal.Instant;
}): Sql {
  return sql`select lintel.told_of_tenancy_event(${of.organisation}::uuid, ${of.system}::uuid, ${of.tenancy},
    ${of.kind}, ${of.at}::timestamptz) as told`;
}

const nothing = z.unknown();

/** @returns its id */
export async function keepTenancyEvent(tx: Tx, event: NewTenancyEvent): Promise<string> {
  const { id, statement } = keepingTenancyEvent(event);
  await tx.rows(nothing, statement);
  return id;
}

/** How a tenancy is to stand, as the housing system sends it. */
interface Incoming {
  readonly id: string;
  readonly reference: string;
  readonly ended_on: string | null;
  readonly tenants: readonly string[];
}

const change = z.object({
  reference: z.string(),
  endsOn: z.string().nullable(),
  ended: z.boolean(),
  added: z.boolean(),
  removed: z.boolean(),
});

/**
 * What an import says of tenancies that stood and run: that one ends, or that somebody holds it or no longer does. It
 * is held as if somebody had entered it. The end of a sole tenancy is a matter of every day: only where it concerns
 * somebody, which nobody who imports is told.
 */
export async function holdImported(tx: Tx, office: Office, incoming: readonly Incoming[]): Promise<void> {
  const { organisation, now } = office;
  const changes = await tx.rows(
    change,
    sql`with stood as (
        select t.reference, i.ended_on as "endsOn", t.ended_on is null and i.ended_on is not null as ended,
          exists (select from unnest(i.tenants) p where p <> all (now_held.people)) as added,
          exists (select from unnest(now_held.people) p where p <> all (i.tenants)) as removed,
          greatest(cardinality(i.tenants), cardinality(now_held.people)) > 1 as joint
        from json_to_recordset(${JSON.stringify(incoming)}::json) as i (id uuid, ended_on date, tenants uuid[])
          join tenancy t on t.organisation_id = ${organisation} and t.id = i.id and t.ended_on is null
          cross join lateral (select array(select n.person_id from tenant n where n.organisation_id = t.organisation_id
            and n.tenancy_id = t.id and n.to_date is null) as people) now_held)
      select reference, "endsOn"::text as "endsOn", ended, added, removed from stood
      where added or removed
        or ended and (joint or exists (select from lintel.tenancy_concerns(reference)))
      order by reference`,
  );
  for (const { reference: tenancy, ended, added, removed, endsOn } of changes) {
    const event = {
      organisation,
      way: 'import',
      system: null,
      tenancy,
      givenOn: null,
      words: '',
      at: now,
    } as const;
    const day = endsOn === null ? null : Temporal.PlainDate.from(endsOn);
    if (ended) await keepTenancyEvent(tx, { ...event, kind: 'ending', endsOn: day });
    if (added) await keepTenancyEvent(tx, { ...event, kind: 'name_added', endsOn: null });
    if (removed) await keepTenancyEvent(tx, { ...event, kind: 'name_removed', endsOn: null });
  }
}
