import { z } from 'zod';
import { Fault, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import { valuesOf } from '#rules/words.ts';
import { legalAnswers, outcomes, sayings, type Talk } from '../said.ts';
import { adviceInWords } from '../words.ts';

const row = z.object({
  id: z.uuid(),
  outcome: z.enum(valuesOf(outcomes)),
  happenedOn: plainDate,
  way: z.string(),
  legal: z.enum([...valuesOf(legalAnswers), '']),
  legalWhy: z.string(),
  words: z.string(),
  againOn: plainDate.nullable(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  struckAt: instant.nullable(),
  struckByName: z.string().nullable(),
  struckWhy: z.string(),
  said: z.array(z.object({ option: z.string(), said: z.enum(valuesOf(sayings)) })),
});
/** One talk about housing options. */
export type Advice = Readonly<z.infer<typeof row>>;

/** Every talk about housing options of a case, the latest first. */
export function adviceOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Advice[]> {
  return tx.rows(
    row,
    sql`select a.id, a.outcome, a.happened_on as "happenedOn", a.way, a.legal, a.legal_why as "legalWhy", a.words,
        a.again_on as "againOn", a.recorded_at as "recordedAt", s.name as "recordedByName",
        a.struck_at as "struckAt", k.name as "struckByName", a.struck_why as "struckWhy",
        coalesce((select json_agg(json_build_object('option', o.option, 'said', o.said) order by o.option)
          from housing_advice_option o
          where o.organisation_id = a.organisation_id and o.advice_id = a.id), '[]') as said
      from housing_advice a
      left join staff s on s.organisation_id = a.organisation_id and s.id = a.recorded_by
      left join staff k on k.organisation_id = a.organisation_id and k.id = a.struck_by
      where a.organisation_id = ${organisation} and a.case_id = ${caseId}
      order by a.recorded_at desc, a.id desc limit 50`,
  );
}

export interface NewAdvice extends Talk {
  readonly caseId: CaseId;
  readonly situationId: string;
  readonly happenedOn: Temporal.PlainDate;
}

/** Options were gone through with the person, or they would rather not speak of them (V4.3, L2.7e). @returns its id */
export async function recordAdvice(tx: Tx, office: Office, advice: NewAdvice): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, situationId, outcome, happenedOn, way, legal, legalWhy, words, againOn, said } = advice;
  if (!(await openFile(tx, organisation, caseId))) throw notFound();
  const id = newId<string>();
  await tx.run(sql`insert into housing_advice (organisation_id, id, case_id, situation_id, outcome, happened_on, way,
      legal, legal_why, words, again_on, recorded_at, recorded_by)
    values (${organisation}, ${id}, ${caseId}, ${situationId}, ${outcome}, ${happenedOn}, ${way}, ${legal},
      ${legalWhy}, ${words}, ${againOn}, ${now}, ${staff})`);
  if (said.length > 0)
    await tx.run(sql`insert into housing_advice_option (organisation_id, advice_id, case_id, option, said)
      select ${organisation}, ${id}, ${caseId}, option, said
      from unnest(${said.map(({ option }) => option)}::text[], ${said.map((each) => each.said)}::text[])
        as i (option, said)`);
  const name = outcome === 'not_wanted' ? 'housing.not-wanted' : 'housing.gone-through';
  const happenedAt = whenItHappened(office, happenedOn);
  await happened(tx, office, {
    name,
    caseId,
    subjectId: id,
    happenedAt,
    data: { way, options: said.length },
  });
  await addEntry(tx, office, {
    ...{ kind: 'decision', source: 'person', disclosableTo: [], caseId, subjectId: id },
    ...{ happenedAt, knownAt: happenedAt, words: adviceInWords(advice) },
  });
  return id;
}

/** It was recorded in error: it stays, struck out. Throws `stale` where somebody was first. */
export async function strikeAdvice(
  tx: Tx,
  office: Office,
  { caseId, advice, reason }: { caseId: CaseId; advice: Pick<Advice, 'id' | 'happenedOn'>; reason: string },
): Promise<void> {
  const { organisation, staff, now } = office;
  const done = await tx.run(sql`update housing_advice set struck_at = ${now}, struck_by = ${staff},
      struck_why = ${reason}
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${advice.id} and struck_at is null`);
  if (done === 0) throw new Fault('stale');
  await happened(tx, office, { name: 'housing.advice-corrected', caseId, subjectId: advice.id });
  await addEntry(tx, office, {
    ...{ kind: 'note', source: 'record', disclosableTo: [], caseId, subjectId: advice.id },
    ...{ happenedAt: now, knownAt: now },
    words: `What stood of housing options for ${dateInWords(advice.happenedOn)} was recorded in error. ${reason}`,
  });
}
