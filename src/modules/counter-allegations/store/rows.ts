import { z } from 'zod';
import { proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import {
  apartStates,
  conclusions,
  heardAnswers,
  type SignsAnswered,
  specialistConclusions,
} from '#rules/who-harms-whom.ts';
import { valuesOf } from '#rules/words.ts';
import { judgementKind } from '../deciding.ts';
import { allSources } from '../words.ts';

export const judgements = proposalsIn(sql`counter_judgement`, judgementKind);

const allegationRow = z.object({
  id: z.uuid(),
  aboutId: z.uuid(),
  source: z.enum(valuesOf(allSources)),
  way: z.string(),
  words: z.string(),
  heardOn: plainDate,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});
const judgementRow = z.object({
  ...proposalRow(judgementKind),
  aboutId: z.uuid(),
  signs: z.record(z.string(), z.string()) as unknown as z.ZodType<SignsAnswered>,
  heard: z.enum(valuesOf(heardAnswers)),
  conclusion: z.enum(valuesOf(conclusions)),
  specialist: z.enum(valuesOf(specialistConclusions)),
  specialistWho: z.string(),
  specialistWay: z.string(),
  specialistOn: plainDate.nullable(),
  words: z.string(),
});
const apartRow = z.object({ aboutId: z.uuid(), state: z.enum(apartStates) });

export type Allegation = Readonly<z.infer<typeof allegationRow>>;
export type Judgement = Readonly<z.infer<typeof judgementRow>>;

/** Of a case: how it stands with each who is feared, what was said, and what was judged, the newest of each first. */
export interface OtherAccounts {
  readonly apart: readonly Readonly<z.infer<typeof apartRow>>[];
  readonly said: readonly Allegation[];
  readonly judged: readonly Judgement[];
}

export async function otherAccountsIn(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<OtherAccounts> {
  const [apart, said, judged] = await Promise.all([
    tx.rows(
      apartRow,
      sql`select q.id as "aboutId", lintel.told_apart(q.organisation_id, q.id) as state from case_person q
        where q.organisation_id = ${organisation} and q.case_id = ${caseId} and q.part = 'alleged_perpetrator'
          and q.ended_at is null order by q.added_at, q.id`,
    ),
    tx.rows(
      allegationRow,
      sql`select k.id, k.about_id as "aboutId", k.source, k.way, k.words, k.heard_on as "heardOn",
          k.recorded_at as "recordedAt", s.name as "recordedByName"
        from counter_allegation k
        left join staff s on s.organisation_id = k.organisation_id and s.id = k.recorded_by
        where k.organisation_id = ${organisation} and k.case_id = ${caseId}
        order by k.recorded_at desc, k.id desc limit 100`,
    ),
    judgementsOf(tx, organisation, caseId),
  ]);
  return { apart, said, judged };
}

export function judgementsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Judgement[]> {
  return tx.rows(
    judgementRow,
    sql`select ${proposalColumns(judgements)}, p.about_id as "aboutId", p.signs, p.heard, p.conclusion, p.specialist,
        p.specialist_who as "specialistWho", p.specialist_way as "specialistWay", p.specialist_on as "specialistOn",
        p.words
      from ${proposalTable(judgements)}
      where p.organisation_id = ${organisation} and p.case_id = ${caseId}
      order by p.proposed_at desc, p.id desc limit 100`,
  );
}
