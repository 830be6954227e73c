import type { Plant } from './planting-plans.ts';
import type { Things } from './things.ts';

/** What it cost, how long it took, and what was avoided, once as it stands and once struck out. */
export async function plantCosts(
  plant: Plant,
  inCase: { readonly case_id: string },
  move: string,
): Promise<Pick<Things, 'caseCost' | 'workTime' | 'avoidedCost'>> {
  const stands = { struck_at: null, struck_by: null, struck_why: '' };
  const out = { struck_at: '2026-11-18T11:00:00Z' };
  const cost = {
    ...{ ...inCase, kind: 'removal', move_id: move, stage: 'billed', pence: 24_000, known: 'bill' },
    ...{ fund_id: null, fund_at: null, fund_by: null },
  };
  const caseCost = await plant('case_cost', { ...cost, ...stands });
  await plant('case_cost', { ...cost, ...out });
  const took = { ...inCase, kind: 'visit', quarters: 6, role: 'da_worker' };
  const workTime = await plant('work_time', { ...took, struck_at: null, struck_why: '' });
  await plant('work_time', { ...took, ...out });
  const moved = { ...inCase, move_id: move, step: 'moved', outcome: 'same' };
  const [fact_id, other] = [await plant('home_move_step', moved), await plant('home_move_step', moved)];
  const avoided = { ...inCase, kind: 'temporary', fact: 'moved' };
  const avoidedCost = await plant('avoided_cost', { ...avoided, fact_id, ...stands });
  await plant('avoided_cost', { ...avoided, fact_id: other, ...out });
  return { caseCost, workTime, avoidedCost };
}

/** What an hour costs, with its source: whoever reads costs reads it, and it tells of nobody. */
export async function plantRate(plant: Plant): Promise<void> {
  await plant('cost_rate', { kind: 'hour', pence: 2_400 });
}
