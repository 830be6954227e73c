import { z } from 'zod';
import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, instant, sql, type Tx, transact } from '#kit/sql.ts';
import { agreedIn } from '#modules/agreement/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { offersOf } from '#modules/support/index.ts';
import { timeOn } from '#rules/calendar.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { type ShutWhy, shutByItself, whyShut } from '../link.ts';
import { againstTime, maySend } from '../order.ts';
import { conflictsOf } from './conflicts.ts';
import { contractorsOf } from './contractors.ts';
import { gateFor } from './gate.ts';
import { type Order, ordersOf } from './orders.ts';
import { ordersThatCannotStay, stopOrders } from './stopped-orders.ts';
import { writeStop } from './stops.ts';

export interface FoundLink {
  readonly organisation: OrganisationId;
  readonly linkId: string;
}

const linkRow = z.object({
  id: z.uuid(),
  caseId: id<CaseId>(),
  orderId: z.uuid(),
  sentAt: instant,
  sentBy: id<StaffId>(),
  wrong: z.number(),
});
export type LinkRow = z.infer<typeof linkRow> & { readonly order: Order };

/** In the landlord’s own transaction, as its program; whoever else has the same link waits. */
export function asProgram<T>(
  services: Services,
  { organisation, linkId }: FoundLink,
  work: (tx: Tx, office: Office, link: LinkRow) => Promise<T>,
): Promise<T | null> {
  return transact(services.db, { organisation, system: true }, async (tx) => {
    const office = await officeOf(tx, services, organisation);
    const link = await tx.maybe(
      linkRow,
      sql`select id, case_id as "caseId", order_id as "orderId", sent_at as "sentAt", sent_by as "sentBy", wrong
        from works_link where organisation_id = ${organisation} and id = ${linkId} and shut_at is null
          and expires_at > ${office.now} for update`,
    );
    const orders = link && (await ordersOf(tx, organisation, link.caseId));
    const order = orders?.find((each) => each.id === link?.orderId);
    return link && order ? work(tx, office, { ...link, order }) : null;
  });
}

/** What let it leave, asked again: as it is opened, as something is answered, and by the program while it is open. */
export async function whyItIsShut(tx: Tx, office: Office, link: LinkRow): Promise<ShutWhy | null> {
  const { organisation, calendar } = office;
  const { caseId, order, sentAt, sentBy } = link;
  const file = await openFile(tx, organisation, caseId);
  if (!file || file.closedAt !== null) return 'case';
  const [offers, contractors, conflicts, agreed] = await Promise.all([
    offersOf(tx, organisation, caseId),
    contractorsOf(tx, organisation),
    conflictsOf(tx, organisation, caseId),
    agreedIn(tx, organisation, caseId),
  ]);
  const offer = offers.find((each) => each.id === order.offerId);
  const contractor = contractors.find((each) => each.id === order.contractorId);
  const gate = offer && (await gateFor(tx, office, caseId, offer.kind, order.dayOn));
  const [startsAt, endsAt] = [order.fromTime, order.toTime].map((time) =>
    timeOn(order.dayOn, Temporal.PlainTime.from(time), calendar),
  ) as [Temporal.Instant, Temporal.Instant];
  const against = againstTime({ agreed, startsAt, endsAt, calendar }).reasons;
  const { recordedAt = null, changedSince = null, unsureSince = null, movedSince = null } = agreed ?? {};
  return whyShut({
    ...{ sentAt, orderEnded: order.endedAt !== null, ordered: offer?.state === 'ordered', closed: false },
    senderShutOut: file.blockedStaff.includes(sentBy),
    mayBeSent: contractor !== undefined && maySend(contractor, conflicts, order.dayOn).allowed,
    gateOpen: gate?.open ?? false,
    changes: [recordedAt, changedSince, unsureSince, movedSince, file.homeMovedAt],
    within: against.length === 0 || order.outsideWhy !== '',
  });
}

/** It opens nothing from now on, and somebody of the case rings whoever may be on the way. */
export async function shut(tx: Tx, office: Office, link: LinkRow, why: ShutWhy): Promise<void> {
  const { caseId, orderId, id: linkId, order } = link;
  await shutRow(tx, office, link, why);
  await happened(tx, office, {
    name: 'security.link-shut',
    caseId,
    subjectId: orderId,
    data: { why: [why] },
  });
  if (why !== 'codes' && !shutByItself.includes(why)) return;
  const of = { contractor: order.contractor, job: order.job, reader: '', problem: '', words: why };
  await writeStop(tx, office, { caseId, orderId, linkId, outcome: 'shut', ...of });
}

export function shutRow(
  tx: Tx,
  { organisation, now }: Office,
  { id: linkId }: LinkRow,
  why: ShutWhy,
): Promise<number> {
  return tx.run(sql`update works_link set shut_at = ${now}, shut_by = null, shut_why = ${why}
    where organisation_id = ${organisation} and id = ${linkId} and shut_at is null`);
}

const openRow = z.object({ id: z.uuid() });

/**
 * Links that are open, and orders that were read out, are looked at again and again: whoever has read or heard where to
 * go is rung before they go.
 */
export async function shutWorksLinks(services: Services, organisation: OrganisationId): Promise<void> {
  const [open, toStop] = await transact(services.db, { organisation, system: true }, (tx) =>
    Promise.all([
      tx.rows(
        openRow,
        sql`select id from works_link where organisation_id = ${organisation} and shut_at is null
          and expires_at > ${services.now()} order by id limit 200`,
      ),
      ordersThatCannotStay(tx, organisation, services.now()),
    ]),
  );
  if (toStop.length > 0) await stopOrders(services, organisation);
  for (const { id: linkId } of open)
    await asProgram(services, { organisation, linkId }, async (tx, office, link) => {
      const why = await whyItIsShut(tx, office, link);
      if (why) await shut(tx, office, link, why);
    });
}
