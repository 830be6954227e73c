import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { labelOf } from '#rules/words.ts';
import { type LookedSaid, lookedSaid, problems, shutWhys } from '../link.ts';
import { lowered } from '../words.ts';
import type { WorksAnswer } from './links.ts';

export interface Stop {
  readonly caseId: CaseId;
  readonly orderId: string;
  /** Null: it was read out on the telephone. */
  readonly linkId: string | null;
  /** As they call themselves; '': the program. */
  readonly reader: string;
  readonly outcome: 'cannot' | 'problem' | 'shut';
  readonly problem: string;
  readonly words: string;
  readonly contractor: string;
  readonly job: string;
}

/** Something does not go on as it was ordered: owed at once, and told to whoever leads, ordered and sent it. */
export async function writeStop(tx: Tx, office: Office, stop: Stop): Promise<string> {
  const { organisation, now } = office;
  const { caseId, orderId, linkId, reader, outcome, problem, words } = stop;
  const subjectId = newId<string>();
  await tx.run(sql`insert into works_answer (organisation_id, id, case_id, order_id, link_id, at, reader, outcome,
      problem, words)
    values (${organisation}, ${subjectId}, ${caseId}, ${orderId}, ${linkId}, ${now}, ${reader}, ${outcome},
      ${problem}, ${words})`);
  await addEntry(tx, office, {
    ...{
      kind: 'note',
      source: outcome === 'shut' ? 'record' : 'contractor',
      disclosableTo: [],
      caseId,
      subjectId,
    },
    ...{ happenedAt: now, knownAt: now, words: stopInWords(stop) },
  });
  const why = [`work_${outcome === 'problem' ? problem : outcome}`];
  await happened(tx, office, {
    name: 'security.work-stopped',
    caseId,
    subjectId,
    recurs: true,
    data: { why },
  });
  const staffIds = await whomItConcerns(tx, office, stop);
  await notify(tx, office, { staffIds, kind: 'works_stopped', caseId, aboutId: subjectId });
  return subjectId;
}

const concernedRow = z.object({
  leadId: id<StaffId>().nullable(),
  placedBy: id<StaffId>().nullable(),
  sentBy: id<StaffId>().nullable(),
});

async function whomItConcerns(
  tx: Tx,
  { organisation }: Office,
  { orderId, linkId }: Stop,
): Promise<readonly StaffId[]> {
  const { leadId, placedBy, sentBy } = await tx.one(
    concernedRow,
    sql`select c.lead_id as "leadId", w.placed_by as "placedBy", l.sent_by as "sentBy"
      from works_order w
      join case_file c on c.organisation_id = w.organisation_id and c.id = w.case_id
      left join works_link l on l.organisation_id = w.organisation_id and l.id = ${linkId}
      where w.organisation_id = ${organisation} and w.id = ${orderId}`,
  );
  const managers = leadId ? [] : await listStaff(tx, organisation, { roles: ['da_manager'] });
  const all = [leadId, placedBy, sentBy, ...managers.map((each) => each.id)];
  return [...new Set(all.filter((each) => each !== null))];
}

export function stopInWords(
  stop: Pick<Stop, 'linkId' | 'outcome' | 'problem' | 'words' | 'contractor' | 'job' | 'reader'>,
): string {
  const { linkId, outcome, problem, words, contractor, job, reader } = stop;
  const said = words.trim() === '' ? '' : `\n\n${words.trim()}`;
  if (outcome === 'shut' && linkId === null)
    return `${job}: nobody of ${contractor} may be sent any more, and the order still stands with them.`;
  if (outcome === 'shut')
    return `${job}: the link at ${contractor} opens nothing any more. ${labelOf(shutWhys, words)}.`;
  const what = outcome === 'cannot' ? 'they cannot come' : lowered(labelOf(problems, problem));
  return `${job}. ${contractor}, ${reader}: ${what}.${said}`;
}

/** What was done about it; not to have reached somebody settles nothing. False: somebody was first. */
export async function lookIntoStop(
  tx: Tx,
  office: Office,
  { caseId, stop, said, words }: { caseId: CaseId; stop: WorksAnswer; said: LookedSaid; words: string },
): Promise<boolean> {
  const { organisation, staff, now } = office;
  const { id: subjectId } = stop;
  if (said === 'not_reached')
    await happened(tx, office, { name: 'security.work-asked-after', caseId, subjectId });
  else {
    const done = await tx.run(sql`update works_answer set looked_at = ${now}, looked_by = ${staff},
        looked_said = ${said}, looked_words = ${words}
      where organisation_id = ${organisation} and case_id = ${caseId} and id = ${subjectId} and looked_at is null`);
    if (done === 0) return false;
    await happened(tx, office, {
      ...{ name: 'security.work-looked-into', caseId, subjectId, keepsOnly: 'its subject' },
    });
  }
  await addEntry(tx, office, {
    ...{ kind: 'note', source: said === 'spoke' ? 'person' : 'record', disclosableTo: [], caseId, subjectId },
    ...{
      happenedAt: now,
      knownAt: now,
      words: `What stopped a contractor. ${labelOf(lookedSaid, said)}. ${words}`,
    },
  });
  return true;
}
