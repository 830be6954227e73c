import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { HoldContact } from '#rules/hold-answer.ts';
import type { Cause } from '../causes.ts';

const row = z.object({
  id: z.uuid(),
  tenancy: z.string(),
  cause: z.custom<Cause>((each) => typeof each === 'string'),
  held: z.array(z.custom<HoldContact>((each) => typeof each === 'string')),
  why: z.string(),
  lookOn: plainDate,
  setAt: instant,
  setByName: z.string().nullable(),
  lookedAt: instant.nullable(),
  lookedByName: z.string().nullable(),
  lookedWhy: z.string().nullable(),
  version: z.number(),
});
/** A hold that somebody set by hand, and that stands. */
export type HoldByHand = Readonly<z.infer<typeof row>>;

const selecting = sql`select h.id, t.reference as tenancy, h.cause, h.held, h.why, h.look_on as "lookOn",
    h.set_at as "setAt", s.name as "setByName", r.decided_at as "lookedAt", r.name as "lookedByName",
    r.why as "lookedWhy", h.version
  from hold h
    join tenancy t on t.organisation_id = h.organisation_id and t.id = h.tenancy_id
    left join staff s on s.organisation_id = h.organisation_id and s.id = h.set_by
    left join lateral (select v.decided_at, v.why, w.name from hold_review v
      left join staff w on w.organisation_id = v.organisation_id and w.id = v.decided_by
      where v.organisation_id = h.organisation_id and v.hold_id = h.id order by v.decided_at desc limit 1) r on true`;

const listedAtMost = 500;

/** What stands, the nearest day first. What was drawn is nobody’s to see. */
export function holdsByHand(tx: Tx, organisation: OrganisationId): Promise<readonly HoldByHand[]> {
  return tx.rows(
    row,
    sql`${selecting} where h.organisation_id = ${organisation} and h.ended_at is null and h.cause <> 'drawn'
      order by h.look_on, t.reference, h.id limit ${listedAtMost}`,
  );
}

export function findHold(tx: Tx, organisation: OrganisationId, id: string): Promise<HoldByHand | null> {
  return tx.maybe(
    row,
    sql`${selecting} where h.organisation_id = ${organisation} and h.id = ${id} and h.ended_at is null
      and h.cause <> 'drawn'`,
  );
}

export interface NewHold {
  readonly tenancy: string;
  readonly cause: Cause;
  readonly held: readonly HoldContact[];
  readonly lookOn: Temporal.PlainDate;
  readonly why: string;
}

/** Sets it at once. @returns false where no tenancy that they may see has this reference */
export async function setHold(tx: Tx, office: Office, hold: NewHold): Promise<boolean> {
  const { organisation, staff, now } = office;
  const id = newId<string>();
  const set =
    await tx.run(sql`insert into hold (organisation_id, id, tenancy_id, cause, held, why, starts_at, look_on,
      set_at, set_by)
    select ${organisation}, ${id}, t.id, ${hold.cause}, ${[...hold.held]}::text[], ${hold.why}, ${now},
      ${hold.lookOn}, ${now}, ${staff}
    from tenancy t where t.organisation_id = ${organisation} and t.reference = ${hold.tenancy}`);
  if (set === 0) return false;
  await record(tx, office, { name: 'hold.set', subjectId: id, data: { cause: hold.cause } });
  return true;
}

export type HoldReview = { readonly why: string } & (
  | { readonly decision: 'kept'; readonly lookOn: Temporal.PlainDate }
  | { readonly decision: 'ended' }
);

/** @returns false where somebody else was first */
export async function reviewHold(
  tx: Tx,
  office: Office,
  { id, version }: Pick<HoldByHand, 'id' | 'version'>,
  review: HoldReview,
): Promise<boolean> {
  const { organisation, staff, now } = office;
  const lookOn = review.decision === 'kept' ? review.lookOn : null;
  const ends = review.decision === 'ended';
  const changed = await tx.run(sql`update hold set look_on = coalesce(${lookOn}::date, look_on),
      ended_at = ${ends ? now : null}, ended_by = ${ends ? staff : null}, ended_why = ${ends ? review.why : ''},
      version = version + 1
    where organisation_id = ${organisation} and id = ${id} and version = ${version} and ended_at is null`);
  if (changed === 0) return false;
  await tx.run(sql`insert into hold_review (organisation_id, id, hold_id, decision, why, look_on, decided_by,
      decided_at)
    values (${organisation}, ${newId()}, ${id}, ${review.decision}, ${review.why}, ${lookOn}, ${staff}, ${now})`);
  await record(tx, office, { name: ends ? 'hold.ended' : 'hold.kept', subjectId: id });
  return true;
}
