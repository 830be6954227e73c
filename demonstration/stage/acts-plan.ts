import { addAction, agreePlan, draftPlan, dropAction, finishAction } from '#modules/plans/index.ts';
import { today } from '#rules/calendar.ts';
import type { Acts, Progress } from './acting.ts';

export const planActs: Acts<'write-plan' | 'plan-action' | 'finish-action' | 'drop-action' | 'agree-plan'> = {
  async 'write-plan'({ acting: { tx, office }, caseId }, { wants, ownWords, wishes, emergency }) {
    await draftPlan(tx, office, { caseId, wants, ownWords, wishes, emergency });
    return undefined;
  },
  async 'plan-action'({ acting: { tx, office }, caseId, before }, { does: _, by: __, ...terms }) {
    const ownerId = terms.owner === 'colleague' ? office.staff : null;
    const actionId = await addAction(tx, office, { ...terms, caseId, copyWords: '', ownerId });
    return { actionIds: [...(before.actionIds ?? []), actionId] };
  },
  async 'finish-action'({ acting, caseId, before }, { nth, note }) {
    const actionId = nthAction(before, nth);
    if (actionId)
      await finishAction(acting.tx, acting.office, {
        caseId,
        actionId,
        happenedOn: today(acting.office),
        note,
      });
    return undefined;
  },
  async 'drop-action'({ acting: { tx, office }, caseId, before }, { nth, note }) {
    const actionId = nthAction(before, nth);
    if (actionId) await dropAction(tx, office, { caseId, actionId, reason: note });
    return undefined;
  },
  async 'agree-plan'({ acting, caseId }, { standing, ownWords, reason, again }) {
    const { tx, office } = acting;
    await agreePlan(tx, office, {
      caseId,
      standing,
      happenedAt: office.now,
      how: standing === 'agreed' ? 'phone' : 'not_with_them',
      present: '',
      interpreter: '',
      ownWords,
      reason,
      promptedBy: again ? 'date' : 'first',
      reviewOn: today(acting.office).add({ days: 28 }),
    });
    return undefined;
  },
};

function nthAction({ actionIds }: Progress, nth: number): string | undefined {
  return actionIds?.[nth];
}
