import { z } from 'zod';
import { empty, id, instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import { caseStates } from '#modules/case-file/pure.ts';
import { nameColumn, nameFrom, nameInRow, type PersonName } from '#modules/register/index.ts';
import { type CaseId, type OrganisationId, type PersonId, riskLevels, type StaffId } from '#rules/facts.ts';
import { type CaseloadQuery, casesPerPage, mostCounted } from '../caseload.ts';

export const caseInList = z.object({
  id: id<CaseId>(),
  reference: z.string(),
  state: z.enum(caseStates),
  openedAt: instant,
  personId: id<PersonId>().nullable(),
  describedAs: z.string(),
  leadName: z.string().nullable(),
  immediateDanger: z.boolean(),
  riskLevel: z.enum(riskLevels).nullable(),
  riskJudged: z.boolean(),
  lastContactAt: instant.nullable(),
  nextDueAt: instant.nullable(),
});
export type CaseInList = z.infer<typeof caseInList>;

export interface Caseload {
  readonly cases: readonly CaseInList[];
  /** The names of their people, as far as the asker may know of them. */
  readonly known: readonly PersonName[];
  /** How many match, counted no further than pages go. */
  readonly total: number;
}

const namedCase = caseInList.extend({ named: nameInRow });
const totalRow = z.object({ total: z.number() });

/**
 * One page of cases behind the asker's wall. Each order has its index (migration 0003), so that a page costs the same
 * however many cases there are; they are counted only where they are more than one page.
 */
export async function caseload(
  tx: Tx,
  organisation: OrganisationId,
  query: CaseloadQuery,
  dueBefore: Temporal.Instant | null,
): Promise<Caseload> {
  const matching = where(organisation, query, dueBefore);
  const named = sql`, ${nameColumn(organisation, sql`c.person_id`)} as named`;
  const found = await tx.rows(
    namedCase,
    sql`${columns}${named}${from} where ${matching} ${order[query.sort]}
      limit ${casesPerPage + 1} offset ${(query.page - 1) * casesPerPage}`,
  );
  const cases = found.slice(0, casesPerPage);
  const areAll = query.page === 1 && found.length === cases.length;
  return {
    cases,
    known: cases.flatMap((each) => nameFrom(each.personId, each.named)),
    total: areAll ? cases.length : await count(tx, matching),
  };
}

async function count(tx: Tx, matching: Sql): Promise<number> {
  const { total } = await tx.one(
    totalRow,
    sql`select count(*) as total from (select from case_file c where ${matching} limit ${mostCounted}) counted`,
  );
  return total;
}

/** All that a person may take away as a file, in the order of the list. */
export function caseloadRows(
  tx: Tx,
  organisation: OrganisationId,
  query: CaseloadQuery,
  dueBefore: Temporal.Instant | null,
): Promise<readonly CaseInList[]> {
  return tx.rows(
    caseInList,
    sql`${caseInListColumns} where ${where(organisation, query, dueBefore)} ${order[query.sort]} limit ${mostCounted}`,
  );
}

const columns = sql`select c.id, c.reference, c.state, c.opened_at as "openedAt",
  c.person_id as "personId",
    c.described_as as "describedAs", s.name as "leadName", c.immediate_danger as "immediateDanger",
    c.risk_level as "riskLevel", c.risk_judged as "riskJudged",
    c.last_contact_at as "lastContactAt", c.next_due_at as "nextDueAt"`;

const from = sql` from case_file c
  left join staff s on s.organisation_id = c.organisation_id and s.id = c.lead_id`;

export const caseInListColumns = sql`${columns}${from}`;

const order: Readonly<Record<CaseloadQuery['sort'], Sql>> = {
  // What nobody rated stands with medium: not asked is not fine.
  pressing: sql`order by c.immediate_danger desc, coalesce(nullif(lintel.risk_rank(c.risk_level), 0), 2) desc,
    c.next_due_at, c.id`,
  due: sql`order by c.next_due_at, c.id`,
  opened: sql`order by c.opened_at desc, c.id`,
  contact: sql`order by c.last_contact_at nulls first, c.id`,
};

function where(
  organisation: OrganisationId,
  { state, danger, level, lead }: CaseloadQuery,
  dueBefore: Temporal.Instant | null,
): Sql {
  // Which rows are open is said literally: a parameter would keep the planner from the partial indexes.
  const closed = state === 'closed' || state === 'handed_over' || state === 'transferred';
  return sql`c.organisation_id = ${organisation} ${leads(lead)}
    ${closed ? empty : sql`and c.closed_at is null`}
    ${state === 'open' ? empty : sql`and c.state = ${state}`}
    ${danger ? sql`and c.immediate_danger` : empty}
    ${level ? rated(level) : empty}
    ${dueBefore ? sql`and c.next_due_at < ${dueBefore}` : empty}`;
}

function rated(level: NonNullable<CaseloadQuery['level']>): Sql {
  return level === 'none' ? sql`and c.risk_level is null` : sql`and c.risk_level = ${level}`;
}

function leads(lead: StaffId | 'unallocated' | null): Sql {
  if (lead === null) return empty;
  return lead === 'unallocated' ? sql`and c.lead_id is null` : sql`and c.lead_id = ${lead}`;
}
