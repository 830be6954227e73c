import { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { type CaseFile, openFile } from '#modules/case-file/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { type MediateAnswer, type MediateFacts, mayMediate } from '#rules/may-mediate.ts';
import type { Gate } from '../deciding.ts';
import { type Mediation, mediationsOf } from './rows.ts';

const row = z.object({
  ...{ coercive: z.boolean(), honour: z.boolean(), courtOrder: z.boolean() },
  againstAt: instant.nullable(),
  changedAt: instant.nullable(),
});
/** What of a case bears on mediation, and stands on no row of it. */
export type AroundMediation = Readonly<z.infer<typeof row>>;

export function aroundMediation(
  tx: Tx,
  { organisation, now }: Pick<Office, 'organisation' | 'now'>,
  caseId: CaseId,
): Promise<AroundMediation> {
  return tx.one(
    row,
    sql`select o.coercive, o.honour, o.court_order as "courtOrder",
        lintel.asks_anew(${organisation}, ${caseId}) as "changedAt",
        (select max(a.given_at) from mediation_advice a where a.organisation_id = ${organisation}
          and a.case_id = ${caseId} and a.says = 'not_safe') as "againstAt"
      from lintel.mediation_on_record(${organisation}, ${caseId}, ${now}) o`,
  );
}

type OfCase = Pick<CaseFile, 'closedAt' | 'immediateDanger' | 'riskLevel' | 'riskJudged'>;

export function factsOf(mediation: Mediation, file: OfCase, around: AroundMediation): MediateFacts {
  const { againstAt, changedAt, ...onRecord } = around;
  const [wish = null] = mediation.wishes;
  const [test = null] = mediation.tests;
  const [advice = null] = mediation.advices;
  const agreed = mediation.decisions
    .filter(({ decision }) => decision === 'approved')
    .toSorted((one, other) => compare(other.decidedAt, one.decidedAt))[0];
  const rests = agreed?.wishId === wish?.id && agreed?.testId === test?.id && agreed?.adviceId === advice?.id;
  return {
    ...{ idea: mediation.idea, wish, advice, againstAt, changedAt, onRecord },
    test: test && { ...test, testedAt: test.recordedAt },
    decided: agreed ? (rests ? 'yes' : 'other') : 'no',
    closed: file.closedAt !== null,
    danger: file.immediateDanger,
    level: file.riskLevel,
    judged: file.riskJudged,
  };
}

export function gateOf(facts: MediateFacts, now: Temporal.Instant): Gate {
  return { decide: mayMediate(facts, now, 'decide'), arrange: mayMediate(facts, now, 'arrange') };
}

/** One of a case that is behind no wall, and what the gate asks; throws `not-found` otherwise. */
export async function loadMediation(tx: Tx, office: Office, caseId: CaseId, mediationId: string) {
  const [file, mediations, around] = await Promise.all([
    openFile(tx, office.organisation, caseId),
    mediationsOf(tx, office.organisation, caseId),
    aroundMediation(tx, office, caseId),
  ]);
  const mediation = mediations.find((each) => each.id === mediationId);
  if (!file || !mediation) throw notFound();
  const facts = factsOf(mediation, file, around);
  return { file, mediation, facts, gate: gateOf(facts, office.now), before: testBefore(mediations) };
}

/** What the gate says now, for whoever would put it to a manager: the same answer as every page and form gives. */
export async function mediationStands(
  tx: Tx,
  office: Office,
  { caseId, mediationId }: { readonly caseId: CaseId; readonly mediationId: string },
): Promise<MediateAnswer> {
  return (await loadMediation(tx, office, caseId, mediationId)).gate.decide;
}

/** The newest test in the case, also of what was asked for before. */
export function testBefore(mediations: readonly Mediation[]) {
  const tests = mediations.flatMap((each) => each.tests);
  return tests.toSorted((one, other) => compare(other.recordedAt, one.recordedAt))[0] ?? null;
}

function compare(one: Temporal.Instant | null, other: Temporal.Instant | null): number {
  return one && other ? Temporal.Instant.compare(one, other) : Number(one !== null) - Number(other !== null);
}
