import { agreementHistory } from '#modules/agreement/index.ts';
import { agreementAt } from '#modules/agreement/pure.ts';
import { openFile } from '#modules/case-file/index.ts';
import { recordContact } from '#modules/contact/index.ts';
import { heldAgainst, overWhich, saysReached } from '#modules/contact/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Action } from '../script/steps.ts';
import type { Acting } from './acting.ts';

type ContactAction = Extract<Action, { readonly does: 'contact' }>;

/**
 * As colleagues make contact: within what was agreed. Where the script’s moment would be outside of it, the person rang
 * us, or the attempt was made at the last agreed half-hour before; what goes against it on purpose says what is to be
 * done now.
 */
export async function makeContact(
  { tx, office, organisation }: Acting,
  caseId: CaseId,
  action: ContactAction,
  agreed: boolean,
): Promise<void> {
  const {
    happenedAt,
    channel,
    outcome,
    withWhom,
    notes,
    maySuspect,
    doNow,
    danger,
    inTheirTimes = 'yes',
  } = action;
  const [file, history] = await Promise.all([
    openFile(tx, organisation, caseId),
    agreementHistory(tx, organisation, caseId),
  ]);
  if (!file) throw new Error(`A contact in a case that is not there: ${caseId}`);
  const asAgreed = (at: Temporal.Instant) => {
    const made = { channel, outcome, begunBy: 'us', inTheirTimes, happenedAt: at } as const;
    return (
      heldAgainst(made, overWhich(undefined, 'us', agreementAt(history, at)), office.calendar).length === 0
    );
  };
  const contact = {
    ...{ file, channel, outcome, withWhom, inTheirTimes, danger, notes },
    ...(maySuspect !== undefined && { maySuspect }),
    ...(agreed && { stillRight: 'same' as const }),
  };
  if (doNow !== undefined || asAgreed(happenedAt)) {
    await recordContact(tx, office, { ...contact, happenedAt, ...(doNow !== undefined && { doNow }) });
    return;
  }
  if (saysReached(outcome) || outcome === 'call_dropped' || outcome === 'someone_else_answered') {
    await recordContact(tx, office, { ...contact, happenedAt, begunBy: 'them' });
    return;
  }
  const halfHours = Array.from({ length: halfDay }, (_, nth) => happenedAt.subtract({ minutes: 30 * nth }));
  const before = halfHours.find(asAgreed);
  if (before) await recordContact(tx, office, { ...contact, happenedAt: before });
}

/** Half-hours looked back over. */
const halfDay = 24;
