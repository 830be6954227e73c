import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import { askMove, keepingMove } from '#modules/holds/index.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { moveAnswers } from '#rules/move-check.ts';

const row = z.object({
  id: z.uuid(),
  household: z.string(),
  address: z.string(),
  postcode: z.string(),
  told: z.enum(moveAnswers),
  askedAt: instant,
});
/** A question with its answer, as whoever asked it reads it. */
export type MoveCheck = Readonly<z.infer<typeof row>>;

const mine: Sql = sql`select m.id, m.household, m.address, m.postcode, m.told, m.asked_at as "askedAt"
  from move_check m`;

/** What whoever is signed in asked, the latest first: of nobody else. */
export function checksBy(tx: Tx, { organisation, staff }: Office): Promise<readonly MoveCheck[]> {
  return tx.rows(
    row,
    sql`${mine} where m.organisation_id = ${organisation} and m.asked_by = ${staff}
      order by m.asked_at desc, m.id desc limit 100`,
  );
}

export function findCheck(tx: Tx, { organisation, staff }: Office, id: string): Promise<MoveCheck | null> {
  return tx.maybe(
    row,
    sql`${mine} where m.organisation_id = ${organisation} and m.asked_by = ${staff} and m.id = ${id}`,
  );
}

const nothing = z.unknown();

/** Somebody of lettings asks: it is kept with its answer before that leaves. @returns its id */
export async function askOfMove(
  tx: Tx,
  office: Office,
  asked: { readonly household: string; readonly address: string; readonly postcode: string },
): Promise<string> {
  const { organisation, now: at } = office;
  const found = await askMove((schema, query) => tx.rows(schema, query), {
    ...{ ...asked, organisation, system: null, at },
  });
  const { id, statement } = keepingMove(found);
  await tx.rows(nothing, statement);
  await record(tx, office, { name: 'move-check.asked', subjectId: id });
  return id;
}

const who = z.object({
  by: z.string(),
  day: z.number(),
  month: z.number(),
  households: z.number(),
  /** Of one household, the most different addresses within 30 days. */
  most: z.number(),
  lastAt: instant,
});
/** How much somebody asked, for managers: a colleague who looks for somebody is seen. */
export type Asker = Readonly<z.infer<typeof who>>;

export function askers(
  tx: Tx,
  organisation: OrganisationId,
  now: Temporal.Instant,
): Promise<readonly Asker[]> {
  const since = (hours: number) => now.subtract({ hours });
  return tx.rows(
    who,
    sql`with asked as (
        select coalesce(s.name, y.name) as by, m.household, m.address, m.postcode, m.asked_at
        from move_check m
        left join staff s on s.organisation_id = m.organisation_id and s.id = m.asked_by
        left join hold_system y on y.organisation_id = m.organisation_id and y.id = m.system_id
        where m.organisation_id = ${organisation} and m.asked_at > ${since(24 * 30)}),
      of_each as (select by, household, count(distinct (address, postcode))::int as addresses from asked
        group by by, household)
      select a.by, count(*) filter (where a.asked_at > ${since(24)})::int as day, count(*)::int as month,
        count(distinct a.household)::int as households,
        (select max(e.addresses) from of_each e where e.by = a.by) as most, max(a.asked_at) as "lastAt"
      from asked a group by a.by order by month desc, a.by limit 100`,
  );
}

const asked = row.extend({ by: z.string() });
export type AskedCheck = Readonly<z.infer<typeof asked>>;

/** What was asked last, by anybody, for managers. */
export function lastAsked(tx: Tx, organisation: OrganisationId): Promise<readonly AskedCheck[]> {
  return tx.rows(
    asked,
    sql`select m.id, m.household, m.address, m.postcode, m.told, m.asked_at as "askedAt", coalesce(s.name, y.name) as by
      from move_check m
      left join staff s on s.organisation_id = m.organisation_id and s.id = m.asked_by
      left join hold_system y on y.organisation_id = m.organisation_id and y.id = m.system_id
      where m.organisation_id = ${organisation} order by m.asked_at desc, m.id desc limit 50`,
  );
}
