import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';

const kinds = ['added', 'changed', 'moved', 'done', 'dropped', 'reopened'] as const;

const row = z.object({
  id: z.uuid(),
  actionId: z.uuid(),
  kind: z.enum(kinds),
  happenedOn: plainDate,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  byWhom: z.string(),
  note: z.string(),
  dueFrom: plainDate.nullable(),
  dueTo: plainDate.nullable(),
});
/** What happened to an action; never changed, so that to take something back is an entry too. */
export type ActionEntry = z.infer<typeof row>;

const fromEntries = sql`select e.id, e.action_id as "actionId", e.kind, e.happened_on as "happenedOn",
    e.recorded_at as "recordedAt", s.name as "recordedByName", e.by_whom as "byWhom", e.note,
    e.due_from as "dueFrom", e.due_to as "dueTo"
  from plan_action_entry e
  left join staff s on s.organisation_id = e.organisation_id and s.id = e.recorded_by`;

/** All that happened to the actions of a case, newest first. */
export function actionEntriesOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly ActionEntry[]> {
  return tx.rows(
    row,
    sql`${fromEntries} where e.organisation_id = ${organisation} and e.case_id = ${caseId}
      order by e.recorded_at desc, e.id desc limit 500`,
  );
}

export interface NewActionEntry {
  readonly caseId: CaseId;
  readonly actionId: string;
  readonly kind: ActionEntry['kind'];
  readonly happenedOn?: Temporal.PlainDate;
  readonly byWhom?: string;
  readonly note?: string;
  readonly dueFrom?: Temporal.PlainDate | null;
  readonly dueTo?: Temporal.PlainDate | null;
}

export async function addActionEntry(tx: Tx, office: Office, entry: NewActionEntry): Promise<void> {
  const { organisation, staff, now } = office;
  const { happenedOn = today(office), byWhom = '', note = '', dueFrom = null, dueTo = null } = entry;
  tx.write(sql`insert into plan_action_entry (organisation_id, id, case_id, action_id, kind, happened_on,
      recorded_at, recorded_by, by_whom, note, due_from, due_to)
    values (${organisation}, ${newId()}, ${entry.caseId}, ${entry.actionId}, ${entry.kind}, ${happenedOn}, ${now},
      ${staff}, ${byWhom}, ${note}, ${dueFrom}, ${dueTo})`);
}
