import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { CaseId } from '#rules/facts.ts';

const begun = z.object({ id: id<CaseId>() });
const asked = z.object({ system: z.uuid() });

/** Cases that were opened longer ago are not looked at again: their figures are told. */
const openedWithin = Temporal.Duration.from({ hours: 24 * 60 });

/**
 * Says once of each case that other systems hold back because of it: as soon as the person, somebody of the household
 * or the home is on the register, for only then does a reference of another system lead to it.
 */
export async function tellOfHolds(tx: Tx, office: Office): Promise<void> {
  const { organisation, now } = office;
  const cases = await tx.rows(
    begun,
    sql`select c.id from case_file c where c.organisation_id = ${organisation}
      and c.opened_at > ${now.subtract(openedWithin)}
      and (c.person_id is not null or c.property_id is not null or c.tenancy_id is not null
        or exists (select from case_person q where q.organisation_id = c.organisation_id and q.case_id = c.id
          and q.person_id is not null and q.ended_at is null
          and q.part in ('at_risk', 'child_victim', 'household_member'))
        or exists (select from case_home h where h.organisation_id = c.organisation_id and h.case_id = c.id
          and h.property_id is not null))
      and not exists (select from event e where e.organisation_id = c.organisation_id and e.case_id = c.id
        and e.name = 'hold.began')
      order by c.opened_at desc limit 500`,
  );
  for (const { id: caseId } of cases) await record(tx, office, { name: 'hold.began', caseId });
}

/** Says once of each system and day that it asked. */
export async function tellOfAsking(tx: Tx, office: Office): Promise<void> {
  const days = await tx.rows(
    asked,
    sql`update hold_day set told = true where organisation_id = ${office.organisation} and not told
        and day < (${office.now}::timestamptz at time zone 'UTC')::date
      returning system_id as system`,
  );
  for (const { system } of days) await record(tx, office, { name: 'hold-system.asked', subjectId: system });
}
