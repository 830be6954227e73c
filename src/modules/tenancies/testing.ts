import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import type { Team } from '#modules/cases/testing.ts';
import type { CaseId } from '#rules/facts.ts';
import { checksOf } from './store/checks.ts';
import { enterTenancyEvent } from './store/enter.ts';
import { findOutInCase } from './store/find-out.ts';

const entered = { kind: 'name_added', givenOn: null, endsOn: null, words: 'A form at the desk' } as const;

/** A name is to be added, which concerns a case of its own. @returns where it is looked into */
export async function aTenancyCheck(
  team: Team,
): Promise<{ readonly caseId: CaseId; readonly checkId: string }> {
  const { organisation } = team;
  const caseId = await team.open(team.worker);
  const eventId = await team.as(team.worker, (tx, office) =>
    enterTenancyEvent(tx, office, { ...entered, tenancy: `T-${newId<string>()}` }),
  );
  await transact(team.behind, { organisation }, (tx) =>
    tx.run(sql`insert into tenancy_event_check (organisation_id, id, event_id, case_id, made_at)
      values (${organisation}, ${newId<string>()}, ${eventId}, ${caseId}, now())`),
  );
  const [check] = await team.as(team.worker, (tx) => checksOf(tx, organisation, caseId));
  return { caseId, checkId: check?.id ?? '' };
}

/** It waits for a manager to agree that it goes ahead. @returns the answer */
export async function aTenancyAnswer(team: Team): Promise<string> {
  const { caseId, checkId } = await aTenancyCheck(team);
  const found = { servedBy: 'them', freeWill: 'free', advice: 'had', home: 'nothing_changes' } as const;
  const words = 'She wants her daughter on the tenancy, and was asked alone';
  const answer = await team.as(team.worker, (tx, office) =>
    findOutInCase(tx, office, { caseId, checkId, ...found, words, answer: 'goes_ahead' }),
  );
  return answer ?? '';
}
