import { insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { fearsAnswers, viewAnswers } from '#rules/their-view.ts';
import { labelOf } from '#rules/words.ts';
import { notOpen } from '../deciding.ts';
import { forTheTeam } from '../words.ts';
import { loadAction } from './load.ts';
import { notOver, stopIfItRaises } from './moves.ts';
import type { ViewRow } from './rows.ts';

export interface NewView
  extends Pick<ViewRow, 'answer' | 'fears' | 'asker' | 'way' | 'words' | 'changed' | 'askedAt'> {
  readonly caseId: CaseId;
  readonly actionId: string;
}

/** What they say to it, or why nobody could ask (L2.11, V4.5a). What they feared is not unsaid without a change. */
export async function recordView(tx: Tx, office: Office, view: NewView): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId, actionId, answer, fears, asker, way, words, changed, askedAt } = view;
  const { action } = await loadAction(tx, office, caseId, actionId);
  notOver(action);
  if (action.views[0]?.fears === 'yes' && fears !== 'yes' && changed === '')
    insist(notOpen('They feared that it would make things worse. Say what has changed.'));
  const viewId = newId<string>();
  await tx.run(sql`insert into perpetrator_action_view (organisation_id, id, case_id, action_id, answer, fears, asker,
      way, words, changed, asked_at, recorded_at, recorded_by)
    values (${organisation}, ${viewId}, ${caseId}, ${actionId}, ${answer}, ${fears}, ${asker}, ${way}, ${words},
      ${changed}, ${askedAt}, ${now}, ${staff})`);
  const about = { caseId, subjectId: actionId, happenedAt: askedAt, data: { why: `view_${answer}` } };
  await happened(tx, office, { name: 'perpetrator-action.view-recorded', ...about });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt: askedAt, knownAt: askedAt, subjectId: actionId },
    words:
      `What they say to what is proposed: ${labelOf(viewAnswers, answer)}. ` +
      `Do they think that it would make things worse? ${labelOf(fearsAnswers, fears)}. ` +
      `Asked by ${[asker, way].filter(Boolean).join(', ')}. ` +
      `${words} ${changed}`.trim(),
  });
  await stopIfItRaises(tx, office, caseId, actionId);
}
