import { plantHousing } from './planting-housing.ts';
import { type MoveThings, plantMove } from './planting-moves.ts';
import { marker, type Scope } from './secrets.ts';

/** Plants a row, and says its id. */
export type Plant = (table: string, given: Readonly<Record<string, unknown>>) => Promise<string>;

export interface PlanThings extends MoveThings {
  readonly planAction: string;
  readonly offer: string;
  readonly advice: string;
  readonly supportCost: string;
  readonly planVersion: string;
  readonly planCopy: string;
}

/** A plan with something in every part of it: words, an action with its history, an offer, a version and a copy. */
export async function plantPlan(
  plant: Plant,
  scope: Scope,
  inCase: { readonly case_id: string },
): Promise<PlanThings> {
  await plant('plan_words', inCase);
  const planAction = await plant('plan_action', { ...inCase, owner: 'agency', owner_id: null });
  await plant('plan_action_entry', { ...inCase, action_id: planAction });
  const offer = await plant('support_offer', { ...inCase, kind: 'money' });
  const step = { ...inCase, offer_id: offer, ending: '', strikes_id: null, share_id: null, way: 'phone' };
  await plant('support_step', { ...step, number: 1, step: 'taken' });
  await plant('support_step', {
    ...{ ...step, number: 2, step: 'details' },
    answers: JSON.stringify({ wish: marker(scope, 'support_step', 'answers') }),
  });
  const supportCost = await plant('support_cost', {
    ...{ ...inCase, offer_id: offer, decision: null, decided_at: null, decided_by: null, pence: 64_000 },
  });
  const said = marker(scope, 'plan_version', 'content');
  const planVersion = await plant('plan_version', {
    ...inCase,
    content: JSON.stringify({
      words: { wants: 'undecided', ownWords: said, wishes: said, emergency: said },
      actions: [],
      options: [{ id: offer, what: said, answer: 'declined' }],
    }),
  });
  const planCopy = await plant('plan_copy', {
    ...inCase,
    version_id: planVersion,
    lines: JSON.stringify([{ section: 'want', text: marker(scope, 'plan_copy', 'lines') }]),
  });
  for (const [what, subject_id] of [
    ['plan_aloud', inCase.case_id],
    ['plan_copy', planCopy],
  ])
    await plant('shown_before_leaving', { ...inCase, what, subject_id });
  const advice = await plantHousing(plant, inCase);
  const ofMove = await plantMove(plant, inCase);
  return { planAction, offer, supportCost, advice, ...ofMove, planVersion, planCopy };
}
