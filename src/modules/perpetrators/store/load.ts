import { notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { type ActAnswer, type ActFacts, mayAct, type Stage } from '#rules/may-act.ts';
import { aroundActions, factsOf } from './facts.ts';
import { actionsOf, testBefore } from './rows.ts';

/** An action of a case that is behind no wall, and what the gate asks; throws `not-found` otherwise. */
export async function loadAction(tx: Tx, office: Office, caseId: CaseId, actionId: string) {
  const { organisation } = office;
  const [file, actions, around] = await Promise.all([
    openFile(tx, organisation, caseId),
    actionsOf(tx, organisation, caseId),
    aroundActions(tx, organisation, caseId),
  ]);
  const action = actions.find(({ id }) => id === actionId);
  if (!file || !action) throw notFound();
  const facts: ActFacts = factsOf(action, file, around, office);
  return { file, action, facts, before: testBefore(actions, action) };
}

/** What the gate says now, for whoever would do something with it: the same answer as every page and form gives. */
export async function whetherOpen(
  tx: Tx,
  office: Office,
  { caseId, actionId }: { readonly caseId: CaseId; readonly actionId: string },
  stage: Stage,
): Promise<ActAnswer> {
  const { facts } = await loadAction(tx, office, caseId, actionId);
  return mayAct(facts, office.now, stage);
}
