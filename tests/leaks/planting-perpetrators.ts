import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/** Something proposed about whoever is feared, with all that was said, tested and done; it waits for a manager. */
export async function plantAction(
  into: Into,
  inCase: { readonly case_id: string },
  feared: string,
): Promise<{ readonly action: string; readonly actionDecision: string }> {
  const action = await into('perpetrator_action', { ...inCase, about_id: feared, kind: 'warning' });
  const of = { ...inCase, action_id: action };
  const view = await into('perpetrator_action_view', { ...of, answer: 'support', fears: 'no' });
  const yesOrNo = {
    reveals: 'no',
    together: 'no',
    children: 'no',
    suicide: 'no',
    weapons: 'no',
    honour: 'no',
  };
  const test = await into('perpetrator_action_test', {
    ...{ ...of, ...yesOrNo, fails: 'no', worse: 'no', court_order: 'none', goes: 'stays', level: 'high' },
    specialist: 'does_not_raise',
  });
  const waits = { decision: null, decided_at: null, decided_by: null };
  const actionDecision = await into('perpetrator_action_decision', {
    ...{ ...of, ...waits, view_id: view, test_id: test },
  });
  await into('programme_safety', { ...inCase, about_id: feared, answer: 'may_go', asked: 'asked' });
  await into('perpetrator_action_step', { ...of, step: 'outcome', outcome: 'held' });
  return { action, actionDecision };
}
