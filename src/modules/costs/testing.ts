import assert from 'node:assert/strict';
import type { Team } from '#modules/cases/testing.ts';
import { recordStep, wishToMove } from '#modules/moves/index.ts';
import { yearsUntil } from '#modules/support/index.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import type { CostKind } from './kinds.ts';
import { factsOf, recordAvoided } from './store/avoided.ts';
import { recordCost } from './store/costs.ts';
import { recordTime } from './store/times.ts';
import { yearsOfCosts } from './store/totals.ts';

export const today = Temporal.PlainDate.from('2026-07-01');
export const years = yearsUntil(Temporal.PlainDate.from('2026-08-15'));

export const costs = (
  team: Team,
  caseId: CaseId,
  kind: CostKind,
  pence: number,
  stage: 'billed' | 'quoted' = 'billed',
) =>
  team.as(team.worker, (tx, office) =>
    recordCost(tx, office, {
      ...{ caseId, kind, moveId: null, stage, pence, known: 'books', fellOn: today },
      words: 'Hollin Removals, two rooms',
    }),
  );
export const takes = (team: Team, caseId: CaseId, quarters: number) =>
  team.as(team.worker, (tx, office) =>
    recordTime(tx, office, { caseId, kind: 'visit', quarters, workedOn: today, role: 'da_worker' }),
  );
export const told = async (team: Team, by: StaffId, of = years) =>
  (await team.as(by, (tx) => yearsOfCosts(tx, of, 'Europe/London')))[0] ?? assert.fail();
/** The same as they are told once the year is over. */
export const yearsOver = yearsUntil(Temporal.PlainDate.from('2027-04-15'));
export const cases = (team: Team, many: number) =>
  Promise.all(Array.from({ length: many }, () => team.open(team.worker)));

/** Somebody moved. @returns the case and what shows it */
export async function moved(team: Team) {
  const caseId = await team.open(team.worker);
  await team.as(team.worker, async (tx, office) => {
    const moveId = await wishToMove(tx, office, {
      ...{ caseId, kind: 'transfer', wishedOn: today, words: 'Near my sister', bedrooms: 2 },
      ...{ adaptations: '', schools: '', withWhom: '' },
    });
    await recordStep(tx, office, { caseId, moveId, step: 'moved', dayOn: today, who: '', words: '' });
  });
  const [fact] = await team.as(team.worker, (tx) => factsOf(tx, team.organisation, caseId));
  return { caseId, factId: fact?.id ?? '' };
}
export const avoids = (team: Team, of: { caseId: CaseId; factId: string }) =>
  team.as(team.worker, (tx, office) =>
    recordAvoided(tx, office, {
      ...{ ...of, kind: 'temporary', saidBy: 'Ada Orne, lettings' },
      words: 'The council had a room for her from Monday',
    }),
  );
