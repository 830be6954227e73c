import { z } from 'zod';
import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, instant, sql, type Tx, transact } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import { closedSince, onCallBetween } from '#modules/rota/index.ts';
import type { CaseId, DisclosureId, OrganisationId } from '#rules/facts.ts';
import { onCallSince, toHandOver } from '../hand-over.ts';
import { enterHandOver } from './entries.ts';
import { tellOnCall } from './tell-on-call.ts';

const batch = 100;

const row = z.object({
  id: z.uuid(),
  caseId: id<CaseId>().nullable(),
  disclosureId: id<DisclosureId>().nullable(),
  raisedAt: instant,
  handedOverAt: instant.nullable(),
});
type Row = z.infer<typeof row>;

/**
 * Hands over what still stands as the office closes, as danger that is told at night: to whoever is on call and may
 * know of it; where nobody is, every manager hears so. Once, and again to whoever comes on call after them.
 * @returns how many were handed over
 */
export function handOverDangers(services: Services, organisation: OrganisationId): Promise<number> {
  return transact(services.db, { organisation, system: true }, async (tx) => {
    const office = await officeOf(tx, services, organisation);
    const closed = closedSince(office.now, office.calendar);
    if (closed === null) return 0;
    const standing = await tx.rows(
      row,
      sql`select id, case_id as "caseId", disclosure_id as "disclosureId", raised_at as "raisedAt",
          handed_over_at as "handedOverAt"
        from danger where organisation_id = ${organisation} and dealt_at is null
        order by coalesce(handed_over_at, raised_at), id limit ${batch} for update skip locked`,
    );
    if (standing.length === 0) return 0;
    const turns = await onCallBetween(tx, organisation, {
      from: closed,
      to: office.now.add({ milliseconds: 1 }),
    });
    const since = onCallSince(turns, office.now, office.calendar);
    const owed = since ? standing.filter((each) => toHandOver(each, since)) : [];
    for (const each of owed) await handOver(tx, office, each);
    return owed.length;
  });
}

const nameRow = z.object({ name: z.string() });

async function handOver(tx: Tx, office: Office, { id: dangerId, caseId, disclosureId }: Row): Promise<void> {
  const { organisation, now } = office;
  const told = await tellOnCall(tx, office, { caseId, disclosureId });
  await tx.run(sql`update danger set handed_over_at = ${now}, handed_over_to = ${[...told]}
    where organisation_id = ${organisation} and id = ${dangerId}`);
  const about = caseId ? { caseId } : { disclosureId };
  const data = { onCall: told.length };
  await happened(tx, office, { name: 'danger.handed-over', ...about, subjectId: dangerId, data });
  if (!caseId) return;
  const names = await tx.rows(
    nameRow,
    sql`select name from staff where organisation_id = ${organisation} and id = any (${[...told]}::uuid[])
      order by name`,
  );
  await enterHandOver(
    tx,
    office,
    caseId,
    names.map(({ name }) => name),
    dangerId,
  );
}
