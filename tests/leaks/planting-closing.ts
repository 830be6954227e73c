import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/** How a case rests, what became of it, and how it was to be closed and was opened again. */
export async function plantClosing(into: Into, inCase: { readonly case_id: string }) {
  const pause = await into('case_pause', { ...inCase, ended_at: null });
  const closing = await into('case_closing', {
    ...inCase,
    state_before: 'active',
    risk_level: 'standard',
    decision: null,
    decided_at: null,
  });
  const pauseProposal = await into('pause_proposal', {
    ...inCase,
    why_two: ['no_lead'],
    decision: null,
    decided_at: null,
  });
  await into('case_outcome', { ...inCase, closing_id: closing });
  await into('case_reopening', inCase);
  return { pause, pauseProposal, closing };
}
