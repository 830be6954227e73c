import { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, markStale } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { offeredInWords } from '../entries.ts';
import { type Answer, answers, type OptionKind } from '../options.ts';

const answerValues = answers.map((answer) => answer.value) as [Answer, ...Answer[]];
const row = z.object({
  id: z.uuid(),
  kind: z.string(),
  what: z.string(),
  answer: z.enum(answerValues),
  ownWords: z.string(),
  offeredOn: plainDate,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  followsId: z.uuid().nullable(),
});
type OptionRow = z.infer<typeof row>;

/** What was offered, with every answer to it, oldest first; the newest one holds. */
export interface PlanOption extends Pick<OptionRow, 'id' | 'kind' | 'what' | 'offeredOn'> {
  readonly answer: Answer;
  readonly answers: readonly OptionRow[];
}

/** In the order in which they were offered. */
export async function optionsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly PlanOption[]> {
  const rows = await tx.rows(
    row,
    sql`select o.id, o.kind, o.what, o.answer, o.own_words as "ownWords", o.offered_on as "offeredOn",
        o.recorded_at as "recordedAt", s.name as "recordedByName", o.follows_id as "followsId"
      from plan_option o
      left join staff s on s.organisation_id = o.organisation_id and s.id = o.recorded_by
      where o.organisation_id = ${organisation} and o.case_id = ${caseId}
      order by o.recorded_at, o.id`,
  );
  return rows.filter((each) => each.followsId === null).map((offer) => withAnswers(offer, rows));
}

function withAnswers(offer: OptionRow, rows: readonly OptionRow[]): PlanOption {
  const { id, kind, what, offeredOn } = offer;
  const all = [offer, ...rows.filter((each) => each.followsId === id)];
  return { id, kind, what, offeredOn, answer: (all.at(-1) ?? offer).answer, answers: all };
}

export interface NewOption {
  readonly caseId: CaseId;
  readonly kind: OptionKind;
  readonly what: string;
  readonly answer: Answer;
  /** What they said, verbatim. */
  readonly ownWords: string;
  readonly offeredOn: Temporal.PlainDate;
}

/** Something was offered, and what they decided about it (V3.4, L2.1c). @returns its id */
export async function offerOption(tx: Tx, office: Office, option: NewOption): Promise<string> {
  return write(tx, office, option, null);
}

/** They changed their mind, or decided after a while: beside the earlier answer, which stays. */
export async function answerOption(
  tx: Tx,
  office: Office,
  { optionId, ...answer }: Omit<NewOption, 'kind' | 'what'> & { readonly optionId: string },
): Promise<void> {
  const options = await optionsOf(tx, office.organisation, answer.caseId);
  const option = options.find((each) => each.id === optionId);
  if (!option) throw notFound();
  await write(tx, office, { ...answer, kind: option.kind as OptionKind, what: option.what }, optionId);
  // Offers are counted on their own day, by what was said to them last.
  const offered = option.answers[0]?.recordedAt ?? null;
  await markStale(tx, office, [offered]);
}

async function write(tx: Tx, office: Office, option: NewOption, followsId: string | null): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, kind, what, answer, ownWords, offeredOn } = option;
  const optionId = newId<string>();
  await tx.run(sql`insert into plan_option (organisation_id, id, case_id, follows_id, kind, what, answer, own_words,
      offered_on, recorded_at, recorded_by)
    values (${organisation}, ${optionId}, ${caseId}, ${followsId}, ${kind}, ${what}, ${answer}, ${ownWords},
      ${offeredOn}, ${now}, ${staff})`);
  const name = followsId ? 'plan.option-answered' : 'plan.option-offered';
  await happened(tx, office, { name, caseId, subjectId: followsId ?? optionId, data: { kind, answer } });
  await addEntry(tx, office, {
    caseId,
    kind: 'plan',
    happenedAt: now,
    knownAt: now,
    source: 'person',
    words: offeredInWords({ kind, what }, answer, ownWords),
    subjectId: optionId,
  });
  return optionId;
}
