import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { id, plainDate, sql, type Tx } from '#kit/sql.ts';
import { movedInByLetting } from '#modules/moves/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';

const moved = z.object({ lettingId: z.uuid(), caseId: id<CaseId>(), on: plainDate });

/** Of what was handed on, once the day of the move has come and there is an open case: it stands among its moves. */
export async function tellOfMoves(tx: Tx, office: Office): Promise<void> {
  const { organisation, now } = office;
  const found = await tx.rows(
    moved,
    sql`select h.letting_id as "lettingId", c.id as "caseId", l.move_in_on as on
      from letting_handed_on h
        join letting l on l.organisation_id = h.organisation_id and l.id = h.letting_id
        join disclosure d on d.organisation_id = h.organisation_id and d.id = h.disclosure_id
        join case_file c on c.organisation_id = d.organisation_id and c.id = d.case_id and c.closed_at is null
      where h.organisation_id = ${organisation} and h.moved_told_at is null and l.move_in_on <= ${today(office)}
      order by l.move_in_on, l.id limit 100 for update of h`,
  );
  for (const { lettingId, caseId, on } of found) {
    await tx.run(sql`update letting_handed_on set moved_told_at = ${now}
      where organisation_id = ${organisation} and letting_id = ${lettingId}`);
    await movedInByLetting(tx, office, { caseId, on });
  }
}
