import type { Team } from '#modules/cases/testing.ts';
import { stateLevel } from '#modules/risk-level/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { safeToMediate } from '../../../tests/any-mediation-facts.ts';
import { adviseMediation, askForMediation, testMediation } from './store/ask.ts';
import { putMediation } from './store/decide.ts';

const standard: Parameters<typeof stateLevel>[3] = {
  ...{ level: 'standard', reason: 'What happened and what she says', grounds: [], callOuts: null },
  lastMaracOn: null,
};

interface Asked {
  readonly caseId: CaseId;
  readonly mediationId: string;
}

/** A case whose risk was judged, in which she asks for mediation by herself. */
export async function aMediation(team: Team): Promise<Asked> {
  const caseId = await team.open(team.worker);
  const mediationId = await team.as(team.worker, async (tx, office) => {
    await stateLevel(tx, office, caseId, standard);
    const words = 'Can somebody neutral speak with him about the tenancy';
    return askForMediation(tx, office, { caseId, idea: 'theirs', alone: 'yes', saidAt: office.now, words });
  });
  return { caseId, mediationId };
}

/** Looked at, and safe, and a specialist says so too. */
export async function isSafeToMediate(team: Team, asked: Asked): Promise<void> {
  await team.as(team.worker, async (tx, office) => {
    const words = 'They never argued about more than the flat, and each has a home';
    await testMediation(tx, office, { ...asked, answers: safeToMediate, words });
    const advised = { says: 'safe', who: 'The Idva of Otherton', givenAt: office.now } as const;
    await adviseMediation(tx, office, { ...asked, ...advised, words: 'Nothing speaks against it' });
  });
}

/** It is open, and waits for a manager. @returns what is to be decided */
export async function aMediationForAManager(team: Team): Promise<string> {
  const asked = await aMediation(team);
  await isSafeToMediate(team, asked);
  return team.as(team.worker, (tx, office) =>
    putMediation(tx, office, { ...asked, why: 'She asks for it, and went through everything else' }),
  );
}
