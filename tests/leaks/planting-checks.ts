import { newId } from '#kit/ids.ts';
import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/** What was recorded late in a case, and two kept promises that were drawn by chance: of it, and of what was told. */
export async function plantChecks(
  into: Into,
  inCase: { readonly case_id: string },
  obligation: string,
  disclosure: string,
) {
  const about = { ...inCase, obligation_id: obligation };
  const waits = await into('obligation', {
    ...inCase,
    disclosure_id: null,
    commitment: 'triage',
    outcome: 'recorded_late',
    ended_at: '2026-11-18T09:00:00Z',
    ended_why: null,
  });
  const open = { decision: null, decided_at: null };
  const late = await into('late_record', { ...inCase, obligation_id: waits, ...open });
  const draw = { month: '2026-10-01', team: newId() };
  await into('sample_draw', { ...draw, id: undefined });
  const unanswered = { ...draw, answer: null, answered_at: null };
  const sample = await into('promise_sample', { ...about, ...unanswered, disclosure_id: null });
  const toldSample = await into('promise_sample', {
    ...unanswered,
    case_id: null,
    disclosure_id: disclosure,
    obligation_id: waits,
  });
  return { late, sample, toldSample };
}
