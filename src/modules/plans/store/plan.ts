import type { Tx } from '#kit/sql.ts';
import { offersOf } from '#modules/support/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { PlanNow } from '../now.ts';
import { actionEntriesOf } from './action-entries.ts';
import { actionsOf } from './actions.ts';
import { copiesOf } from './copies.ts';
import { versionsOf } from './versions.ts';
import { wordsOf } from './words.ts';

/** The whole plan of a case as it stands, with its history, in one round trip; empty where nobody has written one. */
export async function planOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<PlanNow> {
  const [words, actions, entries, options, versions, copies] = await Promise.all([
    wordsOf(tx, organisation, caseId),
    actionsOf(tx, organisation, caseId),
    actionEntriesOf(tx, organisation, caseId),
    offersOf(tx, organisation, caseId),
    versionsOf(tx, organisation, caseId),
    copiesOf(tx, organisation, caseId),
  ]);
  return { words, actions, entries, options, versions, copies };
}
