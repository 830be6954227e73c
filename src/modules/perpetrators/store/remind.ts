import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { forTheTeam } from '../words.ts';

const atOnce = 50;
const row = z.object({
  caseId: id<CaseId>(),
  actionId: z.uuid(),
  aboutId: z.uuid(),
  leadId: id<StaffId>().nullable(),
});

/**
 * What a manager agreed to and nobody has done is shut again, because something has changed since: whoever leads the
 * case is told and owes a look at it, once for each agreement. They would otherwise go on towards it, or believe that
 * it is coming.
 */
export async function tellOfShutAgain(tx: Tx, office: Office): Promise<void> {
  const { organisation, now } = office;
  const shut = await tx.rows(
    row,
    sql`select a.case_id as "caseId", a.id as "actionId", a.about_id as "aboutId", c.lead_id as "leadId"
      from perpetrator_action a
        join case_file c on c.organisation_id = a.organisation_id and c.id = a.case_id and c.closed_at is null
        join lateral (select max(d.decided_at) as at from perpetrator_action_decision d
          where d.organisation_id = a.organisation_id and d.action_id = a.id and d.decision = 'approved') agreed
          on agreed.at is not null
      where a.organisation_id = ${organisation}
        and not exists (select from perpetrator_action_step s where s.organisation_id = a.organisation_id
          and s.action_id = a.id and s.step in ('taken', 'dropped'))
        and not exists (select from event e where e.organisation_id = a.organisation_id and e.case_id = a.case_id
          and e.name = 'perpetrator-action.shut-again' and e.data ->> 'action' = a.id::text and e.at >= agreed.at)
        and lintel.action_shut(a.organisation_id, a.id, 'tell', ${now}) <> '{}'
      order by a.id limit ${atOnce}`,
  );
  for (const { caseId, actionId, aboutId, leadId } of shut) {
    await addEntry(tx, office, {
      ...{ ...forTheTeam, caseId, happenedAt: now, knownAt: now, subjectId: actionId, aboutId },
      words:
        'What a manager agreed to is shut again: something has changed since. Nothing is done before it is open.',
    });
    const about = { caseId, subjectId: actionId, recurs: true } as const;
    await happened(tx, office, {
      ...{ name: 'perpetrator-action.shut-again', ...about },
      data: { action: actionId },
    });
    if (leadId) await notify(tx, office, { staffIds: [leadId], kind: 'action_shut_again', caseId });
  }
}

/** After how long somebody is asked what came of a programme, and after how long again. Both are Lintel’s. */
const firstAfter = Temporal.Duration.from({ hours: 24 * 56 });
const againAfter = Temporal.Duration.from({ hours: 24 * 28 });

/** A referral to a programme of which nobody has said what came is no outcome: whoever leads the case is reminded. */
export async function remindOfProgrammes(tx: Tx, office: Office): Promise<void> {
  const { organisation, now } = office;
  const owed = await tx.rows(
    row,
    sql`select a.case_id as "caseId", a.id as "actionId", a.about_id as "aboutId", c.lead_id as "leadId"
      from perpetrator_action a
        join case_file c on c.organisation_id = a.organisation_id and c.id = a.case_id and c.closed_at is null
        join perpetrator_action_step t on t.organisation_id = a.organisation_id and t.action_id = a.id
          and t.step = 'taken' and t.recorded_at <= ${now.subtract(firstAfter)}
      where a.organisation_id = ${organisation} and a.kind = 'programme' and c.lead_id is not null
        and not exists (select from perpetrator_action_step o where o.organisation_id = a.organisation_id
          and o.action_id = a.id and o.step = 'outcome'
          and (o.outcome <> 'goes_on' or o.recorded_at > ${now.subtract(firstAfter)}))
        and not exists (select from notification n where n.organisation_id = a.organisation_id
          and n.kind = 'programme_outcome' and n.about_id = a.id and n.at > ${now.subtract(againAfter)})
      order by a.id limit ${atOnce}`,
  );
  for (const { caseId, actionId, leadId } of owed)
    if (leadId)
      await notify(tx, office, { staffIds: [leadId], kind: 'programme_outcome', caseId, aboutId: actionId });
}
