import { z } from 'zod';
import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { casesAbout, moveCase, openFile, triggerReview } from '#modules/case-file/index.ts';
import { repeatWords, type WeighedRepeat } from '#modules/case-file/pure.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { rateOnReopening } from '#modules/risk-level/index.ts';
import { today } from '#rules/calendar.ts';
import { type CaseId, type PersonId, refused } from '#rules/facts.ts';
import { countsAsRepeat, repeatDefinitions } from '#rules/repeat.ts';
import { type AbuseType, labelOf } from '#rules/words.ts';
import { isRepeat, type ReopeningReason, reopeningReasons, repeatOf } from '../reopening.ts';

export interface Reopening {
  readonly caseId: CaseId;
  readonly reason: ReopeningReason;
  readonly why: string;
  /** What it is about this time, as far as it was told; none: not known, which counts. */
  readonly kinds?: readonly AbuseType[];
}

/**
 * Opens a closed case again: contact is owed as on the first day, the level of risk is judged anew the same day, and
 * within twelve months it counts as a repeat (V1a). Throws `not-found`, or a refusal where the case is not closed.
 */
export async function reopenCase(tx: Tx, office: Office, reopening: Reopening): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId, reason, why, kinds = [] } = reopening;
  const file = await openFile(tx, organisation, caseId);
  if (!file) throw notFound();
  const { closedAt } = file;
  if (!closedAt) return insist(refused('This case is open.', 'records'));
  const id = newId<string>();
  await moveCase(tx, office, { caseId, to: 'active' });
  await tx.run(sql`insert into case_reopening (organisation_id, id, case_id, reason, why, reopened_at, reopened_by,
      closed_at)
    values (${organisation}, ${id}, ${caseId}, ${reason}, ${why}, ${now}, ${staff}, ${closedAt})`);
  const about = { caseId, subjectId: id };
  await happened(tx, office, {
    name: 'case.reopened',
    ...about,
    data: { reason },
    recurs: true,
    // Whoever led it leads it again: a manager reviews it anew with them.
    ...(file.leadId && { beginsAnew: 'case.allocated' }),
  });
  const again = isRepeat(closedAt, now, office.calendar.rules.timeZone)
    ? await weigh(tx, office, { caseId, kinds })
    : null;
  if (again?.counts)
    await happened(tx, office, {
      name: 'case.repeat-recognised',
      ...about,
      data: { definition: again.definition },
    });
  await addEntry(tx, office, {
    caseId,
    kind: 'closing',
    happenedAt: now,
    knownAt: now,
    source: 'record',
    words: [`Opened again. ${labelOf(reopeningReasons, reason)}.`, again && repeatWords(again), why]
      .filter(Boolean)
      .join(' '),
  });
  const trigger = reason === 'new_incident' ? 'incident' : 'information';
  await triggerReview(tx, office, { trigger, at: now, ...about });
  await rateOnReopening(tx, office, caseId, closedAt);
}

/**
 * Whether a new case comes within twelve months of an earlier one about the same person, and whether it counts
 * as a repeat by the definition of the area where it is heard. The earlier case is kept in either way. What is
 * behind another wall stays there: a repeat is only ever said of cases that whoever opens this one may see.
 * @returns the earlier case, null where there is none
 */
export async function recogniseRepeat(
  tx: Tx,
  office: Office,
  about: {
    readonly caseId: CaseId;
    readonly personId: PersonId;
    /** What it is about this time, as far as it was told; none: not known, which counts. */
    readonly kinds?: readonly AbuseType[];
  },
): Promise<CaseId | null> {
  const { caseId, personId, kinds = [] } = about;
  const known = await casesAbout(tx, office.organisation, { personId });
  const earlier = repeatOf(
    known.filter(({ id }) => id !== caseId),
    office.now,
    office.calendar.rules.timeZone,
  );
  if (!earlier) return null;
  const { definition, counts } = await weigh(tx, office, { caseId, kinds });
  await tx.run(sql`update case_file set repeat_of = ${earlier.id}, repeat_definition = ${definition},
      repeat_counts = ${counts}
    where organisation_id = ${office.organisation} and id = ${caseId}`);
  const data = { definition };
  if (counts)
    await happened(tx, office, { name: 'case.repeat-recognised', caseId, subjectId: earlier.id, data });
  return earlier.id;
}

const definitionRow = z.object({ definition: z.enum(repeatDefinitions.map(({ value }) => value)) });

/** By the definition that holds today where the case is heard. */
async function weigh(
  tx: Tx,
  office: Office,
  { caseId, kinds }: { caseId: CaseId; kinds: readonly AbuseType[] },
): Promise<WeighedRepeat> {
  const { definition } = await tx.one(
    definitionRow,
    sql`select lintel.repeat_definition(${caseId}, ${today(office)}) as definition`,
  );
  return { definition, counts: countsAsRepeat(definition, kinds) };
}
