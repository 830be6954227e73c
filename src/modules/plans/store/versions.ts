import { z } from 'zod';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { planStandings } from '#modules/case-file/pure.ts';
import { type Answer, answers } from '#modules/support/pure.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { PlanContent } from '../content.ts';
import { actionOwners, actionStates, type Want, wants } from '../plan.ts';

const wantValues = ['', ...wants.map((want) => want.value)] as const;
const answerValues = answers.map((answer) => answer.value) as [Answer, ...Answer[]];

const content: z.ZodType<PlanContent> = z.object({
  words: z.object({
    wants: z.enum(wantValues) as z.ZodType<Want | ''>,
    ownWords: z.string(),
    wishes: z.string(),
    emergency: z.string(),
  }),
  actions: z.array(
    z.object({
      id: z.string(),
      what: z.string(),
      why: z.string(),
      owner: z.enum(actionOwners),
      by: z.string(),
      dueOn: z.string(),
      safety: z.boolean(),
      state: z.enum(actionStates),
      copyWords: z.string(),
    }),
  ),
  options: z.array(z.object({ id: z.string(), what: z.string(), answer: z.enum(answerValues) })),
});

const row = z.object({
  id: z.uuid(),
  number: z.number(),
  standing: z.enum(planStandings),
  happenedAt: instant,
  how: z.string(),
  present: z.string(),
  interpreter: z.string(),
  ownWords: z.string(),
  reason: z.string(),
  promptedBy: z.string(),
  reviewOn: plainDate,
  content,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});
/** The plan as it was when somebody recorded how it stands; nothing of it ever changes. */
export type PlanVersion = z.infer<typeof row>;

/** Newest first. */
export function versionsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly PlanVersion[]> {
  return tx.rows(
    row,
    sql`select v.id, v.number, v.standing, v.happened_at as "happenedAt", v.how, v.present, v.interpreter,
        v.own_words as "ownWords", v.reason, v.prompted_by as "promptedBy", v.review_on as "reviewOn", v.content,
        v.recorded_at as "recordedAt", s.name as "recordedByName"
      from plan_version v
      left join staff s on s.organisation_id = v.organisation_id and s.id = v.recorded_by
      where v.organisation_id = ${organisation} and v.case_id = ${caseId}
      order by v.number desc limit 100`,
  );
}
