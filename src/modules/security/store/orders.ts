import { z } from 'zod';
import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { type Offer, offersOf, recordStep } from '#modules/support/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { orderVerdict } from '#rules/may-order-work.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { jobOf, maySend } from '../order.ts';
import { conflictsOf } from './conflicts.ts';
import { contractorsOf } from './contractors.ts';
import { gateFor } from './gate.ts';
import { shutLinks } from './shut-links.ts';

const row = z.object({
  id: z.uuid(),
  offerId: z.uuid(),
  kind: z.string(),
  contractorId: z.uuid(),
  contractor: z.string(),
  contractorPhone: z.string(),
  job: z.string(),
  details: z.string(),
  askFor: z.string(),
  address: z.string(),
  dayOn: plainDate,
  fromTime: z.string(),
  toTime: z.string(),
  twoPeople: z.boolean(),
  conflictSaid: z.string(),
  outsideWhy: z.string(),
  placedAt: instant,
  placedBy: id<StaffId>().nullable(),
  placedByName: z.string().nullable(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  endedWhy: z.string(),
});
export type Order = Readonly<z.infer<typeof row>>;

/** What was ordered in a case, the latest first; behind its wall. */
export function ordersOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Order[]> {
  return tx.rows(
    row,
    sql`select w.id, w.offer_id as "offerId", o.kind, w.contractor_id as "contractorId", k.name as contractor,
        k.phone as "contractorPhone", w.job, w.details, w.ask_for as "askFor", w.address, w.day_on as "dayOn",
        w.from_time as "fromTime", w.to_time as "toTime",
        w.two_people as "twoPeople", w.conflict_said as "conflictSaid", w.outside_why as "outsideWhy",
        w.placed_at as "placedAt", w.placed_by as "placedBy", s.name as "placedByName", w.ended_at as "endedAt",
        e.name as "endedByName", w.ended_why as "endedWhy"
      from works_order w
      join support_offer o on o.organisation_id = w.organisation_id and o.id = w.offer_id
      join contractor k on k.organisation_id = w.organisation_id and k.id = w.contractor_id
      left join staff s on s.organisation_id = w.organisation_id and s.id = w.placed_by
      left join staff e on e.organisation_id = w.organisation_id and e.id = w.ended_by
      where w.organisation_id = ${organisation} and w.case_id = ${caseId}
      order by w.placed_at desc, w.id desc limit 100`,
  );
}

export interface NewOrder {
  readonly caseId: CaseId;
  readonly offerId: string;
  readonly contractorId: string;
  readonly details: string;
  readonly askFor: string;
  readonly address: string;
  readonly dayOn: Temporal.PlainDate;
  readonly from: Temporal.PlainTime;
  readonly to: Temporal.PlainTime;
  readonly twoPeople: boolean;
  readonly conflictSaid: string;
  readonly outsideWhy: string;
}

/**
 * Orders a measure from a contractor, where everybody who must agree does. What was ordered for it before ends.
 * @returns the order’s id
 */
export async function placeOrder(tx: Tx, office: Office, order: NewOrder): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, offerId, contractorId, dayOn } = order;
  const [offers, contractors, conflicts] = await loaded(tx, organisation, caseId);
  const offer = offers.find((each) => each.id === offerId);
  const contractor = contractors.find((each) => each.id === contractorId);
  if (!offer || !contractor) throw notFound();
  const gate = await gateFor(tx, office, caseId, offer.kind, dayOn);
  insist(orderVerdict(gate));
  insist(maySend(contractor, conflicts, dayOn));
  await endThoseBefore(tx, office, offer);
  const orderId = newId<string>();
  const job = jobOf(offer.kind);
  const [from, to] = [order.from, order.to].map((time) => time.toString({ smallestUnit: 'minute' }));
  await tx.run(sql`insert into works_order (organisation_id, id, case_id, offer_id, contractor_id, job, details,
      ask_for, address, day_on, from_time, to_time, two_people, conflict_said, outside_why, way, placed_at, placed_by)
    values (${organisation}, ${orderId}, ${caseId}, ${offerId}, ${contractorId}, ${job}, ${order.details},
      ${order.askFor}, ${order.address}, ${dayOn}, ${from}, ${to}, ${order.twoPeople},
      ${order.conflictSaid}, ${order.outsideWhy}, 'telephone', ${now}, ${staff})`);
  const words = `${job}, between ${from} and ${to}. ${order.details}`.trim();
  const step = { step: 'ordered', happenedOn: today(office), whom: contractor.name, dayOn, words } as const;
  await recordStep(tx, office, { caseId, offerId, ...step, worksOrderId: orderId });
  await happened(tx, office, {
    name: 'security.ordered',
    caseId,
    subjectId: orderId,
    data: { kind: offer.kind },
  });
  return orderId;
}

async function loaded(tx: Tx, organisation: OrganisationId, caseId: CaseId) {
  if (!(await openFile(tx, organisation, caseId))) throw notFound();
  return Promise.all([
    offersOf(tx, organisation, caseId),
    contractorsOf(tx, organisation),
    conflictsOf(tx, organisation, caseId),
  ]);
}

const endedRow = z.object({ id: z.uuid() });

async function endThoseBefore(tx: Tx, office: Office, { id: offerId, caseId }: Offer): Promise<void> {
  const { organisation, staff, now } = office;
  const open = await tx.rows(
    endedRow,
    sql`update works_order set ended_at = ${now}, ended_by = ${staff}, ended_why = 'It was ordered anew.'
      where organisation_id = ${organisation} and case_id = ${caseId} and offer_id = ${offerId} and ended_at is null
      returning id`,
  );
  for (const { id: subjectId } of open) {
    await shutLinks(tx, office, { orderId: subjectId, why: 'ended' });
    await happened(tx, office, { name: 'security.order-ended', caseId, subjectId });
  }
}

/** Nobody comes: what was promised is owed as before. False where somebody was first. */
export async function endOrder(
  tx: Tx,
  office: Office,
  { caseId, order, why }: { caseId: CaseId; order: Order; why: string },
): Promise<boolean> {
  const { organisation, staff, now } = office;
  const done =
    await tx.run(sql`update works_order set ended_at = ${now}, ended_by = ${staff}, ended_why = ${why}
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${order.id} and ended_at is null`);
  if (done === 0) return false;
  await shutLinks(tx, office, { orderId: order.id, why: 'ended' });
  await happened(tx, office, { name: 'security.order-ended', caseId, subjectId: order.id });
  await addEntry(tx, office, {
    ...{ kind: 'plan', source: 'record', caseId, subjectId: order.id, happenedAt: now, knownAt: now },
    words: `${order.contractor} does not come on ${dayOfWeekInWords(order.dayOn)} for: ${order.job}. ${why}`,
  });
  return true;
}
