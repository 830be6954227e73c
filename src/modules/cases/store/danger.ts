import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { CaseId } from '#rules/facts.ts';

/**
 * Somebody told us of immediate danger in a case that is there already: the case says so from now on. A program may
 * raise risk; only a named person lowers it, with a reason.
 */
export async function raiseDanger(tx: Tx, { organisation }: Office, caseId: CaseId): Promise<void> {
  await tx.run(sql`update case_file set immediate_danger = true, version = version + 1
    where organisation_id = ${organisation} and id = ${caseId} and not immediate_danger`);
}
