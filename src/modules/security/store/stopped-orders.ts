import { z } from 'zod';
import { officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, sql, type Tx, transact } from '#kit/sql.ts';
import { offersOf } from '#modules/support/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { maySend } from '../order.ts';
import { conflictsOf } from './conflicts.ts';
import { contractorsOf } from './contractors.ts';
import type { Order } from './orders.ts';
import { writeStop } from './stops.ts';

/** Does it still stand with a contractor of whom nobody may be sent any more? Then another is to have it, or nobody. */
export async function cannotStay(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  { offerId, contractorId, dayOn, endedAt }: Pick<Order, 'offerId' | 'contractorId' | 'dayOn' | 'endedAt'>,
): Promise<boolean> {
  if (endedAt !== null) return false;
  const [offers, contractors, conflicts] = await Promise.all([
    offersOf(tx, organisation, caseId),
    contractorsOf(tx, organisation),
    conflictsOf(tx, organisation, caseId),
  ]);
  if (offers.find(({ id: each }) => each === offerId)?.state !== 'ordered') return false;
  const contractor = contractors.find(({ id: each }) => each === contractorId);
  return contractor === undefined || !maySend(contractor, conflicts, dayOn).allowed;
}

const row = z.object({
  orderId: z.uuid(),
  caseId: id<CaseId>(),
  contractor: z.string(),
  job: z.string(),
});

/** What stands with a contractor who may not be sent any more, shows over no link, and is told to nobody yet. */
export function ordersThatCannotStay(tx: Tx, organisation: OrganisationId, now: Temporal.Instant) {
  return tx.rows(
    row,
    sql`select w.id as "orderId", w.case_id as "caseId", k.name as contractor, w.job
      from works_order w
      join contractor k on k.organisation_id = w.organisation_id and k.id = w.contractor_id
      join case_file c on c.organisation_id = w.organisation_id and c.id = w.case_id and c.closed_at is null
      where w.organisation_id = ${organisation} and w.ended_at is null
        and (k.ended_at is not null or k.vetted_until < w.day_on
          or exists (select from contractor_conflict f where f.organisation_id = w.organisation_id
            and f.case_id = w.case_id and f.contractor_id = w.contractor_id and f.ended_at is null))
        and not exists (select from works_link l where l.organisation_id = w.organisation_id and l.order_id = w.id
          and l.shut_at is null and l.expires_at > ${now})
        and not exists (select from works_answer a where a.organisation_id = w.organisation_id
          and a.order_id = w.id and a.outcome = 'shut' and a.words = 'contractor' and a.looked_at is null)
        and (select p.step from support_step p where p.organisation_id = w.organisation_id
          and p.offer_id = w.offer_id and p.step not in ('details', 'struck')
          and not exists (select from support_step z where z.organisation_id = p.organisation_id
            and z.strikes_id = p.id) order by p.number desc limit 1) in ('ordered', 'not_come')
      order by w.id limit 100`,
  );
}

/** Somebody is told of them at once, and owes it that another has them, or nobody. */
export async function stopOrders(services: Services, organisation: OrganisationId): Promise<void> {
  await transact(services.db, { organisation, system: true }, async (tx) => {
    const office = await officeOf(tx, services, organisation);
    for (const order of await ordersThatCannotStay(tx, organisation, office.now))
      await writeStop(tx, office, {
        ...{ ...order, linkId: null, reader: '', outcome: 'shut', problem: '', words: 'contractor' },
      });
  });
}
