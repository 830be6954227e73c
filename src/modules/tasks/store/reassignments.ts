import { z } from 'zod';
import { insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { notify } from '#modules/obligations/index.ts';
import { allocate } from '#modules/wall/index.ts';
import { type CaseId, type OrganisationId, refused, type StaffId } from '#rules/facts.ts';
import type { Move } from '../move.ts';
import type { MovedCase } from '../undo.ts';
import { handOverTasks } from './hand-over.ts';

export interface NewReassignment {
  readonly moves: readonly Move[];
  readonly reason: string;
  /** The reassignment that this one undoes. */
  readonly undoesId?: string | null;
}

/**
 * Gives each of these cases to its new lead, with the open tasks of whoever led it, all of them or none. The wall of
 * each case is asked again at this moment. Those who gain work are told case by case, those who lose it once.
 * @returns its id
 */
export async function reassign(
  tx: Tx,
  office: Office & { readonly staff: StaffId },
  reassignment: NewReassignment,
): Promise<string> {
  const reassignmentId = newId<string>();
  const { moves, reason, undoesId = null } = reassignment;
  if (moves.length === 0) insist(refused('Nothing would move.', 'allocation'));
  await tx.run(sql`insert into reassignment (organisation_id, id, reason, made_at, made_by, undoes_id)
    values (${office.organisation}, ${reassignmentId}, ${reason}, ${office.now}, ${office.staff}, ${undoesId})`);
  for (const move of moves) {
    const { caseId, toId } = move;
    await allocate(tx, office, { caseId, staffId: toId, reason });
    await tx.run(sql`insert into reassignment_move (organisation_id, id, reassignment_id, case_id, from_id, to_id)
      values (${office.organisation}, ${newId()}, ${reassignmentId}, ${caseId}, ${move.fromId}, ${toId})`);
    await handOverTasks(tx, office, move, reassignmentId, undoesId);
  }
  const name = undoesId ? 'reassignment.undone' : 'cases.reassigned';
  const data = { cases: moves.length, ...(undoesId && { undoes: undoesId }) };
  await record(tx, office, { name, subjectId: reassignmentId, data });
  const losing = [...new Set(moves.map(({ fromId }) => fromId))].filter(
    (each) => each !== null && each !== office.staff,
  );
  await notify(tx, office, { staffIds: losing.filter((each) => each !== null), kind: 'handed_on' });
  return reassignmentId;
}

const row = z.object({
  id: z.uuid(),
  reason: z.string(),
  madeAt: instant,
  madeByName: z.string().nullable(),
  undoesId: z.uuid().nullable(),
  undoneById: z.uuid().nullable(),
});
export type Reassignment = z.infer<typeof row>;

const select = sql`select r.id, r.reason, r.made_at as "madeAt", s.name as "madeByName", r.undoes_id as "undoesId",
    (select u.id from reassignment u
      where u.organisation_id = r.organisation_id and u.undoes_id = r.id) as "undoneById"
  from reassignment r left join staff s on s.organisation_id = r.organisation_id and s.id = r.made_by`;

/** Null where there is none, or where its cases are kept from whoever asks. */
export function findReassignment(
  tx: Tx,
  organisation: OrganisationId,
  reassignmentId: string,
): Promise<Reassignment | null> {
  return tx.maybe(row, sql`${select} where r.organisation_id = ${organisation} and r.id = ${reassignmentId}`);
}

/** The newest, as far as whoever asks sees any of their cases. */
export function recentReassignments(tx: Tx, organisation: OrganisationId): Promise<readonly Reassignment[]> {
  return tx.rows(
    row,
    sql`${select} where r.organisation_id = ${organisation} order by r.made_at desc, r.id limit 10`,
  );
}

const movedRow = z.object({
  caseId: id<CaseId>(),
  reference: z.string(),
  fromId: id<StaffId>().nullable(),
  fromName: z.string().nullable(),
  toId: id<StaffId>(),
  toName: z.string(),
  leadId: id<StaffId>().nullable(),
  closedAt: instant.nullable(),
  lastActedAt: instant.nullable(),
  blockedStaff: z.array(id<StaffId>()),
  fromIsThere: z.boolean(),
});

/** The cases of a reassignment as they stand today, behind their walls. */
export function movesOf(
  tx: Tx,
  organisation: OrganisationId,
  reassignmentId: string,
): Promise<readonly MovedCase[]> {
  return tx.rows(
    movedRow,
    sql`select c.id as "caseId", c.reference, m.from_id as "fromId", f.name as "fromName", m.to_id as "toId",
        t.name as "toName", c.lead_id as "leadId", c.closed_at as "closedAt",
        lintel.last_acted(c.organisation_id, c.id) as "lastActedAt", c.blocked_staff as "blockedStaff",
        coalesce(f.ended_at is null and f.roles && '{da_manager,da_worker}', false) as "fromIsThere"
      from reassignment_move m
      join case_file c on c.organisation_id = m.organisation_id and c.id = m.case_id
      join staff t on t.organisation_id = m.organisation_id and t.id = m.to_id
      left join staff f on f.organisation_id = m.organisation_id and f.id = m.from_id
      where m.organisation_id = ${organisation} and m.reassignment_id = ${reassignmentId}
      order by c.reference`,
  );
}
