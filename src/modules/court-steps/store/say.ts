import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import type { Tx } from '#kit/sql.ts';
import { askCourt, keepStep } from '#modules/holds/index.ts';
import { today } from '#rules/calendar.ts';
import type { CourtStep } from '#rules/court-steps.ts';
import type { Undoing } from '../saying.ts';

/** A step that is meant for today; or that was taken without asking, on which day and what is done about it. */
export interface Saying {
  readonly tenancy: string;
  readonly step: CourtStep;
  readonly taken: { readonly on: Temporal.PlainDate; readonly undone: Undoing } | null;
}

/** Somebody of the income team says it: it is asked about and kept, whatever the answer. @returns its id */
export async function sayStep(tx: Tx, office: Office, { tenancy, step, taken }: Saying): Promise<string> {
  const { organisation, now: at } = office;
  const answer = await askCourt(tx, office, tenancy);
  const id = await keepStep(tx, {
    ...{ organisation, system: null, tenancy, step, at },
    ...(taken === null
      ? { onDay: today(office), told: answer }
      : { onDay: taken.on, told: null, undone: taken.undone }),
  });
  await record(tx, office, { name: 'court-step.said', subjectId: id });
  return id;
}
