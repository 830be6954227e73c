import {
  addAction,
  agreePlan,
  draftPlan,
  dropAction,
  finishAction,
  offerOption,
} from '#modules/plans/index.ts';
import { atTheOffice } from '#rules/calendar.ts';
import type { Acts } from './casework.ts';
import type { Acting, Progress } from './play.ts';

export const planActs: Acts<
  'write-plan' | 'plan-action' | 'finish-action' | 'drop-action' | 'offer' | 'agree-plan'
> = {
  async 'write-plan'({ acting: { tx, author }, caseId }, { wants, ownWords, wishes, emergency }) {
    await draftPlan(tx, author, { caseId, wants, ownWords, wishes, emergency });
    return undefined;
  },
  async 'plan-action'({ acting: { tx, author }, caseId, before }, { does: _, by: __, ...terms }) {
    const ownerId = terms.owner === 'colleague' ? author.staff : null;
    const actionId = await addAction(tx, author, { ...terms, caseId, copyWords: '', ownerId });
    return { actionIds: [...(before.actionIds ?? []), actionId] };
  },
  async 'finish-action'({ acting, caseId, before }, { nth, note }) {
    const actionId = nthAction(before, nth);
    if (actionId)
      await finishAction(acting.tx, acting.author, { caseId, actionId, happenedOn: today(acting), note });
    return undefined;
  },
  async 'drop-action'({ acting: { tx, author }, caseId, before }, { nth, note }) {
    const actionId = nthAction(before, nth);
    if (actionId) await dropAction(tx, author, { caseId, actionId, reason: note });
    return undefined;
  },
  async offer({ acting, caseId }, { kind, what, answer, ownWords }) {
    const { tx, author } = acting;
    await offerOption(tx, author, { caseId, kind, what, answer, ownWords, offeredOn: today(acting) });
    return undefined;
  },
  async 'agree-plan'({ acting, caseId }, { standing, ownWords, reason, again }) {
    const { tx, author, pack, calendar } = acting;
    await agreePlan(tx, author, {
      pack,
      calendar,
      caseId,
      standing,
      happenedAt: author.now,
      how: standing === 'agreed' ? 'phone' : 'not_with_them',
      present: '',
      interpreter: '',
      ownWords,
      reason,
      promptedBy: again ? 'date' : 'first',
      reviewOn: today(acting).add({ days: 28 }),
    });
    return undefined;
  },
};

function nthAction({ actionIds }: Progress, nth: number): string | undefined {
  return actionIds?.[nth];
}

function today({ author, calendar }: Acting): Temporal.PlainDate {
  return atTheOffice(author.now, calendar).toPlainDate();
}
