import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/** Breathing space of a case that was looked at and waits for a manager, and a Debt Respite Scheme that goes on. */
export async function plantBreathingSpace(
  into: Into,
  inCase: { readonly case_id: string },
  colleague: string | undefined,
) {
  const open = { ended_at: null, ended_by: null };
  const space = await into('breathing_space', {
    ...{ ...inCase, ...open, disclosure_id: null, ended_because: null, months: 2 },
  });
  await into('breathing_space_step', { space_id: space, step: 'reviewed', because: '', told: '' });
  await into('court_step_met', {
    ...{
      ...inCase,
      disclosure_id: null,
      step_id: null,
      how: 'taken',
      step: 'notice',
      recorded_by: colleague,
    },
  });
  const waits = { decision: null, decided_at: null, decided_by: null };
  const spaceProposal = await into('breathing_space_proposal', {
    ...{ ...inCase, ...waits, space_id: space, asks: 'again', because: '', until: null },
  });
  const respite = await into('debt_respite', {
    ...{ ...inCase, ...open, kind: 'standard', treatment_ended_on: null, ended_on: null, ended_why: '' },
  });
  return { spaceProposal, respite };
}
