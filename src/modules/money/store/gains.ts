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
import { valuesOf } from '#rules/words.ts';
import { type GainKind, gainKinds, type Known, waysKnown } from '../matters.ts';
import { gainInWords } from '../words.ts';

const row = z.object({
  id: z.uuid(),
  kind: z.enum(valuesOf(gainKinds)),
  oncePence: z.number(),
  weeklyPence: z.number(),
  known: z.enum(valuesOf(waysKnown)),
  adviser: z.string(),
  since: plainDate,
  words: z.string(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  struckAt: instant.nullable(),
  struckByName: z.string().nullable(),
  struckWhy: z.string(),
});
/** What advice brought. */
export type Gain = Readonly<z.infer<typeof row>>;

/** What advice brought in a case, the latest first; only behind its wall. */
export function gainsOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Gain[]> {
  return tx.rows(
    row,
    sql`select g.id, g.kind, g.once_pence as "oncePence", g.weekly_pence as "weeklyPence", g.known, g.adviser, g.since,
        g.words, g.recorded_at as "recordedAt", s.name as "recordedByName", g.struck_at as "struckAt",
        k.name as "struckByName", g.struck_why as "struckWhy"
      from money_gain g
      left join staff s on s.organisation_id = g.organisation_id and s.id = g.recorded_by
      left join staff k on k.organisation_id = g.organisation_id and k.id = g.struck_by
      where g.organisation_id = ${organisation} and g.case_id = ${caseId}
      order by g.recorded_at desc, g.id desc limit 100`,
  );
}

/** One that was not struck out; else it is not there. */
export async function gainOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  gainId: string,
): Promise<Gain> {
  const found = (await gainsOf(tx, organisation, caseId)).find(({ id }) => id === gainId);
  if (!found || found.struckAt) throw notFound();
  return found;
}

export interface NewGain {
  readonly caseId: CaseId;
  readonly kind: GainKind;
  readonly oncePence: number;
  readonly weeklyPence: number;
  readonly known: Known;
  readonly adviser: string;
  readonly since: Temporal.PlainDate;
  readonly words: string;
}

export async function recordGain(tx: Tx, office: Office, gain: NewGain): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, kind, oncePence, weeklyPence, known, adviser, since, words } = gain;
  if (!(await openFile(tx, organisation, caseId))) throw notFound();
  const id = newId<string>();
  await tx.run(sql`insert into money_gain (organisation_id, id, case_id, kind, once_pence, weekly_pence, known, adviser,
      since, words, recorded_at, recorded_by)
    values (${organisation}, ${id}, ${caseId}, ${kind}, ${oncePence}, ${weeklyPence}, ${known}, ${adviser}, ${since},
      ${words}, ${now}, ${staff})`);
  const happenedAt = whenItHappened(office, since);
  await happened(tx, office, {
    name: 'money.gained',
    caseId,
    subjectId: id,
    happenedAt,
    data: { kind, known },
  });
  await addEntry(tx, office, {
    ...{ caseId, kind: 'decision', disclosableTo: [], subjectId: id, happenedAt, knownAt: now },
    source: known === 'person' ? 'person' : 'record',
    words: `Money: ${gainInWords(gain)}${words.trim() === '' ? '' : `\n\n${words}`}`,
  });
  return id;
}

/** It was recorded in error: it stays, struck out, and counts no more. */
export async function strikeGain(
  tx: Tx,
  office: Office,
  { caseId, id, reason }: { readonly caseId: CaseId; readonly id: string; readonly reason: string },
): Promise<void> {
  const { organisation, staff, now } = office;
  const gain = await gainOf(tx, organisation, caseId, id);
  const done =
    await tx.run(sql`update money_gain set struck_at = ${now}, struck_by = ${staff}, struck_why = ${reason}
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${id} and struck_at is null`);
  if (done === 0) throw new Fault('stale');
  await happened(tx, office, { name: 'money.corrected', caseId, subjectId: id });
  await addEntry(tx, office, {
    ...{
      caseId,
      kind: 'note',
      source: 'record',
      disclosableTo: [],
      subjectId: id,
      happenedAt: now,
      knownAt: now,
    },
    words: `Money, recorded in error: ${gainInWords(gain)}\n\n${reason}`,
  });
}
