import type { Given } from './rows.ts';
import type { Things } from './things.ts';

/** Mediation that somebody asked for, with what was said, looked at and advised; it waits for a manager. */
export async function plantMediation(
  into: (table: string, given: Given) => Promise<string>,
  inCase: { readonly case_id: string },
): Promise<Things> {
  const mediation = await into('mediation', { ...inCase, idea: 'theirs' });
  const of = { ...inCase, mediation_id: mediation };
  const wish = await into('mediation_wish', { ...of, wish: 'wants', alone: 'yes' });
  const test = await into('mediation_test', {
    ...{ ...of, joint: 'yes', coercive: 'no', honour: 'no', court_order: 'no' },
    ...{ afraid: 'no', pressed: 'no', level: 'high' },
  });
  const advice = await into('mediation_advice', { ...of, says: 'safe' });
  const waits = { decision: null, decided_at: null, decided_by: null };
  const mediationDecision = await into('mediation_decision', {
    ...{ ...of, ...waits, wish_id: wish, test_id: test, advice_id: advice },
  });
  const nobody = { who: '', way: '', day_on: null, while_shut: false };
  await into('mediation_step', { ...of, ...nobody, step: 'stopped', why: 'not_safe' });
  return { mediation, mediationDecision };
}
