import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { HeldEvent } from './events.ts';

/** The program chooses somebody else within a minute, for whoever may see what it concerns. */
export async function handOn(tx: Tx, office: Office, { id, givenTo }: HeldEvent): Promise<void> {
  await tx.run(sql`update tenancy_event set given_to = null, given_before = ${givenTo}
    where organisation_id = ${office.organisation} and id = ${id} and told is null`);
  await record(tx, office, { name: 'tenancy-event.handed-on', subjectId: id });
}
