import type { Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { moveIsOver } from '../course.ts';
import { movesOf } from './rows.ts';

/** How many moves of a case are wished for, asked for or looked for, and not over. */
export async function movesOpen(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<number> {
  return (await movesOf(tx, organisation, caseId)).filter((move) => !moveIsOver(move)).length;
}
