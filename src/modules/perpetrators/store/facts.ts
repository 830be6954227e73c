import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseFile } from '#modules/case-file/index.ts';
import { actionKind, isLawOn } from '#rules/action-kinds.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { type ActFacts, mayAct } from '#rules/may-act.ts';
import { apartStates } from '#rules/who-harms-whom.ts';
import type { Answers } from '../deciding.ts';
import type { Action } from './rows.ts';

const row = z.object({
  changedAt: instant.nullable(),
  honour: z.boolean(),
  /** Of each who is feared in the case. */
  apart: z.array(z.object({ aboutId: z.string(), state: z.enum(apartStates) })),
});
/** What of a case bears on every action in it, and stands on no row of theirs. */
export type AroundActions = Readonly<z.infer<typeof row>>;

export function aroundActions(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<AroundActions> {
  return tx.one(
    row,
    sql`select lintel.asks_anew(${organisation}, ${caseId}) as "changedAt", exists (select from abuse_factor f
        where f.organisation_id = ${organisation} and f.case_id = ${caseId}
          and f.characteristic = 'honour_based' and f.ended_at is null) as honour,
        (select coalesce(jsonb_agg(jsonb_build_object('aboutId', q.id,
            'state', lintel.told_apart(q.organisation_id, q.id))), '[]')
          from case_person q where q.organisation_id = ${organisation} and q.case_id = ${caseId}
            and q.part = 'alleged_perpetrator') as apart`,
  );
}

type OfCase = Pick<CaseFile, 'closedAt' | 'immediateDanger' | 'riskLevel' | 'riskJudged'>;

/** The rows are the newest of each first. */
export function factsOf(action: Action, file: OfCase, around: AroundActions, office: When): ActFacts {
  const { views, tests, decisions, steps } = action;
  const [view = null] = views;
  const [test = null] = tests;
  const agreed = decisions
    .filter(({ decision }) => decision === 'approved')
    .toSorted((one, other) => compare(other.decidedAt, one.decidedAt))[0];
  const telling = steps.find(
    ({ step, recordedAt }) =>
      (step === 'told' || step === 'not_safe_to_tell') &&
      agreed?.decidedAt &&
      Temporal.Instant.compare(recordedAt, agreed.decidedAt) >= 0,
  );
  const rests = agreed && agreed.viewId === view?.id && agreed.testId === test?.id;
  const kind = actionKind(action.kind);
  return {
    view,
    test: test && { ...test, testedAt: test.recordedAt },
    changedAt: around.changedAt,
    decided: agreed ? (rests ? 'yes' : 'other') : 'no',
    told: telling ? (telling.step === 'told' ? 'told' : 'not_safe') : 'no',
    isLaw: kind !== null && isLawOn(kind, today(office), office.calendar.rules),
    closed: file.closedAt !== null,
    danger: file.immediateDanger,
    level: file.riskLevel,
    judged: file.riskJudged,
    honour: around.honour,
    apart: around.apart.find(({ aboutId }) => aboutId === action.aboutId)?.state ?? 'none',
  };
}

type When = Pick<Office, 'now' | 'calendar'>;

export function answersOf(facts: ActFacts, now: Temporal.Instant): Answers {
  return {
    decide: mayAct(facts, now, 'decide'),
    tell: mayAct(facts, now, 'tell'),
    take: mayAct(facts, now, 'take'),
  };
}

function compare(one: Temporal.Instant | null, other: Temporal.Instant | null): number {
  return one && other ? Temporal.Instant.compare(one, other) : Number(one !== null) - Number(other !== null);
}
