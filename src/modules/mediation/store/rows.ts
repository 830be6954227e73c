import { z } from 'zod';
import { proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { type CaseId, type OrganisationId, riskLevels, type StaffId } from '#rules/facts.ts';
import {
  advices,
  ideas,
  known,
  type MediationEnd,
  type MediationStop,
  mediationSteps,
  wishes,
} from '#rules/mediation.ts';
import { valuesOf } from '#rules/words.ts';
import { mediationKind } from '../deciding.ts';

export const mediationDecisions = proposalsIn(sql`mediation_decision`, mediationKind);

const own = { id: z.uuid(), recordedAt: instant, recordedByName: z.string().nullable(), words: z.string() };
const recorded = { ...own, mediationId: z.uuid() };
const answer = z.enum(valuesOf(known));

const mediationRow = z.object({ ...own, caseId: id<CaseId>(), idea: z.enum(valuesOf(ideas)) });
const wishRow = z.object({
  ...recorded,
  wish: z.enum(valuesOf(wishes)),
  alone: answer,
  saidAt: instant,
});
const testRow = z.object({
  ...recorded,
  testedBy: id<StaffId>().nullable(),
  answers: z.object({
    ...{ joint: answer, coercive: answer, honour: answer },
    ...{ court_order: answer, afraid: answer, pressed: answer },
  }),
  level: z.enum(riskLevels).nullable(),
});
const adviceRow = z.object({
  ...recorded,
  says: z.enum(valuesOf(advices)),
  who: z.string(),
  givenAt: instant,
});
const decisionRow = z.object({
  ...proposalRow(mediationKind),
  ...{ mediationId: z.uuid(), wishId: z.uuid(), testId: z.uuid(), adviceId: z.uuid() },
  why: z.string(),
});
const stepRow = z.object({
  ...recorded,
  step: z.enum(mediationSteps),
  why: z.string() as unknown as z.ZodType<MediationEnd | MediationStop | ''>,
  who: z.string(),
  dayOn: plainDate.nullable(),
  whileShut: z.boolean(),
});

export type WishRow = Readonly<z.infer<typeof wishRow>>;
export type TestRow = Readonly<z.infer<typeof testRow>>;
export type AdviceRow = Readonly<z.infer<typeof adviceRow>>;
export type DecisionRow = Readonly<z.infer<typeof decisionRow>>;
export type StepRow = Readonly<z.infer<typeof stepRow>>;

/** Mediation that was asked for, with everything that was said, tested, advised, decided and done, the newest first. */
export interface Mediation extends Readonly<z.infer<typeof mediationRow>> {
  readonly wishes: readonly WishRow[];
  readonly tests: readonly TestRow[];
  readonly advices: readonly AdviceRow[];
  readonly decisions: readonly DecisionRow[];
  readonly steps: readonly StepRow[];
  /** How many rows there are of it: a form that saw fewer was second. */
  readonly revision: number;
}

/** Those of a case, the latest first; only behind its wall. */
export async function mediationsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Mediation[]> {
  const base = sql`r.id, r.words, r.recorded_at as "recordedAt", s.name as "recordedByName"`;
  const from = sql`${base}, r.mediation_id as "mediationId"`;
  const where = sql`left join staff s on s.organisation_id = r.organisation_id and s.id = r.recorded_by
    where r.organisation_id = ${organisation} and r.case_id = ${caseId} order by r.recorded_at desc, r.id desc`;
  const [mediations, said, tests, advised, decisions, steps] = await Promise.all([
    tx.rows(
      mediationRow,
      sql`select ${base}, r.case_id as "caseId", r.idea from mediation r ${where} limit 100`,
    ),
    tx.rows(
      wishRow,
      sql`select ${from}, r.wish, r.alone, r.said_at as "saidAt" from mediation_wish r ${where}`,
    ),
    tx.rows(
      testRow,
      sql`select ${from}, r.recorded_by as "testedBy", r.level, json_build_object('joint', r.joint, 'coercive',
          r.coercive, 'honour', r.honour, 'court_order', r.court_order, 'afraid', r.afraid, 'pressed', r.pressed)
          as answers
        from mediation_test r ${where}`,
    ),
    tx.rows(
      adviceRow,
      sql`select ${from}, r.says, r.who, r.given_at as "givenAt" from mediation_advice r ${where}`,
    ),
    tx.rows(
      decisionRow,
      sql`select ${proposalColumns(mediationDecisions)}, p.mediation_id as "mediationId", p.wish_id as "wishId",
          p.test_id as "testId", p.advice_id as "adviceId", p.why
        from ${proposalTable(mediationDecisions)}
        where p.organisation_id = ${organisation} and p.case_id = ${caseId}
        order by p.proposed_at desc, p.id desc`,
    ),
    tx.rows(
      stepRow,
      sql`select ${from}, r.step, r.why, r.who, r.day_on as "dayOn", r.while_shut as "whileShut"
        from mediation_step r ${where}`,
    ),
  ]);
  return mediations.map((mediation) => {
    const of = <R extends { readonly mediationId: string }>(rows: readonly R[]) =>
      rows.filter(({ mediationId }) => mediationId === mediation.id);
    const all = {
      wishes: of(said),
      tests: of(tests),
      advices: of(advised),
      decisions: of(decisions),
      steps: of(steps),
    };
    const decided = all.decisions.filter(({ decision }) => decision !== null).length;
    const revision = Object.values(all).reduce((sum, rows) => sum + rows.length, decided);
    return { ...mediation, ...all, revision };
  });
}
