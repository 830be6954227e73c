import { addPerson } from '#modules/case-file/index.ts';
import type { Team } from '#modules/cases/testing.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { type SignsAnswered, signs } from '#rules/who-harms-whom.ts';
import { recordAllegation } from './store/allegations.ts';
import { proposeJudgement } from './store/judgements.ts';

const all = Object.fromEntries(signs.map(({ name }) => [name, 'harmed'])) as SignsAnswered;

/** A case in which the police say that it is the other way round. */
export async function anAllegation(
  team: Team,
): Promise<{ readonly caseId: CaseId; readonly aboutId: string }> {
  const caseId = await team.open(team.worker);
  return team.as(team.worker, async (tx, office) => {
    const part = 'alleged_perpetrator' as const;
    const feared = { caseId, personId: null, describedAs: 'Her brother', part, connection: '', notes: '' };
    const aboutId = await addPerson(tx, office, feared);
    await recordAllegation(tx, office, {
      ...{ caseId, aboutId, source: 'police', way: 'A call', heardOn: today(office) },
      words: 'He says that she scratched him',
    });
    return { caseId, aboutId };
  });
}

/** It was judged by one, and waits for a manager. @returns what is to be decided */
export async function aJudgementForAManager(team: Team): Promise<string> {
  const said = await anAllegation(team);
  return team.as(team.worker, (tx, office) =>
    proposeJudgement(tx, office, {
      ...{ ...said, signs: all, heard: 'alone', conclusion: 'harmed', specialist: 'harmed' },
      ...{ specialistWho: 'The Idva', specialistWay: 'By telephone', specialistOn: today(office) },
      words: 'She is afraid of him, and he decides where she goes',
    }),
  );
}
