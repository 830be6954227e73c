import { z } from 'zod';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { takeMoney } from '#modules/grants/index.ts';
import { happened } from '#modules/obligations/index.ts';
import {
  allowed,
  type CaseId,
  type OrganisationId,
  refused,
  type StaffId,
  type Verdict,
} from '#rules/facts.ts';
import { labelOf, valuesOf } from '#rules/words.ts';
import { type CostKind, costInWords, costKinds, type Known, stages, waysKnown } from '../kinds.ts';

const row = z.object({
  id: z.uuid(),
  kind: z.enum(valuesOf(costKinds)),
  moveId: z.uuid().nullable(),
  moveWishedOn: plainDate.nullable(),
  stage: z.enum(valuesOf(stages)),
  pence: z.number(),
  known: z.enum(valuesOf(waysKnown)),
  fellOn: plainDate,
  words: z.string(),
  recordedAt: instant,
  recordedBy: id<StaffId>().nullable(),
  recordedByName: z.string().nullable(),
  fundName: z.string().nullable(),
  fundId: z.uuid().nullable(),
  fundByName: z.string().nullable(),
  struckAt: instant.nullable(),
  struckByName: z.string().nullable(),
  struckWhy: z.string(),
});
/** What something about a case cost, beside what is offered. */
export type CaseCost = Readonly<z.infer<typeof row>>;

/** What is written down of a case, the latest first; only behind its wall. */
export function costsOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly CaseCost[]> {
  return tx.rows(
    row,
    sql`select c.id, c.kind, c.move_id as "moveId", v.wished_on as "moveWishedOn", c.stage, c.pence, c.known,
        c.fell_on as "fellOn", c.words, c.recorded_at as "recordedAt", c.recorded_by as "recordedBy",
        s.name as "recordedByName", f.name as "fundName", c.fund_id as "fundId", b.name as "fundByName",
        c.struck_at as "struckAt", k.name as "struckByName", c.struck_why as "struckWhy"
      from case_cost c
      left join home_move v on v.organisation_id = c.organisation_id and v.id = c.move_id
      left join staff s on s.organisation_id = c.organisation_id and s.id = c.recorded_by
      left join fund f on f.organisation_id = c.organisation_id and f.id = c.fund_id
      left join staff b on b.organisation_id = c.organisation_id and b.id = c.fund_by
      left join staff k on k.organisation_id = c.organisation_id and k.id = c.struck_by
      where c.organisation_id = ${organisation} and c.case_id = ${caseId}
      order by c.recorded_at desc, c.id desc limit 1000`,
  );
}

/** One that was not struck out; else it is not there. */
export async function costOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  costId: string,
): Promise<CaseCost> {
  const found = (await costsOf(tx, organisation, caseId)).find((each) => each.id === costId);
  if (!found || found.struckAt) throw notFound();
  return found;
}

const moveRow = z.object({ id: z.uuid(), wishedOn: plainDate });
export type MoveOfCase = Readonly<z.infer<typeof moveRow>>;

/** The moves of a case, for which something may cost. */
export function movesIn(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly MoveOfCase[]> {
  return tx.rows(
    moveRow,
    sql`select v.id, v.wished_on as "wishedOn" from home_move v
      where v.organisation_id = ${organisation} and v.case_id = ${caseId} order by v.wished_on desc, v.id limit 20`,
  );
}

export interface NewCost {
  readonly caseId: CaseId;
  readonly kind: CostKind;
  readonly moveId: string | null;
  readonly stage: CaseCost['stage'];
  readonly pence: number;
  readonly known: Known;
  readonly fellOn: Temporal.PlainDate;
  readonly words: string;
}

const forTheTeam = { kind: 'note', source: 'record', disclosableTo: [] } as const;

export async function recordCost(tx: Tx, office: Office, cost: NewCost): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, kind, moveId, stage, pence, known, fellOn, words } = cost;
  if (!(await openFile(tx, organisation, caseId))) throw notFound();
  const costId = newId<string>();
  await tx.run(sql`insert into case_cost (organisation_id, id, case_id, kind, move_id, stage, pence, known, fell_on,
      words, recorded_at, recorded_by)
    values (${organisation}, ${costId}, ${caseId}, ${kind}, ${moveId}, ${stage}, ${pence}, ${known}, ${fellOn},
      ${words}, ${now}, ${staff})`);
  const happenedAt = whenItHappened(office, fellOn);
  await happened(tx, office, {
    name: 'cost.recorded',
    caseId,
    subjectId: costId,
    happenedAt,
    data: { kind },
  });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, subjectId: costId, happenedAt, knownAt: now },
    words: `Costs: ${costInWords(cost)}\n\n${words}`,
  });
  return costId;
}

/** Whoever wrote it down never says from which fund it is paid. */
export function mayName({ stage, fundId, recordedBy }: CaseCost, by: StaffId | null): Verdict {
  if (stage !== 'billed' || fundId !== null)
    return refused('There is nothing to pay from a fund.', 'records');
  if (recordedBy !== null && recordedBy === by)
    return refused('Another manager says from which fund: nobody pays what they wrote down.', 'records');
  return allowed;
}

interface FromFund {
  readonly caseId: CaseId;
  readonly costId: string;
  readonly fundId: string;
}

/** A manager who did not write it down says from which fund it is paid. */
export async function nameFund(
  tx: Tx,
  office: Office,
  { caseId, costId, fundId }: FromFund,
): Promise<boolean> {
  const { organisation, staff, now } = office;
  const cost = await costOf(tx, organisation, caseId, costId);
  insist(mayName(cost, staff));
  const done = await tx.run(sql`update case_cost set fund_id = ${fundId}, fund_at = ${now}, fund_by = ${staff}
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${costId} and fund_id is null`);
  if (done === 0) throw new Fault('stale');
  await happened(tx, office, { name: 'cost.fund-named', caseId, subjectId: costId });
  const wanted = { place: 'paid', pence: cost.pence } as const;
  return takeMoney(tx, office, { caseId, subjectId: costId, fundId, wanted, called: called(cost) });
}

const called = ({ kind }: Pick<CaseCost, 'kind'>) => labelOf(costKinds, kind);

/** It was recorded in error: it stays, struck out, and what a fund paid is free again. */
export async function strikeCost(
  tx: Tx,
  office: Office,
  { caseId, id: costId, reason }: { readonly caseId: CaseId; readonly id: string; readonly reason: string },
): Promise<void> {
  const { organisation, staff, now } = office;
  const cost = await costOf(tx, organisation, caseId, costId);
  const done =
    await tx.run(sql`update case_cost set struck_at = ${now}, struck_by = ${staff}, struck_why = ${reason}
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${costId} and struck_at is null`);
  if (done === 0) throw new Fault('stale');
  await happened(tx, office, { name: 'cost.corrected', caseId, subjectId: costId });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, subjectId: costId, happenedAt: now, knownAt: now },
    words: `Costs, recorded in error: ${costInWords(cost)}\n\n${reason}`,
  });
  const { fundId } = cost;
  if (fundId)
    await takeMoney(tx, office, { caseId, subjectId: costId, fundId, wanted: null, called: called(cost) });
}
