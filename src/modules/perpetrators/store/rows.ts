import { z } from 'zod';
import { proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { type CaseId, type OrganisationId, riskLevels, type StaffId } from '#rules/facts.ts';
import { specialistAnswers } from '#rules/safety-test.ts';
import { fearsAnswers, viewAnswers } from '#rules/their-view.ts';
import { actionProposalKind } from '../deciding.ts';
import type { Dropping, Outcome } from '../outcomes.ts';

export const actionDecisions = proposalsIn(sql`perpetrator_action_decision`, actionProposalKind);

const recorded = {
  id: z.uuid(),
  actionId: z.uuid(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
};

const actionRow = z.object({
  id: z.uuid(),
  caseId: id<CaseId>(),
  aboutId: z.uuid(),
  kind: z.string(),
  what: z.string(),
  proposedAt: instant,
  proposedByName: z.string().nullable(),
});
const viewRow = z.object({
  ...recorded,
  answer: z.enum(viewAnswers.map(({ value }) => value)),
  fears: z.enum(fearsAnswers.map(({ value }) => value)),
  asker: z.string(),
  way: z.string(),
  words: z.string(),
  changed: z.string(),
  askedAt: instant,
});
const testRow = z.object({
  ...recorded,
  testedBy: id<StaffId>().nullable(),
  answers: z.object({
    ...{ reveals: z.string(), together: z.string(), children: z.string(), court_order: z.string() },
    ...{ goes: z.string(), suicide: z.string(), weapons: z.string(), honour: z.string() },
    ...{ fails: z.string(), worse: z.string() },
  }),
  specialist: z.enum(specialistAnswers.map(({ value }) => value)),
  specialistWho: z.string(),
  words: z.string(),
  changed: z.string(),
  level: z.enum(riskLevels).nullable(),
});
const decisionRow = z.object({
  ...proposalRow(actionProposalKind),
  actionId: z.uuid(),
  viewId: z.uuid(),
  testId: z.uuid(),
  why: z.string(),
});
const stepRow = z.object({
  ...recorded,
  step: z.enum(['told', 'not_safe_to_tell', 'taken', 'outcome', 'dropped']),
  outcome: z.string() as unknown as z.ZodType<Outcome | Dropping | ''>,
  dayOn: plainDate.nullable(),
  words: z.string(),
});

export type ViewRow = Readonly<z.infer<typeof viewRow>>;
export type TestRow = Readonly<z.infer<typeof testRow>>;
export type DecisionRow = Readonly<z.infer<typeof decisionRow>>;
export type StepRow = Readonly<z.infer<typeof stepRow>>;

/** An action with everything that was said, tested, decided and done about it, the newest of each first. */
export interface Action extends Readonly<z.infer<typeof actionRow>> {
  readonly views: readonly ViewRow[];
  readonly tests: readonly TestRow[];
  readonly decisions: readonly DecisionRow[];
  readonly steps: readonly StepRow[];
  /** How many rows there are of it: a form that saw fewer was second. */
  readonly revision: number;
}

/** The actions of a case, the latest first; only behind its wall. */
export async function actionsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Action[]> {
  const [actions, views, tests, decisions, steps] = await Promise.all([
    tx.rows(
      actionRow,
      sql`select a.id, a.case_id as "caseId", a.about_id as "aboutId", a.kind, a.what, a.proposed_at as "proposedAt",
          s.name as "proposedByName"
        from perpetrator_action a
        left join staff s on s.organisation_id = a.organisation_id and s.id = a.proposed_by
        where a.organisation_id = ${organisation} and a.case_id = ${caseId}
        order by a.proposed_at desc, a.id desc limit 100`,
    ),
    tx.rows(
      viewRow,
      sql`select v.id, v.action_id as "actionId", v.answer, v.fears, v.asker, v.way, v.words, v.changed,
          v.asked_at as "askedAt", v.recorded_at as "recordedAt", s.name as "recordedByName"
        from perpetrator_action_view v
        left join staff s on s.organisation_id = v.organisation_id and s.id = v.recorded_by
        where v.organisation_id = ${organisation} and v.case_id = ${caseId}
        order by v.recorded_at desc, v.id desc`,
    ),
    tx.rows(
      testRow,
      sql`select t.id, t.action_id as "actionId", json_build_object('reveals', t.reveals, 'together', t.together,
            'children', t.children, 'court_order', t.court_order, 'goes', t.goes, 'suicide', t.suicide,
            'weapons', t.weapons, 'honour', t.honour, 'fails', t.fails, 'worse', t.worse) as answers,
          t.specialist, t.specialist_who as "specialistWho", t.words, t.changed, t.level,
          t.tested_at as "recordedAt", t.tested_by as "testedBy", s.name as "recordedByName"
        from perpetrator_action_test t
        left join staff s on s.organisation_id = t.organisation_id and s.id = t.tested_by
        where t.organisation_id = ${organisation} and t.case_id = ${caseId}
        order by t.tested_at desc, t.id desc`,
    ),
    tx.rows(
      decisionRow,
      sql`select ${proposalColumns(actionDecisions)}, p.action_id as "actionId", p.view_id as "viewId",
          p.test_id as "testId", p.why
        from ${proposalTable(actionDecisions)}
        where p.organisation_id = ${organisation} and p.case_id = ${caseId}
        order by p.proposed_at desc, p.id desc`,
    ),
    tx.rows(
      stepRow,
      sql`select p.id, p.action_id as "actionId", p.step, p.outcome, p.day_on as "dayOn", p.words,
          p.recorded_at as "recordedAt", s.name as "recordedByName"
        from perpetrator_action_step p
        left join staff s on s.organisation_id = p.organisation_id and s.id = p.recorded_by
        where p.organisation_id = ${organisation} and p.case_id = ${caseId}
        order by p.recorded_at desc, p.id desc`,
    ),
  ]);
  return actions.map((action) => {
    const of = <R extends { readonly actionId: string }>(rows: readonly R[]) =>
      rows.filter(({ actionId }) => actionId === action.id);
    const all = { views: of(views), tests: of(tests), decisions: of(decisions), steps: of(steps) };
    const decided = all.decisions.filter(({ decision }) => decision !== null).length;
    const revision = Object.values(all).reduce((sum, rows) => sum + rows.length, decided);
    return { ...action, ...all, revision };
  });
}

/** The newest test of the same thing about the same person, also where it was proposed anew. */
export function testBefore(actions: readonly Action[], { aboutId, kind }: Action): TestRow | null {
  const tests = actions
    .filter((each) => each.aboutId === aboutId && each.kind === kind)
    .flatMap((each) => each.tests)
    .toSorted(
      (one, other) =>
        Temporal.Instant.compare(other.recordedAt, one.recordedAt) || (other.id < one.id ? -1 : 1),
    );
  return tests[0] ?? null;
}
