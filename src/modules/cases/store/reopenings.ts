import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { advance } from '#modules/obligations/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { type CaseId, type PersonId, refused } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import { labelOf } from '#rules/words.ts';
import { isRepeat, type ReopeningReason, reopeningReasons, repeatOf } from '../reopening.ts';
import { casesAbout, openFile } from './case-file.ts';
import { addEntry } from './entries.ts';
import { moveCase } from './progress.ts';
import { triggerReview } from './review-triggers.ts';

export interface Reopening {
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly caseId: CaseId;
  readonly reason: ReopeningReason;
  readonly why: string;
}

/**
 * Opens a closed case again: contact is owed as on the first day, the risk is looked at anew, and within twelve months
 * it counts as a repeat (V1a). Throws `not-found`, or a refusal where the case is not closed.
 */
export async function reopenCase(tx: Tx, author: Author, reopening: Reopening): Promise<void> {
  const { organisation, staff, now } = author;
  const { pack, calendar, caseId, reason, why } = reopening;
  const file = await openFile(tx, organisation, caseId);
  if (!file) throw notFound();
  const { closedAt } = file;
  if (!closedAt) return insist(refused('This case is open.', 'V4.1e'));
  const id = newId<string>();
  await moveCase(tx, author, { caseId, to: 'active' });
  await tx.run(sql`insert into case_reopening (organisation_id, id, case_id, reason, why, reopened_at, reopened_by,
      closed_at)
    values (${organisation}, ${id}, ${caseId}, ${reason}, ${why}, ${now}, ${staff}, ${closedAt})`);
  const about = { caseId, subjectId: id };
  const eventId = await record(tx, author, { name: 'case.reopened', ...about, data: { reason } });
  if (isRepeat(closedAt, now, calendar.rules.timeZone))
    await record(tx, author, { name: 'case.repeat-recognised', ...about });
  await addEntry(tx, author, {
    caseId,
    kind: 'closing',
    happenedAt: now,
    knownAt: now,
    source: 'record',
    words: `Opened again. ${labelOf(reopeningReasons, reason)}. ${why}`,
  });
  await advance(tx, author, { pack, calendar, event: 'case.reopened', at: now, eventId, ...about });
  // Whoever led it leads it again: a manager reviews it anew with them.
  if (file.leadId)
    await advance(tx, author, { pack, calendar, event: 'case.allocated', at: now, eventId, ...about });
  const trigger = reason === 'new_incident' ? 'incident' : 'information';
  await triggerReview(tx, author, { pack, calendar, trigger, at: now, ...about });
}

/**
 * Whether a new case comes within twelve months of an earlier one about the same person. What is behind another wall
 * stays there: a repeat is only ever said of cases that whoever opens this one may see.
 * @returns the earlier case, null where there is none
 */
export async function recogniseRepeat(
  tx: Tx,
  author: Author,
  { caseId, personId, timeZone }: { caseId: CaseId; personId: PersonId; timeZone: string },
): Promise<CaseId | null> {
  const about = await casesAbout(tx, author.organisation, { personId });
  const earlier = repeatOf(
    about.filter(({ id }) => id !== caseId),
    author.now,
    timeZone,
  );
  if (!earlier) return null;
  await tx.run(sql`update case_file set repeat_of = ${earlier.id}
    where organisation_id = ${author.organisation} and id = ${caseId}`);
  await record(tx, author, { name: 'case.repeat-recognised', caseId, subjectId: earlier.id });
  return earlier.id;
}
