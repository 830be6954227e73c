import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { reopenCase } from '#modules/cases/index.ts';
import {
  decideClosing,
  pauseCase,
  proposeClosing,
  recordOutcome,
  restFacts,
  resumeCase,
} from '#modules/closing/index.ts';
import { answerDanger } from '#modules/danger/index.ts';
import { moveIsOver, movesOf, recordStep } from '#modules/moves/index.ts';
import { offersOf, recordLook } from '#modules/support/index.ts';
import { lookOwed } from '#modules/support/pure.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { Acts } from './acting.ts';

export const endingActs: Acts<'pause' | 'resume' | 'close' | 'sign-closing' | 'outcome' | 'reopen'> = {
  async pause({ acting, caseId }, { wish, next }) {
    const { tx, office, organisation } = acting;
    const pause = { caseId, wish, next, how: '', callOff: [] };
    const file = await openFile(tx, organisation, caseId);
    if (!file) throw new Error(`A pause of a case that is not there: ${caseId}`);
    const { needsTwo } = await restFacts(tx, organisation, file);
    // What a manager has to decide about stays as it is: nobody pauses it alone.
    return needsTwo.length === 0 ? { pauseId: await pauseCase(tx, office, pause) } : undefined;
  },
  async resume({ acting, caseId, before }, { reason }) {
    const { tx, office } = acting;
    const { pauseId } = before;
    if (!pauseId) return undefined;
    await resumeCase(tx, office, { caseId, pauseId, reason, why: '' });
    return undefined;
  },
  async close({ acting: { tx, office, organisation }, caseId }, { why }) {
    await leavesMoves(tx, office, organisation, caseId);
    await looksThemselves(tx, office, organisation, caseId);
    const { closingId } = await proposeClosing(tx, office, {
      caseId,
      reason: 'support_complete',
      why,
      told: 'told',
      toldHow: 'By phone, at the agreed time',
      wayBack: 'Our number, and the word that was agreed',
    });
    return { closingId };
  },
  async 'sign-closing'({ acting: { tx, office }, caseId, before }) {
    const closingId = before.closingId ?? '';
    const signed = { decision: 'signed', why: '' } as const;
    await decideClosing(tx, office, { caseId, closingId, version: 1, ...signed });
    return undefined;
  },
  async outcome({ acting: { tx, office }, caseId }, { answers, words }) {
    await recordOutcome(tx, office, { ...answers, caseId, words });
    return undefined;
  },
  async reopen({ acting: { tx, office }, caseId }, { why }) {
    await reopenCase(tx, office, { caseId, reason: 'they_came_back', why });
    const asked = { answer: 'no', words: '' } as const;
    await answerDanger(tx, office, { caseId, how: 'reopened', askedAt: office.now, asked });
    return undefined;
  },
};

/** What was fitted is looked at again by whoever lives with it: they say so before the case is closed. */
async function looksThemselves(tx: Tx, office: Office, organisation: OrganisationId, caseId: CaseId) {
  for (const { id: offerId, kindOf, steps } of await offersOf(tx, organisation, caseId))
    if (lookOwed(kindOf, steps)?.over === false)
      await recordLook(tx, office, {
        ...{ caseId, offerId, step: 'look_handed_on', way: 'phone', happenedOn: today(office) },
        words: '“I try it myself on the first of each month, and I would ring you.”',
      });
}

/** Asked as the case comes to its end, they do not want to move any more: what is open stands in front of closing. */
async function leavesMoves(tx: Tx, office: Office, organisation: OrganisationId, caseId: CaseId) {
  for (const move of await movesOf(tx, organisation, caseId))
    if (!moveIsOver(move))
      await recordStep(tx, office, {
        ...{ caseId, moveId: move.id, step: 'not_wanted', dayOn: today(office), who: '' },
        words: '“I feel at home here again. Leave it.”',
      });
}
