import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/** That it is said to be the other way round, and what one judged; it waits for a manager. */
export async function plantAccounts(
  into: Into,
  inCase: { readonly case_id: string },
  feared: string,
): Promise<{ readonly counterJudgement: string }> {
  await into('counter_allegation', { ...inCase, about_id: feared, source: 'police' });
  const counterJudgement = await into('counter_judgement', {
    ...{ ...inCase, about_id: feared, heard: 'alone', conclusion: 'harmed', specialist: 'harmed' },
    ...{ signs: '{"fear": "harmed", "control": "harmed"}', specialist_on: '2026-11-17' },
    ...{ decision: null, decided_at: null, decided_by: null },
  });
  return { counterJudgement };
}
