import { z } from 'zod';
import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, instant, sql, type Tx, transact } from '#kit/sql.ts';
import { coverAt } from '#modules/rota/index.ts';
import type { OrganisationId, Role, StaffId } from '#rules/facts.ts';
import { dangerFirst, type Look, look, type Tellable, toTell } from '../escalation.ts';
import { type Cover, nobodyThere } from '../recipients.ts';
import { tellOf } from './happened.ts';
import { notify } from './notify.ts';
import { promiseColumns, promiseRow } from './rows.ts';
import { markStale } from './stale.ts';

const batch = 100;

const watchedRow = promiseRow.extend({
  escalateAt: z.array(instant),
  escalated: z.number(),
  leadId: id<StaffId>().nullable(),
  danger: z.boolean(),
});
type WatchedRow = z.infer<typeof watchedRow>;

const colleagueRow = z.object({
  id: id<StaffId>(),
  roles: z.array(z.string()) as unknown as z.ZodType<readonly Role[]>,
  managerId: id<StaffId>().nullable(),
  deputyId: id<StaffId>().nullable(),
});

/** Who works here, and who covers for whoever is away at this moment. */
interface Staffing {
  readonly colleagues: readonly Tellable[];
  readonly cover: Cover;
}

/**
 * Looks at every promise of an organisation whose moment has come: marks what is broken once, and tells people once a
 * step. Several programs may sweep at once; after a weekend switched off, each promise is told of once, not thrice.
 * @returns how many promises were looked at
 */
export async function sweep(services: Services, organisation: OrganisationId): Promise<number> {
  let looked = 0;
  for (;;) {
    const found = await transact(services.db, { organisation, system: true }, async (tx) =>
      sweepBatch(tx, await officeOf(tx, services, organisation)),
    );
    looked += found;
    if (found < batch) return looked;
  }
}

async function sweepBatch(tx: Tx, office: Office): Promise<number> {
  const due = await tx.rows(watchedRow, dueForALook(office));
  if (due.length === 0) return 0;
  const [colleagues, cover] = await Promise.all([
    tx.rows(
      colleagueRow,
      sql`select id, roles, manager_id as "managerId", deputy_id as "deputyId" from staff
        where organisation_id = ${office.organisation} and ended_at is null order by id`,
    ),
    coverAt(tx, office.organisation, office.now),
  ]);
  for (const promise of dangerFirst(due)) await answer(tx, office, promise, { colleagues, cover });
  return due.length;
}

/** Strictly before now: at the very moment it is due, a promise can still be met. */
function dueForALook({ organisation, now }: Office) {
  return sql`select ${promiseColumns}, o.escalate_at as "escalateAt", o.escalated, c.lead_id as "leadId",
      coalesce(c.immediate_danger, d.immediate_danger = 'yes', false) as danger
    from obligation o
      left join case_file c on c.organisation_id = o.organisation_id and c.id = o.case_id
      left join disclosure d on d.organisation_id = o.organisation_id and d.id = o.disclosure_id
    where o.organisation_id = ${organisation} and o.next_look_at is not null and o.next_look_at < ${now}
      and o.outcome is null
    order by o.next_look_at limit ${batch} for update of o skip locked`;
}

async function answer(tx: Tx, office: Office, promise: WatchedRow, staffing: Staffing): Promise<void> {
  const seen = look(promise, office.now);
  tx.write(sql`update obligation set escalated = ${seen.escalated}, next_look_at = ${seen.nextLookAt},
      outcome = case when ${seen.breached} then 'breached' else outcome end,
      ended_at = case when ${seen.breached} then due_at else ended_at end
    where organisation_id = ${office.organisation} and id = ${promise.id}`);
  if (seen.breached) {
    await tellOf(tx, office, [{ promise, name: 'obligation.breached' }]);
    await markStale(tx, office, [promise.dueAt]);
  }
  if (seen.step) await escalate(tx, office, promise, seen.step, staffing);
}

/** The last step is answered after the deadline, when the promise is broken. */
const kinds = { half: 'due_half', near: 'due_soon', due: 'overdue' } as const;

async function escalate(
  tx: Tx,
  office: Office,
  promise: WatchedRow,
  step: NonNullable<Look['step']>,
  { colleagues, cover }: Staffing,
): Promise<void> {
  const { id: obligationId, caseId, disclosureId, leadId, danger } = promise;
  const notice = { kind: kinds[step], caseId, disclosureId, obligationId };
  let told = await notify(tx, office, { ...notice, staffIds: toTell(step, leadId, danger, colleagues) });
  // All of these may have a conflict by now, or be away with nobody to cover: then the team is
  // told, rather than nobody.
  if (nobodyThere(told, cover)) {
    const team = toTell(step, null, danger, colleagues).filter((each) => !told.includes(each));
    told = [...told, ...(await notify(tx, office, { ...notice, staffIds: team }))];
  }
  await tellOf(tx, office, [{ promise, name: 'obligation.escalated', data: { step, told: told.length } }]);
}
