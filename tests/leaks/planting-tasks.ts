import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/**
 * What is to be done in a case and how it was reviewed, in the hands of somebody whom a conflict may have shut
 * out since;
 * and how a colleague is, which is nobody's but the two who spoke.
 */
export async function plantTasks(
  into: Into,
  inCase: { readonly case_id: string },
  { owner, colleague }: { readonly owner: string | undefined; readonly colleague: string | undefined },
) {
  const task = await into('task', {
    ...inCase,
    owner_id: owner,
    from_page: 'case',
    state: 'open',
    ended_at: null,
    due_on: '2026-11-17',
  });
  await into('task_change', { task_id: task, how: 'added' });
  await into('supervision', { ...inCase, lead_id: owner });
  await into('wellbeing_check', { staff_id: colleague });
  const reassignment = await into('reassignment', { undoes_id: null });
  await into('reassignment_move', {
    ...inCase,
    reassignment_id: reassignment,
    from_id: colleague,
    to_id: owner,
  });
  return { task, reassignment };
}
