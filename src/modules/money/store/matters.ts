import { z } from 'zod';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, neverOwed } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { labelOf } from '#rules/words.ts';
import { type DeedDone, type MatterKind, type MatterStep, mayFollow, waysOfSaying } from '../matters.ts';
import { matterInWords, stepInWords } from '../words.ts';

const stepRow = z.object({
  step: z.enum(['reviewed', 'done', 'not_wanted']),
  deed: z.string(),
  adviser: z.string(),
  words: z.string(),
  happenedOn: plainDate,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});
export type StepDone = Readonly<z.infer<typeof stepRow>>;

const row = z.object({
  id: z.uuid(),
  kind: z.string(),
  toldOn: plainDate,
  way: z.string(),
  words: z.string(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  struckAt: instant.nullable(),
  struckByName: z.string().nullable(),
  struckWhy: z.string(),
});
/** What they said of money, with what became of it. */
export type Matter = Readonly<z.infer<typeof row>> & { readonly steps: readonly StepDone[] };

const stepOf = stepRow.extend({ matterId: z.uuid() });

/** Everything that they said of money in a case, the latest first; only behind its wall. */
export async function mattersOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Matter[]> {
  const [matters, steps] = await Promise.all([
    tx.rows(
      row,
      sql`select m.id, m.kind, m.told_on as "toldOn", m.way, m.words, m.recorded_at as "recordedAt",
          s.name as "recordedByName", m.struck_at as "struckAt", k.name as "struckByName", m.struck_why as "struckWhy"
        from money_matter m
        left join staff s on s.organisation_id = m.organisation_id and s.id = m.recorded_by
        left join staff k on k.organisation_id = m.organisation_id and k.id = m.struck_by
        where m.organisation_id = ${organisation} and m.case_id = ${caseId}
        order by m.recorded_at desc, m.id desc limit 100`,
    ),
    tx.rows(
      stepOf,
      sql`select p.matter_id as "matterId", p.step, p.deed, p.adviser, p.words, p.happened_on as "happenedOn",
          p.recorded_at as "recordedAt", s.name as "recordedByName"
        from money_step p left join staff s on s.organisation_id = p.organisation_id and s.id = p.recorded_by
        where p.organisation_id = ${organisation} and p.case_id = ${caseId} order by p.recorded_at, p.id`,
    ),
  ]);
  return matters.map((matter) => ({
    ...matter,
    steps: steps.filter(({ matterId }) => matterId === matter.id),
  }));
}

/** One that was not struck out; else it is not there. */
export async function matterOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  matterId: string,
): Promise<Matter> {
  const found = (await mattersOf(tx, organisation, caseId)).find(({ id }) => id === matterId);
  if (!found || found.struckAt) throw notFound();
  return found;
}

export interface NewMatter {
  readonly caseId: CaseId;
  readonly kind: MatterKind;
  readonly toldOn: Temporal.PlainDate;
  readonly way: string;
  readonly words: string;
}

/** They told of it: from then an adviser is owed, unless they would rather not. @returns its id */
export async function recordMatter(tx: Tx, office: Office, matter: NewMatter): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, kind, toldOn, way, words } = matter;
  if (!(await openFile(tx, organisation, caseId))) throw notFound();
  const id = newId<string>();
  await tx.run(sql`insert into money_matter (organisation_id, id, case_id, kind, told_on, way, words, recorded_at,
      recorded_by)
    values (${organisation}, ${id}, ${caseId}, ${kind}, ${toldOn}, ${way}, ${words}, ${now}, ${staff})`);
  const happenedAt = whenItHappened(office, toldOn);
  const data = { kind };
  await happened(tx, office, { name: 'money.told', caseId, subjectId: id, happenedAt, recurs: true, data });
  await addEntry(tx, office, {
    ...{
      caseId,
      kind: 'decision',
      source: 'person',
      disclosableTo: [],
      subjectId: id,
      happenedAt,
      knownAt: now,
    },
    words: `Money: ${matterInWords(matter)}. ${labelOf(waysOfSaying, way)}.\n\n${words}`,
  });
  return id;
}

export interface NewStep {
  readonly caseId: CaseId;
  readonly matterId: string;
  readonly step: MatterStep;
  readonly deed: DeedDone | '';
  readonly adviser: string;
  readonly happenedOn: Temporal.PlainDate;
  readonly words: string;
}

const events = {
  reviewed: 'money.reviewed',
  done: 'money.done',
  not_wanted: 'money.left',
} as const satisfies Record<MatterStep, string>;

/** An adviser looked at it, something was done, or they would rather leave it. */
export async function recordStep(tx: Tx, office: Office, step: NewStep): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId, matterId: subjectId, happenedOn, words } = step;
  const matter = await matterOf(tx, organisation, caseId, subjectId);
  insist(mayFollow(matter.steps, step.step));
  const said = {
    step: step.step,
    deed: step.step === 'done' ? step.deed : '',
    adviser: step.step === 'reviewed' ? step.adviser : '',
  };
  const id = newId<string>();
  await tx.run(sql`insert into money_step (organisation_id, id, case_id, matter_id, step, deed, happened_on, adviser,
      words, recorded_at, recorded_by)
    values (${organisation}, ${id}, ${caseId}, ${subjectId}, ${said.step}, ${said.deed}, ${happenedOn},
      ${said.adviser}, ${words}, ${now}, ${staff})`);
  const happenedAt = whenItHappened(office, happenedOn);
  await happened(tx, office, {
    ...{ name: events[step.step], caseId, subjectId, happenedAt, keepsOnly: 'its subject' },
    data: { kind: matter.kind },
  });
  await addEntry(tx, office, {
    ...{ caseId, kind: 'decision', disclosableTo: [], subjectId: id, happenedAt, knownAt: now },
    source: step.step === 'not_wanted' ? 'person' : 'record',
    words: `Money: ${matterInWords(matter)}. ${stepInWords(said)}.${words.trim() === '' ? '' : `\n\n${words}`}`,
  });
}

interface Striking {
  readonly caseId: CaseId;
  readonly id: string;
  readonly reason: string;
}

/** It was recorded in error, with what followed: it stays, struck out, and nobody was ever owed an adviser for it. */
export async function strikeMatter(tx: Tx, office: Office, { caseId, id, reason }: Striking): Promise<void> {
  const { organisation, staff, now } = office;
  const matter = await matterOf(tx, organisation, caseId, id);
  const done = await tx.run(sql`update money_matter set struck_at = ${now}, struck_by = ${staff},
      struck_why = ${reason}
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${id} and struck_at is null`);
  if (done === 0) throw new Fault('stale');
  const eventId = await happened(tx, office, { name: 'money.corrected', caseId, subjectId: id });
  await neverOwed(tx, office, { caseId, subjectId: id }, { eventId, why: 'recorded-in-error' });
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
    words: `Money, recorded in error: ${matterInWords(matter)}.\n\n${reason}`,
  });
}
