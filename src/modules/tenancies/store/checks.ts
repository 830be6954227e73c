import { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { Advice, EventAnswer, FreeWill, HomeDecided, ServedBy } from '#rules/may-go-ahead.ts';
import { answerKind } from '../told.ts';
import { eventColumns, eventFields, eventNames } from './events.ts';

export const answersProposed = proposalsIn(sql`tenancy_event_answer`, answerKind);

const one = <T extends string>() => z.string() as unknown as z.ZodType<T>;

const checkRow = z.object({
  ...eventFields,
  eventId: z.uuid(),
  answer: one<EventAnswer>().nullable(),
  answeredAt: instant.nullable(),
});
const findingRow = z.object({
  id: z.uuid(),
  checkId: z.uuid(),
  servedBy: one<ServedBy>(),
  freeWill: one<FreeWill>(),
  advice: one<Advice>(),
  home: one<HomeDecided>(),
  words: z.string(),
  foundAt: instant,
  foundByName: z.string().nullable(),
});
const answerRow = z.object({
  ...proposalRow(answerKind),
  checkId: z.uuid(),
  findingId: z.uuid(),
  answer: one<EventAnswer>(),
  why: z.string(),
});
export type Finding = Readonly<z.infer<typeof findingRow>>;
export type AnswerRow = Readonly<z.infer<typeof answerRow>>;

/** A change of a tenancy that concerns a case, with what was found out and proposed, the newest of each first. */
export interface Check extends Readonly<z.infer<typeof checkRow>> {
  readonly findings: readonly Finding[];
  readonly answers: readonly AnswerRow[];
  readonly revision: number;
}

/** Those of a case, the latest first; only behind its wall. */
export async function checksOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Check[]> {
  const [checks, findings, answers] = await Promise.all([
    tx.rows(
      checkRow,
      sql`select k.id, k.event_id as "eventId", k.answer, k.answered_at as "answeredAt", ${eventColumns}
        from tenancy_event_check k
          join tenancy_event e on e.organisation_id = k.organisation_id and e.id = k.event_id
          ${eventNames}
        where k.organisation_id = ${organisation} and k.case_id = ${caseId}
        order by e.said_at desc, k.id desc limit 100`,
    ),
    tx.rows(
      findingRow,
      sql`select f.id, f.check_id as "checkId", f.served_by as "servedBy", f.free_will as "freeWill", f.advice,
          f.home, f.words, f.found_at as "foundAt", s.name as "foundByName"
        from tenancy_event_finding f
          left join staff s on s.organisation_id = f.organisation_id and s.id = f.found_by
        where f.organisation_id = ${organisation} and f.case_id = ${caseId}
        order by f.found_at desc, f.id desc`,
    ),
    tx.rows(
      answerRow,
      sql`select ${proposalColumns(answersProposed)}, p.check_id as "checkId", p.finding_id as "findingId", p.answer,
          p.why
        from ${proposalTable(answersProposed)}
        where p.organisation_id = ${organisation} and p.case_id = ${caseId}
        order by p.proposed_at desc, p.id desc`,
    ),
  ]);
  return checks.map((check) => {
    const of = <R extends { readonly checkId: string }>(rows: readonly R[]) =>
      rows.filter(({ checkId }) => checkId === check.id);
    const [found, proposed] = [of(findings), of(answers)];
    const decided = proposed.filter(({ decision }) => decision !== null).length;
    return {
      ...check,
      findings: found,
      answers: proposed,
      revision: found.length + proposed.length + decided,
    };
  });
}

export async function oneCheck(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  checkId: string,
): Promise<Check> {
  const check = (await checksOf(tx, organisation, caseId)).find((each) => each.id === checkId);
  if (!check) throw notFound();
  return check;
}
