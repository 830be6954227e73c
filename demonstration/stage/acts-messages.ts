import type { Office } from '#kit/office.ts';
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
    const { around } = await aroundIn(acting, caseId);
    const messageId = await queueMessage(tx, office, {
      ...{ caseId, channel, over: 'first', says: 'neutral', words, askedForBy: 'team' },
      usefulUntil: lastDay(office),
      learners: whoWouldLearn({ by: [channel], to: 'person', over: 'first', around }, office.pack.words),
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

/** The last day on which it is of any use. */
export function lastDay(office: Office): Temporal.PlainDate {
  return today(office).add({ days: useful });
}

/** The case, and who is around them, as the page shows it before anything is written. */
export async function aroundIn(acting: Acting, caseId: CaseId) {
  const { tx, organisation, office } = acting;
  const file = await caseFile(acting, caseId);
  const [people, agreed, home] = await Promise.all([
    peopleIn(tx, organisation, caseId),
    agreedIn(tx, organisation, caseId),
    file.propertyId ? propertySummary(tx, organisation, file.propertyId) : null,
  ]);
  const { now, calendar } = office;
  return { file, around: await aroundThem(acting, { file, people, agreed, home, now, calendar }) };
}
