import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DocumentModel } from '#kit/documents/model.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { CaseId } from '#rules/facts.ts';

const row = z.object({ read: z.boolean() });

/** Whether they opened what would leave by a decision as it stands now: after any change it is opened anew. */
export async function hasRead(
  tx: Tx,
  { organisation, staff }: Pick<Office, 'organisation' | 'staff'>,
  what: { readonly caseId: CaseId; readonly shareId: string; readonly print: string },
): Promise<boolean> {
  const { read } = await tx.one(
    row,
    sql`select exists (select from event e where e.organisation_id = ${organisation} and e.case_id = ${what.caseId}
      and e.name = 'share.viewed' and e.subject_id = ${what.shareId} and e.staff_id = ${staff}
      and e.data ->> 'print' = ${what.print}) as read`,
  );
  return read;
}

/** Of every word that they would read, but not who sends it and when: the same where nothing of it has changed. */
export function fingerprintOf({ title, facts, sections }: DocumentModel): string {
  const said = { title, facts: facts.filter(({ name }) => name !== 'From'), sections };
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
