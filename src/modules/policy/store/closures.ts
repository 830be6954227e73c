import { z } from 'zod';
import { Fault, insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal, proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { record } from '#kit/record.ts';
import { instant, plainDate, type Sql, sql, type Tx } from '#kit/sql.ts';
import { listStaff, tell, writeNotices } from '#modules/account/index.ts';
import { today } from '#rules/calendar.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { type ClosureDays, type ClosureDecision, closureKind, mayDecideClosure } from '../closures.ts';

export const closures = proposalsIn(sql`office_closure`, closureKind);

const row = z.object({
  ...proposalRow(closureKind),
  firstDay: plainDate,
  lastDay: plainDate,
  opens: z.uuid().nullable(),
  reason: z.string(),
  /** Since when some of its days are open after all. */
  openedAt: instant.nullable(),
});
/** A closure, or the opening of one, with who proposed it and how it was decided. */
export type Closure = Readonly<z.infer<typeof row>>;

/** As many as a page shows: some ten a year. */
const listedAtMost = 200;

/** The latest days first. */
export function closuresOf(tx: Tx, organisation: OrganisationId): Promise<readonly Closure[]> {
  return tx.rows(
    row,
    sql`${selecting} where p.organisation_id = ${organisation}
      order by p.last_day desc, p.id desc limit ${listedAtMost}`,
  );
}

export function findClosure(tx: Tx, organisation: OrganisationId, id: string): Promise<Closure | null> {
  return tx.maybe(row, sql`${selecting} where p.organisation_id = ${organisation} and p.id = ${id}`);
}

const selecting: Sql = sql`select ${proposalColumns(closures)}, p.first_day as "firstDay", p.last_day as "lastDay",
    p.opens, p.reason, (select max(d.opened_at) from closed_day d
      where d.organisation_id = p.organisation_id and d.closure_id = p.id) as "openedAt"
  from ${proposalTable(closures)}`;

export interface NewClosure extends ClosureDays {
  /** The closure whose days are to be open again; null: the days are to be closed. */
  readonly opens: string | null;
  readonly reason: string;
}

/**
 * Proposes it, and tells everybody else who may decide. Throws `stale` where the same opening was proposed meanwhile.
 * @returns its id
 */
export async function proposeClosure(tx: Tx, office: Office, closure: NewClosure): Promise<string> {
  const { organisation, staff, now } = office;
  const { firstDay, lastDay, opens, reason } = closure;
  const id = newId<string>();
  const added =
    await tx.run(sql`insert into office_closure (organisation_id, id, first_day, last_day, opens, reason,
      proposed_at, proposed_by)
    values (${organisation}, ${id}, ${firstDay}, ${lastDay}, ${opens}, ${reason}, ${now}, ${staff})
    on conflict (organisation_id, opens) where opens is not null and decision is null do nothing`);
  if (added === 0) throw new Fault('stale');
  await record(tx, office, { name: 'closure.proposed', subjectId: id, data: dataOf(closure) });
  const deciders = await listStaff(tx, organisation, { roles: ['administrator', 'da_manager'] });
  const staffIds = deciders.map((each) => each.id).filter((each) => each !== staff);
  await writeNotices(tx, office, { staffIds, kind: 'closure_to_decide', aboutId: id });
  return id;
}

const events = {
  approved: 'closure.approved',
  declined: 'closure.declined',
  withdrawn: 'closure.withdrawn',
} as const;

/**
 * Decides once; what follows for the calendar, the database sees to. Throws a refusal with its reason, or `stale` where
 * somebody else was first.
 */
export async function decideClosure(
  tx: Tx,
  office: Office,
  closure: Closure,
  decided: { readonly decision: ClosureDecision; readonly why: string; readonly version: number },
): Promise<void> {
  const { staff, calendar } = office;
  const { decision } = decided;
  if (staff !== null)
    insist(mayDecideClosure(closure, { by: staff, decision, calendar, today: today(office) }));
  await decideProposal(tx, office, closures, closure, { ...decided, sight: 'inside' });
  await record(tx, office, { name: events[decision], subjectId: closure.id, data: dataOf(closure) });
  const { proposedBy } = closure;
  if (proposedBy !== null && proposedBy !== staff) await tell(tx, office, proposedBy, 'closure_decided');
}

function dataOf({ firstDay, lastDay, opens }: ClosureDays & { readonly opens: string | null }) {
  return { first: firstDay.toString(), last: lastDay.toString(), opens: opens !== null };
}
