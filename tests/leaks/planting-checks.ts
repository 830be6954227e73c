import { newId } from '#kit/ids.ts';
import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/** What was recorded late in a case, and a kept promise of it that was drawn by chance. */
export async function plantChecks(into: Into, inCase: { readonly case_id: string }, obligation: string) {
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
  const sample = await into('promise_sample', { ...about, ...draw, answer: null, answered_at: null });
  return { late, sample };
}
