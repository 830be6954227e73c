import { z } from 'zod';
import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, instant, sql, type Tx, transact } from '#kit/sql.ts';
import { type Colleague, listStaff } from '#modules/account/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { leadHasLeft } from '#modules/wall/index.ts';
import { whoSees } from '#modules/wall/pure.ts';
import { atTheOffice, thisOrNextWorkingDay } from '#rules/calendar.ts';
import { type CaseId, caseRoles, type OrganisationId, type Role, roles, type StaffId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { type Held, takerOf } from '../leaving.ts';
import { addTask, change } from './tasks.ts';

const heldRow = z.object({ cases: z.number(), alone: z.number(), tasks: z.number(), visits: z.number() });

/** What a colleague holds; for administrators, whom the wall lets into no case. */
export function heldBy(tx: Tx, staffId: StaffId, now: Temporal.Instant): Promise<Held> {
  return tx.one(heldRow, sql`select cases, alone, tasks, visits from lintel.held_by(${staffId}, ${now})`);
}

const batch = 100;
/** Whose account ended, or who may lead no case any more. */
const gone = sql`(s.ended_at is not null or not s.roles && ${[...caseRoles]}::text[])`;

/**
 * Hands on what whoever has left still holds, however their account ended: cases first, so that tasks and visits find
 * who leads them now. Safe to do twice. @returns how much was handed on
 */
export async function handOnWhatWasLeft(services: Services, organisation: OrganisationId): Promise<number> {
  let handed = 0;
  for (const step of [leaveCases, handOnTasks, askAboutVisits])
    for (;;) {
      const found = await transact(services.db, { organisation, system: true }, async (tx) =>
        step(tx, await officeOf(tx, services, organisation)),
      );
      handed += found;
      if (found < batch) break;
    }
  return handed;
}

const ledRow = z.object({ caseId: id<CaseId>(), staffId: id<StaffId>() });

async function leaveCases(tx: Tx, office: Office): Promise<number> {
  const led = await tx.rows(
    ledRow,
    sql`select c.id as "caseId", s.id as "staffId" from staff s
      join case_file c on c.organisation_id = s.organisation_id and c.lead_id = s.id and c.closed_at is null
      where s.organisation_id = ${office.organisation} and ${gone} limit ${batch} for update of c skip locked`,
  );
  for (const each of led) await leadHasLeft(tx, office, each);
  return led.length;
}

const wallColumns = sql`c.lead_id as "leadId", c.granted_staff as "grantedStaff", c.granted_roles as "grantedRoles",
  c.blocked_staff as "blockedStaff", s.manager_id as "managerId"`;
const wallRow = z.object({
  caseId: id<CaseId>(),
  leadId: id<StaffId>().nullable(),
  grantedStaff: z.array(id<StaffId>()),
  grantedRoles: z.array(z.enum(roles) as z.ZodType<Role>),
  blockedStaff: z.array(id<StaffId>()),
  managerId: id<StaffId>().nullable(),
});
const taskRow = wallRow.extend({ id: z.uuid(), ownerId: id<StaffId>() });

async function handOnTasks(tx: Tx, office: Office): Promise<number> {
  const left = await tx.rows(
    taskRow,
    sql`select t.id, t.owner_id as "ownerId", t.case_id as "caseId", ${wallColumns} from staff s
      join task t on t.organisation_id = s.organisation_id and t.owner_id = s.id and t.state = 'open'
      join case_file c on c.organisation_id = t.organisation_id and c.id = t.case_id and c.closed_at is null
      where s.organisation_id = ${office.organisation} and ${gone} limit ${batch} for update of t skip locked`,
  );
  const team = await teamOf(tx, office, left);
  for (const task of left) {
    const taker = takerOf(task.leadId, task, whoSees(task, team));
    if (taker) await handOn(tx, office, task, taker.id);
  }
  // What nobody can take is looked at again at the next run, not in this one.
  return left.some((task) => takerOf(task.leadId, task, whoSees(task, team)) === null) ? 0 : left.length;
}

async function handOn(
  tx: Tx,
  office: Office,
  task: z.infer<typeof taskRow>,
  toOwnerId: StaffId,
): Promise<void> {
  const { id: taskId, caseId, ownerId: fromOwnerId } = task;
  await tx.run(sql`update task set owner_id = ${toOwnerId}, version = version + 1
    where organisation_id = ${office.organisation} and id = ${taskId}`);
  await change(tx, office, taskId, {
    how: 'handed_over',
    reason: 'Whoever had it has left',
    fromOwnerId,
    toOwnerId,
  });
  await happened(tx, office, { name: 'task.moved', caseId, subjectId: taskId });
  await notify(tx, office, { staffIds: [toOwnerId], kind: 'task_given', caseId });
}

const visitRow = wallRow.extend({ id: z.uuid(), startsAt: instant });

/** Who comes was agreed with the person (L2.3): the visit stays as it is, and agreeing it anew is somebody’s task. */
async function askAboutVisits(tx: Tx, office: Office): Promise<number> {
  const left = await tx.rows(
    visitRow,
    sql`select p.id, p.starts_at as "startsAt", p.case_id as "caseId", ${wallColumns} from staff s
      join planned_contact p on p.organisation_id = s.organisation_id and s.id in (p.staff_id, p.second_staff_id)
        and p.ended_at is null and p.left_alone_at is null and p.starts_at > ${office.now}
      join case_file c on c.organisation_id = p.organisation_id and c.id = p.case_id and c.closed_at is null
      where s.organisation_id = ${office.organisation} and ${gone} limit ${batch} for update of p skip locked`,
  );
  const team = await teamOf(tx, office, left);
  for (const visit of left) {
    const taker = takerOf(visit.leadId, visit, whoSees(visit, team));
    if (!taker) continue;
    const when = momentInWords(visit.startsAt, office.calendar);
    const today = atTheOffice(office.now, office.calendar).toPlainDate();
    await addTask(tx, office, {
      caseId: visit.caseId,
      ownerId: taker.id,
      what: `Agree who comes on ${when}: whoever was to come has left`,
      dueOn: thisOrNextWorkingDay(today, office.calendar),
    });
    await tx.run(sql`update planned_contact set left_alone_at = ${office.now}
      where organisation_id = ${office.organisation} and id = ${visit.id}`);
  }
  return left.some((visit) => takerOf(visit.leadId, visit, whoSees(visit, team)) === null) ? 0 : left.length;
}

/** The team, asked for once and only where something was left. */
async function teamOf(tx: Tx, office: Office, left: readonly unknown[]): Promise<readonly Colleague[]> {
  return left.length === 0 ? [] : listStaff(tx, office.organisation, { roles: caseRoles });
}
