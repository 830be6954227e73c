import { z } from 'zod';
import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, sql, type Tx, transact } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';

const batch = 100;
const row = z.object({ caseId: id<CaseId>(), ratingId: z.string(), level: z.string() });

/**
 * A level that an upgrade made *proposed* waits for somebody as every other does: from now on it is owed that a named
 * person judges it. Each case once.
 * @returns of how many cases it was told
 */
export async function promiseProposed(services: Services, organisation: OrganisationId): Promise<number> {
  let told = 0;
  for (;;) {
    const found = await transact(services.db, { organisation, system: true }, async (tx) =>
      promiseBatch(tx, await officeOf(tx, services, organisation)),
    );
    told += found;
    if (found < batch) return told;
  }
}

/** Those of which it was never told that their level was proposed. */
export async function promiseBatch(tx: Tx, office: Office): Promise<number> {
  const found = await tx.rows(
    row,
    sql`select c.id as "caseId", r.id as "ratingId", r.level
      from case_file c
      join lateral (select r.id, r.level from risk_rating r
        where r.organisation_id = c.organisation_id and r.case_id = c.id order by r.number desc limit 1) r on true
      where c.organisation_id = ${office.organisation} and c.closed_at is null and c.risk_level is not null
        and not c.risk_judged and not exists (select from event e where e.organisation_id = c.organisation_id
          and e.case_id = c.id and e.name = 'risk.level-proposed')
      order by c.opened_at limit ${batch} for update of c skip locked`,
  );
  for (const { caseId, ratingId, level } of found)
    await happened(tx, office, {
      name: 'risk.level-proposed',
      caseId,
      subjectId: ratingId,
      recurs: true,
      data: { level, how: 'known' },
    });
  return found.length;
}
