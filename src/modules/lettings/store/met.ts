import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { listStaff, writeNotices } from '#modules/account/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { askedAtMost, moveAnswers } from '#rules/move-check.ts';

const row = z.object({
  id: z.uuid(),
  address: z.string(),
  told: z.enum(moveAnswers),
  why: z.array(z.string()),
  metAt: instant,
  askedByName: z.string().nullable(),
});
/** What lettings asked about somebody of this case, with why it was answered so. */
export type CheckMet = Readonly<z.infer<typeof row>>;

export function checksMet(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly CheckMet[]> {
  return tx.rows(
    row,
    sql`select m.id, m.address, m.told, m.why, m.met_at as "metAt", s.name as "askedByName"
      from move_check_met m
      left join staff s on s.organisation_id = m.organisation_id and s.id = m.asked_by
      where m.organisation_id = ${organisation} and m.case_id = ${caseId} order by m.met_at desc, m.id desc limit 100`,
  );
}

const untold = z.object({
  id: z.uuid(),
  caseId: id<CaseId>(),
  told: z.enum(moveAnswers),
  leadId: id<StaffId>().nullable(),
});

/** Tells whoever leads a case, else managers, that lettings asked. For the job: whoever asks waits for none of it. */
export async function tellOfChecks(tx: Tx, office: Office): Promise<void> {
  const { organisation, now } = office;
  const met = await tx.rows(
    untold,
    sql`select m.id, m.case_id as "caseId", m.told, c.lead_id as "leadId"
      from move_check_met m join case_file c on c.organisation_id = m.organisation_id and c.id = m.case_id
      where m.organisation_id = ${organisation} and m.told_at is null order by m.met_at, m.id limit 200`,
  );
  const managers = (await listStaff(tx, organisation, { roles: ['da_manager'] })).map((one) => one.id);
  for (const { id: subjectId, caseId, told, leadId } of met) {
    const data = { why: `move_check_${told}` };
    await happened(tx, office, { name: 'move-check.met', caseId, subjectId, data });
    await addEntry(tx, office, {
      ...{ kind: 'note', source: 'record', disclosableTo: [], caseId, subjectId },
      ...{ happenedAt: now, knownAt: now },
      words:
        told === 'ask'
          ? 'Lettings asked whether a home may be offered to them, and was told to ask the lead.'
          : 'Lettings asked whether a home may be offered to them, and was told that nothing is known against it.',
    });
    await notify(tx, office, { staffIds: leadId ? [leadId] : managers, kind: 'move_check_met', caseId });
    await tx.run(sql`update move_check_met set told_at = ${now} where organisation_id = ${organisation}
      and id = ${subjectId}`);
  }
  await tellOfMany(tx, office, managers);
}

const many = z.object({ many: z.boolean() });

/** Managers are told once in a day that somebody asks so much that they may look for somebody. */
async function tellOfMany(tx: Tx, office: Office, managers: readonly StaffId[]): Promise<void> {
  const { organisation, now } = office;
  const seen = await tx.run(sql`update move_check set looked_at = ${now}
    where organisation_id = ${organisation} and looked_at is null`);
  if (seen === 0) return;
  const { many: found } = await tx.one(
    many,
    sql`select (exists (select from move_check m where m.organisation_id = ${organisation}
          and m.asked_at > ${now.subtract({ hours: 24 })}
          group by m.asked_by, m.system_id
          having count(*) >= case when m.system_id is null then ${askedAtMost.aDay}::int
            else ${askedAtMost.aDayOfASystem}::int end)
        or exists (select from move_check m where m.organisation_id = ${organisation}
          and m.asked_at > ${now.subtract({ hours: 24 * 30 })}
          group by m.household having count(distinct (m.address, m.postcode)) > ${askedAtMost.addresses}
            and bool_or(m.asked_at > ${now.subtract({ hours: 24 })})))
      and not exists (select from event e where e.organisation_id = ${organisation} and e.name = 'move-checks.many'
        and e.at > ${now.subtract({ hours: 24 })}) as many`,
  );
  if (!found) return;
  await record(tx, office, { name: 'move-checks.many' });
  await writeNotices(tx, office, { staffIds: managers, kind: 'move_checks_many' });
}
