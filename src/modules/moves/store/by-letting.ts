import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { triggerReview } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import { byLetting } from '../kinds.ts';
import { forTheTeam } from '../words.ts';

/**
 * Whoever was asked at their letting was to move in on that day: it stands among the moves of their open case, where
 * they are asked whether they feel safe there (V4.3a). Where they did not, it is written down as an error.
 */
export async function movedInByLetting(
  tx: Tx,
  office: Office,
  { caseId, on }: { readonly caseId: CaseId; readonly on: Temporal.PlainDate },
): Promise<void> {
  const { organisation, staff, now } = office;
  const [moveId, stepId] = [newId<string>(), newId<string>()];
  const happenedAt = whenItHappened(office, on);
  await tx.run(sql`insert into home_move (organisation_id, id, case_id, kind, wished_on, words, recorded_at,
      recorded_by)
    values (${organisation}, ${moveId}, ${caseId}, ${byLetting.value}, ${on}, ${agreed}, ${now}, ${staff})`);
  await tx.run(sql`insert into home_move_step (organisation_id, id, case_id, move_id, step, day_on, outcome,
      recorded_at, recorded_by)
    values (${organisation}, ${stepId}, ${caseId}, ${moveId}, 'moved', ${on}, 'not_compared', ${now}, ${staff})`);
  await happened(tx, office, {
    ...{ name: 'letting.moved-in', caseId, subjectId: moveId, happenedAt, recurs: true },
  });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt, knownAt: now, subjectId: stepId },
    words:
      `A move. They were to move in on ${dateInWords(on)}, as was agreed at the letting. ` +
      'Nobody has said yet that they did.',
  });
  await triggerReview(tx, office, { caseId, trigger: 'move', at: happenedAt, subjectId: stepId });
}

const agreed = 'They were asked at their letting, and wanted it handed on.';
