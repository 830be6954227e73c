import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { CaseId } from '#rules/facts.ts';

interface Meant {
  readonly id: string;
  readonly caseId: CaseId;
  /** The others that whoever says it was shown. */
  readonly others: readonly string[];
  readonly why: string;
}

/** Somebody says, and answers for it by name, that a message is meant beside these others of its case. */
export function keepMeant(tx: Tx, office: Office, { id, caseId, others, why }: Meant): void {
  const { organisation, staff, now } = office;
  for (const other of others)
    tx.write(sql`insert into message_together (organisation_id, id, case_id, message_id, other_id, why, said_by,
        said_at)
      select ${organisation}, ${newId<string>()}, ${caseId}, ${id}, m.id, ${why}, ${staff}, ${now}
      from message m where m.organisation_id = ${organisation} and m.case_id = ${caseId} and m.id = ${other}
      on conflict do nothing`);
}
