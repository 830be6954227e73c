import type { Saved } from '#kit/http/form-page.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { setDangerAsked } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { type AskedAboutDanger, type AskedAt, askedInWords, askingEvents, wasAsked } from '../asking.ts';
import { paths } from '../paths.ts';
import { raiseDanger } from './raise.ts';

export interface DangerNow {
  readonly caseId: CaseId;
  readonly how: AskedAt;
  /** The contact, the assessment or the reopening at which it was asked. */
  readonly subjectId?: string | null;
  readonly askedAt: Temporal.Instant;
  readonly asked: AskedAboutDanger;
}

/**
 * Keeps whether somebody was asked about danger, and raises it where there is any. A contact tells of it in its own
 * entry; anything else gets one. @returns where it leads, where there is danger
 */
export async function answerDanger(tx: Tx, office: Office, danger: DangerNow): Promise<Saved | null> {
  const { caseId, how, subjectId = null, askedAt, asked } = danger;
  if (asked === null) return null;
  await keepAsking(tx, office, { caseId, how, subjectId, askedAt, asked });
  const data = { how, answer: asked.answer };
  await happened(tx, office, {
    name: askingEvents[asked.answer],
    caseId,
    subjectId: subjectId ?? caseId,
    happenedAt: askedAt,
    data,
  });
  if (how !== 'contact')
    await addEntry(tx, office, {
      ...{ caseId, subjectId, kind: 'risk', source: 'record', words: askedInWords(asked) },
      ...{ happenedAt: askedAt, knownAt: askedAt, disclosableTo: [] },
    });
  if (asked.answer !== 'yes') return null;
  await raiseDanger(tx, office, { caseId, how, said: asked.words });
  const told = 'Saved. They have been told of the danger. If anybody is in danger at this moment, ring 999';
  return { to: paths.ofCase(caseId), said: told, warns: true };
}

/**
 * The person answered when they first told us: from then on it counts as asked in the case that it became. A danger
 * was raised there and then.
 */
export async function keepAskedWhenTold(
  tx: Tx,
  office: Office,
  told: { readonly caseId: CaseId; readonly askedAt: Temporal.Instant; readonly answer: 'yes' | 'no' },
): Promise<void> {
  const asked = { answer: told.answer, words: '' } as const;
  await keepAsking(tx, office, { ...told, how: 'disclosure', subjectId: null, asked });
}

interface Kept extends DangerNow {
  readonly subjectId: string | null;
  readonly asked: NonNullable<AskedAboutDanger>;
}

async function keepAsking(
  tx: Tx,
  office: Office,
  { caseId, how, subjectId, askedAt, asked }: Kept,
): Promise<void> {
  const { organisation, staff, now } = office;
  const why = asked.answer === 'not_asked' ? asked.words : '';
  tx.write(sql`insert into danger_asking (organisation_id, id, case_id, how, subject_id, answer, why, asked_at,
      recorded_at, recorded_by)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${how}, ${subjectId}, ${asked.answer}, ${why}, ${askedAt},
      ${now}, ${staff})`);
  await setDangerAsked(tx, office, { caseId, at: askedAt, asked: wasAsked(asked.answer) });
}
