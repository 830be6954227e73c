import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { notify } from '#modules/obligations/index.ts';
import { type CaseId, caseRoles } from '#rules/facts.ts';
import { letIn } from '../access.ts';
import { insertGrant, wallAndMembers } from './access.ts';

const row = z.object({ caseId: id<CaseId>(), told: z.boolean() });

/**
 * Open cases that nobody may see any more: a conflict that somebody has with one case of a person goes along to all of
 * theirs, by whichever way the person became known, and may shut out the last who saw one. The managers without a
 * conflict are let in and told; where there is none, the data protection officers are told once, and not of what.
 */
export async function openWhatNobodySees(tx: Tx, office: Office): Promise<void> {
  const { organisation } = office;
  const unseen = await tx.rows(
    row,
    sql`select c.id as "caseId", exists (select from event e where e.organisation_id = c.organisation_id
        and e.case_id = c.id and e.name = 'wall.seen-by-nobody' and e.at >= (select max(k.recorded_at)
          from case_conflict k where k.organisation_id = c.organisation_id and k.case_id = c.id)) as told
      from case_file c where c.organisation_id = ${organisation} and c.closed_at is null
        and cardinality(c.blocked_staff) > 0 and not exists (select from staff s
          where s.organisation_id = c.organisation_id and s.ended_at is null and s.roles && ${[...caseRoles]}::text[]
            and not s.id = any (c.blocked_staff) and (s.id = any (c.granted_staff) or s.roles && c.granted_roles))
      limit 100`,
  );
  for (const { caseId, told } of unseen) {
    const [wall, members] = await wallAndMembers(tx, office, caseId);
    const managers = letIn(wall, members);
    const reason = 'A conflict had left nobody who could see it';
    for (const { id: staffId } of managers) await insertGrant(tx, office, { caseId, staffId, reason });
    if (managers.length === 0 && told) continue;
    await record(tx, office, { name: 'wall.seen-by-nobody', caseId, data: { letIn: managers.length } });
    if (managers.length > 0) {
      const staffIds = managers.map((manager) => manager.id);
      await notify(tx, office, { staffIds, kind: 'let_in_alone', caseId });
    } else {
      const officers = await listStaff(tx, organisation, { roles: ['data_protection_officer'] });
      const staffIds = officers.map((each) => each.id).filter((each) => !wall.blockedStaff.includes(each));
      await notify(tx, office, { staffIds, kind: 'seen_by_nobody' });
    }
  }
}
