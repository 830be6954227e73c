import { addPerson } from '#modules/case-file/index.ts';
import type { Team } from '#modules/cases/testing.ts';
import { stateLevel } from '#modules/risk-level/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { SafetyAnswers } from '#rules/safety-test.ts';
import { safeAnswers } from '../../../tests/any-action-facts.ts';
import { putToManager } from './store/decisions.ts';
import { proposeAction } from './store/propose.ts';
import { recordTest } from './store/tests.ts';
import { recordView } from './store/views.ts';

const medium: Parameters<typeof stateLevel>[3] = {
  ...{ level: 'medium', reason: 'What happened and what she says', grounds: [], callOuts: null },
  lastMaracOn: null,
};

/** A case whose risk was judged, with somebody who is feared, and a warning that is proposed. */
export async function aWarning(team: Team): Promise<{ readonly caseId: CaseId; readonly actionId: string }> {
  const caseId = await team.open(team.worker);
  const actionId = await team.as(team.worker, async (tx, office) => {
    await stateLevel(tx, office, caseId, medium);
    const part = 'alleged_perpetrator' as const;
    const feared = { caseId, personId: null, describedAs: 'Her brother', part, connection: '', notes: '' };
    const aboutId = await addPerson(tx, office, feared);
    return proposeAction(tx, office, { caseId, aboutId, kind: 'warning', what: 'A letter about the noise' });
  });
  return { caseId, actionId };
}

interface Asked {
  readonly caseId: CaseId;
  readonly actionId: string;
}

/** They support it, and were just asked. */
export function theySupportIt(team: Team, { caseId, actionId }: Asked, now?: Temporal.Instant) {
  return team.as(
    team.worker,
    (tx, office) =>
      recordView(tx, office, {
        ...{ caseId, actionId, answer: 'support', fears: 'no', asker: 'The worker', way: 'On the phone' },
        ...{ words: 'She wants him to be told', changed: '', askedAt: office.now },
      }),
    now,
  );
}

/** By that colleague, and safe but for these answers. */
export function isTested(
  team: Team,
  { caseId, actionId }: Asked,
  answers: Partial<SafetyAnswers> = {},
  by = team.worker,
  now?: Temporal.Instant,
) {
  const test = { answers: { ...safeAnswers, ...answers }, specialist: 'none', specialistWho: '' } as const;
  const words = 'She lives elsewhere, and he knows nothing of this';
  return team.as(
    by,
    (tx, office) =>
      recordTest(tx, office, { ...test, caseId, actionId, words, changed: 'He has moved away' }),
    now,
  );
}

/** It is open, and waits for a manager. @returns what is to be decided */
export async function aWarningForAManager(team: Team): Promise<string> {
  const asked = await aWarning(team);
  await theySupportIt(team, asked);
  await isTested(team, asked);
  return team.as(team.worker, (tx, office) =>
    putToManager(tx, office, { ...asked, why: 'Neighbours complain, and he knows that they do' }),
  );
}
