import { z } from 'zod';
import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { openFile, setPaused, triggerReview } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { callOff } from '#modules/diary/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { type CaseId, type OrganisationId, refused } from '#rules/facts.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { mayRest, mayResume, type PauseEnding, pauseEndings, reachedSince } from '../pausing.ts';
import { restFacts } from './rest-facts.ts';

const row = z.object({
  id: z.uuid(),
  wish: z.string(),
  nextContactOn: plainDate,
  nextContactHow: z.string(),
  pausedAt: instant,
  pausedByName: z.string().nullable(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  endedReason: z.string().nullable(),
  endedWhy: z.string(),
});
export type Pause = z.infer<typeof row>;

/** The pauses of a case, newest first. */
export function pausesOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Pause[]> {
  return tx.rows(
    row,
    sql`select p.id, p.wish, p.next_contact_on as "nextContactOn", p.next_contact_how as "nextContactHow",
        p.paused_at as "pausedAt", s.name as "pausedByName", p.ended_at as "endedAt", e.name as "endedByName",
        p.ended_reason as "endedReason", p.ended_why as "endedWhy"
      from case_pause p
      left join staff s on s.organisation_id = p.organisation_id and s.id = p.paused_by
      left join staff e on e.organisation_id = p.organisation_id and e.id = p.ended_by
      where p.organisation_id = ${organisation} and p.case_id = ${caseId}
      order by p.paused_at desc, p.id desc limit 50`,
  );
}

export interface NewPause {
  readonly caseId: CaseId;
  /** What the person said they want. */
  readonly wish: string;
  /** The day on which we are in touch again, as agreed with them. */
  readonly next: Temporal.PlainDate;
  readonly how: string;
  /** Visits and calls to come that they do not want; the others stay. */
  readonly callOff: readonly string[];
}

/**
 * The case rests because the person wishes it (V3.4, L2.1c): nobody presses, nothing closes by itself, and on the
 * agreed day somebody is in touch. Throws `not-found`, or a refusal where it is closed, rests already, or one person
 * alone may not decide it.
 */
export async function pauseCase(tx: Tx, office: Office, pause: NewPause): Promise<string> {
  const file = await openFile(tx, office.organisation, pause.caseId);
  if (!file) throw notFound();
  insist(mayRest(file));
  const { needsTwo, waiting } = await restFacts(tx, office.organisation, file);
  if (waiting || needsTwo.length > 0)
    insist(refused('One person alone does not let this case rest. A manager decides.', 'own-pace'));
  return beginPause(tx, office, pause);
}

/** It may rest, by whoever decided so: asked of `pauseCase`, or of a manager. */
export async function beginPause(tx: Tx, office: Office, pause: NewPause): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, wish, next, how } = pause;
  const id = newId<string>();
  const about = { caseId, subjectId: id };
  await tx.run(sql`insert into case_pause (organisation_id, id, case_id, wish, next_contact_on, next_contact_how,
      paused_at, paused_by)
    values (${organisation}, ${id}, ${caseId}, ${wish}, ${next}, ${how}, ${now}, ${staff})`);
  await setPaused(tx, office, { caseId, at: now });
  await happened(tx, office, { name: 'case.paused', ...about, recurs: true, agreedDue: next });
  await addEntry(tx, office, {
    caseId,
    kind: 'pause',
    happenedAt: now,
    knownAt: now,
    source: 'person',
    words: `Paused at their own wish until ${dayOfWeekInWords(next)}. ${wish}`,
  });
  await callOff(tx, office, { caseId, only: pause.callOff, reason: 'case_rests', words: wish });
  return id;
}

export interface PauseEnd {
  readonly caseId: CaseId;
  readonly pauseId: string;
  readonly reason: PauseEnding;
  readonly why: string;
}

/**
 * The case goes on. What was agreed for that day stays owed until somebody is reached. Throws `not-found` where this
 * pause has ended, and a refusal where a contact is said that is not on record.
 */
export async function resumeCase(tx: Tx, office: Office, end: PauseEnd): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId, pauseId, reason, why } = end;
  const [file, pauses] = await Promise.all([
    openFile(tx, organisation, caseId),
    pausesOf(tx, organisation, caseId),
  ]);
  const pause = pauses.find((each) => each.id === pauseId && each.endedAt === null);
  if (!file || !pause) throw notFound();
  insist(mayResume(reason, reachedSince(file.lastContactAt, pause.pausedAt)));
  const ended = await tx.run(sql`update case_pause set ended_at = ${now}, ended_by = ${staff},
      ended_reason = ${reason}, ended_why = ${why}
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${pauseId} and ended_at is null`);
  if (ended === 0) throw notFound();
  await setPaused(tx, office, { caseId, at: null });
  const about = { caseId, subjectId: pauseId };
  await happened(tx, office, { name: 'case.resumed', ...about, data: { reason } });
  await addEntry(tx, office, {
    caseId,
    kind: 'pause',
    happenedAt: now,
    knownAt: now,
    source: 'record',
    words: `The pause ended. ${labelOf(pauseEndings, reason)}. ${why}`.trim(),
  });
  if (reason === 'new_incident') await triggerReview(tx, office, { trigger: 'incident', at: now, ...about });
}
