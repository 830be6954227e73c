import { z } from 'zod';
import { id, instant, sql } from '#kit/sql.ts';
import { type CaseEventName, caseEventNames } from '#rules/event.ts';
import type { CaseId, DisclosureId, ObligationId } from '#rules/facts.ts';

const event = z.enum(caseEventNames) as z.ZodType<CaseEventName>;
export const outcome = z.enum(['met', 'met_by_plan', 'breached', 'not_applicable', 'recorded_late']);

/** A promise as it must be known to settle it. */
export const promiseRow = z.object({
  id: id<ObligationId>(),
  commitment: z.string(),
  disclosureId: id<DisclosureId>().nullable(),
  caseId: id<CaseId>().nullable(),
  subjectId: z.uuid().nullable(),
  stops: z.array(event),
  byPlan: z.array(event),
  evenBefore: z.boolean(),
  startedAt: instant,
  dueAt: instant,
  keptFrom: instant.nullable(),
  writtenBy: instant.nullable(),
  outcome: outcome.nullable(),
  endedAt: instant.nullable(),
  fulfilledAt: instant.nullable(),
});
export type PromiseRow = z.infer<typeof promiseRow>;

export const promiseColumns = sql`o.id, o.commitment, o.disclosure_id as "disclosureId", o.case_id as "caseId",
  o.subject_id as "subjectId",
  o.stops, o.by_plan as "byPlan", o.even_before as "evenBefore", o.started_at as "startedAt",
  o.due_at as "dueAt", o.kept_from as "keptFrom", o.written_by as "writtenBy", o.outcome,
  o.ended_at as "endedAt", o.fulfilled_at as "fulfilledAt"`;

/** What a promise is about: a disclosure (until it belongs to a case, and after), a case, or both. */
export interface Subject {
  readonly disclosureId?: DisclosureId | null;
  readonly caseId?: CaseId | null;
}
