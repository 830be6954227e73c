import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { forTheTeam } from '../words.ts';

const atOnce = 50;
const row = z.object({ caseId: id<CaseId>(), mediationId: z.uuid(), leadId: id<StaffId>().nullable() });

/**
 * What a manager agreed to and has not ended is shut again, because something has changed since: whoever leads the case
 * is told, and owes that it is stopped. The other tenant and the mediator would otherwise go on.
 */
export async function tellOfMediationShut(tx: Tx, office: Office): Promise<void> {
  const { organisation, now } = office;
  const shut = await tx.rows(
    row,
    sql`select m.case_id as "caseId", m.id as "mediationId", c.lead_id as "leadId"
      from mediation m
        join case_file c on c.organisation_id = m.organisation_id and c.id = m.case_id and c.closed_at is null
        join lateral (select max(d.decided_at) as at from mediation_decision d
          where d.organisation_id = m.organisation_id and d.mediation_id = m.id and d.decision = 'approved') agreed
          on agreed.at is not null
      where m.organisation_id = ${organisation}
        and not exists (select from mediation_step s where s.organisation_id = m.organisation_id
          and s.mediation_id = m.id and s.step in ('ended', 'stopped'))
        and not exists (select from event e where e.organisation_id = m.organisation_id and e.case_id = m.case_id
          and e.name = 'mediation.shut-again' and e.data ->> 'mediation' = m.id::text and e.at >= agreed.at)
        and lintel.mediation_shut(m.organisation_id, m.id, 'arrange', ${now}) <> '{}'
      order by m.id limit ${atOnce}`,
  );
  for (const { caseId, mediationId, leadId } of shut) {
    await addEntry(tx, office, {
      ...{ ...forTheTeam, caseId, happenedAt: now, knownAt: now, subjectId: mediationId },
      words: 'Mediation that a manager agreed to is shut again: something has changed since. It is stopped.',
    });
    await happened(tx, office, {
      ...{ name: 'mediation.shut-again', caseId, subjectId: mediationId, recurs: true },
      data: { mediation: mediationId },
    });
    if (leadId) await notify(tx, office, { staffIds: [leadId], kind: 'mediation_shut_again', caseId });
  }
}
