import { z } from 'zod';
import { insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { recordAsking } from '#modules/agreement/index.ts';
import type { StillRight } from '#modules/agreement/pure.ts';
import type { CaseFile } from '#modules/case-file/index.ts';
import { afterContact } from '#modules/case-file/pure.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { type CaseId, type OrganisationId, refused } from '#rules/facts.ts';
import {
  type ContactChannel,
  type ContactOutcome,
  type Suspicion,
  stopsTheClock,
} from '../contact-outcomes.ts';
import { contactInWords } from '../contact-words.ts';

const row = z.object({
  id: z.uuid(),
  happenedAt: instant,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  channel: z.string(),
  outcome: z.string(),
  twoWayAndSafe: z.boolean(),
  maySuspect: z.string() as unknown as z.ZodType<Suspicion>,
  notes: z.string(),
});
export type Contact = z.infer<typeof row>;

/** The log, newest first: contacts and attempts, told apart. */
export function contactsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Contact[]> {
  return tx.rows(
    row,
    sql`select c.id, c.happened_at as "happenedAt", c.recorded_at as "recordedAt", s.name as "recordedByName",
        c.channel, c.outcome, c.two_way_and_safe as "twoWayAndSafe", c.may_suspect as "maySuspect", c.notes
      from contact c
      left join staff s on s.organisation_id = c.organisation_id and s.id = c.recorded_by
      where c.organisation_id = ${organisation} and c.case_id = ${caseId}
      order by c.happened_at desc, c.id desc limit 200`,
  );
}

export interface NewContact {
  /** The case as it stood when it was opened. */
  readonly file: Pick<CaseFile, 'id' | 'state'>;
  readonly happenedAt: Temporal.Instant;
  readonly channel: ContactChannel;
  readonly outcome: ContactOutcome;
  readonly maySuspect?: Suspicion;
  /** Whether what was agreed about contact is still right, where they were reached and something was agreed. */
  readonly stillRight?: StillRight | undefined;
  readonly notes: string;
}

/**
 * Records a contact or an attempt in an open case. A safe, two-way contact keeps the promises that wait for one, from
 * the moment it happened, and moves the case on; an attempt is evidence and does neither (V4.1a).
 */
export async function recordContact(
  tx: Tx,
  office: Office,
  contact: NewContact,
): Promise<{ readonly id: string; readonly stopsTheClock: boolean }> {
  const { organisation, staff, now } = office;
  const { file, happenedAt, channel, outcome, notes } = contact;
  const { maySuspect = 'not_asked', stillRight } = contact;
  if (Temporal.Instant.compare(happenedAt, now) > 0)
    insist(refused('A contact is recorded once it has happened.', 'records'));
  const caseId = file.id;
  const made = stopsTheClock(outcome);
  const event = made ? 'contact.made' : 'contact.attempted';
  const id = newId<string>();
  await Promise.all([
    tx.run(sql`insert into contact (organisation_id, id, case_id, happened_at, recorded_at, recorded_by, channel,
        outcome, two_way_and_safe, may_suspect, safe_contact_id, notes)
      values (${organisation}, ${id}, ${caseId}, ${happenedAt}, ${now}, ${staff}, ${channel}, ${outcome}, ${made},
        ${maySuspect}, (select a.id from safe_contact a where a.organisation_id = ${organisation}
          and a.case_id = ${caseId} order by a.number desc limit 1), ${notes})`),
    made &&
      tx.run(sql`update case_file set state = ${afterContact(file.state, made)},
          last_contact_at = greatest(last_contact_at, ${happenedAt}::timestamptz)
        where organisation_id = ${organisation} and id = ${caseId}`),
    addEntry(tx, office, {
      caseId,
      kind: made ? 'contact' : 'attempt',
      happenedAt,
      knownAt: happenedAt,
      source: 'record',
      words: contactInWords({ channel, outcome, maySuspect, stillRight, notes }),
    }),
    made &&
      stillRight &&
      recordAsking(tx, office, { caseId, contactId: id, answer: stillRight, askedAt: happenedAt }),
    happened(tx, office, { name: event, caseId, subjectId: id, happenedAt, data: { channel, outcome } }),
  ]);
  return { id, stopsTheClock: made };
}
