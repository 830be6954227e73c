import { agreedIn } from '#modules/agreement/index.ts';
import { aroundThem, peopleIn } from '#modules/case-file/index.ts';
import { queueMessage, withdraw } from '#modules/outgoing/index.ts';
import { propertySummary } from '#modules/register/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { whoWouldLearn } from '#rules/who-would-learn.ts';
import type { Acting, Acts } from './acting.ts';
import { caseFile } from './casework-file.ts';

/** For so many days a message is of any use, as on its form: for a week. */
const useful = 6;

export const messageActs: Acts<'write-message' | 'withdraw-message'> = {
  async 'write-message'({ acting, caseId }, { channel, words }) {
    const { tx, office } = acting;
    const outlets = channel === 'post' ? (['letter', 'print'] as const) : ([channel] as const);
    const around = await aroundIn(acting, caseId);
    const messageId = await queueMessage(tx, office, {
      ...{ caseId, channel, over: 'first', says: 'neutral', words, askedForBy: 'team' },
      usefulUntil: today(office).add({ days: useful }),
      learners: whoWouldLearn({ by: outlets, to: 'person', over: 'first', around }, office.pack.words),
    });
    return { messageId };
  },
  async 'withdraw-message'({ acting, caseId, before }, { by, why }) {
    await caseFile(acting, caseId);
    const staff = acting.colleagues.get(by)?.id;
    const { messageId: message } = before;
    if (staff && message) await withdraw(acting.tx, { ...acting.office, staff }, { caseId, message }, why);
    return undefined;
  },
};

/** As the page shows it before anything is written. */
async function aroundIn(acting: Acting, caseId: CaseId) {
  const { tx, organisation, office } = acting;
  const file = await caseFile(acting, caseId);
  const [people, agreed, home] = await Promise.all([
    peopleIn(tx, organisation, caseId),
    agreedIn(tx, organisation, caseId),
    file.propertyId ? propertySummary(tx, organisation, file.propertyId) : null,
  ]);
  return aroundThem(acting, { file, people, agreed, home, now: office.now, calendar: office.calendar });
}
