import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { openFile, peopleIn } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { actionKind, actionsOn } from '#rules/action-kinds.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { notOpen } from '../deciding.ts';
import { forTheTeam } from '../words.ts';

export interface NewAction {
  readonly caseId: CaseId;
  readonly aboutId: string;
  readonly kind: string;
  readonly what: string;
}

/** Something may be done about whoever is feared: nothing follows from it yet. @returns its id */
export async function proposeAction(tx: Tx, office: Office, action: NewAction): Promise<string> {
  const { organisation, staff, now, calendar } = office;
  const { caseId, aboutId, kind, what } = action;
  const [file, people] = await Promise.all([
    openFile(tx, organisation, caseId),
    peopleIn(tx, organisation, caseId),
  ]);
  const about = people.find(({ id }) => id === aboutId);
  if (!file || about?.part !== 'alleged_perpetrator' || about.endedAt !== null) throw notFound();
  if (file.closedAt) insist(notOpen('The case is closed.'));
  if (!actionsOn(today(office), calendar.rules).some(({ value }) => value === kind))
    insist(notOpen('It is not law here today.'));
  const actionId = newId<string>();
  await tx.run(sql`insert into perpetrator_action (organisation_id, id, case_id, about_id, kind, what, proposed_by,
      proposed_at)
    values (${organisation}, ${actionId}, ${caseId}, ${aboutId}, ${kind}, ${what}, ${staff}, ${now})`);
  const data = { kind };
  await happened(tx, office, { name: 'perpetrator-action.proposed', caseId, subjectId: actionId, data });
  const label = actionKind(kind)?.label ?? kind;
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt: now, knownAt: now, subjectId: actionId, aboutId },
    words: `Proposed, and nothing done yet: ${label}. ${what}`,
  });
  return actionId;
}
