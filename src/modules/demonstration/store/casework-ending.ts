import { reopenCase } from '#modules/cases/index.ts';
import {
  decideClosing,
  pauseCase,
  proposeClosing,
  recordOutcome,
  resumeCase,
} from '#modules/closing/index.ts';
import type { Acts } from './casework.ts';

export const endingActs: Acts<'pause' | 'resume' | 'close' | 'sign-closing' | 'outcome' | 'reopen'> = {
  async pause({ acting, caseId }, { wish, next }) {
    const { tx, author, pack, calendar } = acting;
    const pause = { pack, calendar, caseId, wish, next, how: '', callOff: [] };
    return { pauseId: await pauseCase(tx, author, pause) };
  },
  async resume({ acting, caseId, before }, { reason }) {
    const { tx, author, pack, calendar } = acting;
    const pauseId = before.pauseId ?? '';
    await resumeCase(tx, author, { pack, calendar, caseId, pauseId, reason, why: '' });
    return undefined;
  },
  async close({ acting: { tx, author, pack, calendar }, caseId }, { why }) {
    const { closingId } = await proposeClosing(tx, author, {
      pack,
      calendar,
      caseId,
      reason: 'support_complete',
      why,
      told: 'told',
      toldHow: 'By phone, at the agreed time',
      wayBack: 'Our number, and the word that was agreed',
    });
    return { closingId };
  },
  async 'sign-closing'({ acting: { tx, author, pack, calendar }, caseId, before }) {
    const closingId = before.closingId ?? '';
    const signed = { decision: 'signed', why: '' } as const;
    await decideClosing(tx, author, { pack, calendar, caseId, closingId, version: 1, ...signed });
    return undefined;
  },
  async outcome({ acting: { tx, author }, caseId }, { answers, words }) {
    await recordOutcome(tx, author, { ...answers, caseId, words });
    return undefined;
  },
  async reopen({ acting: { tx, author, pack, calendar }, caseId }, { why }) {
    await reopenCase(tx, author, { pack, calendar, caseId, reason: 'they_came_back', why });
    return undefined;
  },
};
