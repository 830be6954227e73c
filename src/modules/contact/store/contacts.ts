import { z } from 'zod';
import { insist } from '#kit/http/errors.ts';
import type { Saved } from '#kit/http/form-page.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import { agreementHistory, type SafeContactVersion } from '#modules/agreement/index.ts';
import { agreementAt, type StillRight } from '#modules/agreement/pure.ts';
import { callsAfterContact } from '#modules/calls/index.ts';
import type { Wish } from '#modules/calls/pure.ts';
import type { CaseFile } from '#modules/case-file/index.ts';
import { afterContact } from '#modules/case-file/pure.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { answerDanger } from '#modules/danger/index.ts';
import type { AskedAboutDanger } from '#modules/danger/pure.ts';
import { tellNoLongerAgreed } from '#modules/diary/index.ts';
import { type BeganIt, happened } from '#modules/obligations/index.ts';
import { type CaseId, type ObligationId, type OrganisationId, refused, type StaffId } from '#rules/facts.ts';
import type { Breach } from '#rules/kept-agreement.ts';
import type { Over } from '#rules/ways.ts';
import type { Began, ContactChannel, ContactOutcome, Suspicion } from '../contact-outcomes.ts';
import { contactInWords } from '../contact-words.ts';
import { heldAgainst, mayBeRecorded, suspectedAfter } from '../held-against.ts';
import { type OverWhich, overWhich } from '../over.ts';
import { isContact, type WithWhom } from '../with-whom.ts';
import { askedAbout } from './asked-about.ts';
import { tellOfBreach } from './breach-notice.ts';

const row = z.object({
  id: z.uuid(),
  happenedAt: instant,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  channel: z.string(),
  outcome: z.string(),
  withWhom: z.string(),
  begunBy: z.string(),
  over: z.string(),
  /** What the further way is called; null for any other. */
  wayName: z.string().nullable(),
  twoWayAndSafe: z.boolean(),
  maySuspect: z.string() as unknown as z.ZodType<Suspicion>,
  against: z.array(z.string() as unknown as z.ZodType<Breach>),
  doNow: z.string(),
  dealtAt: instant.nullable(),
  dealtByName: z.string().nullable(),
  dealtHow: z.string().nullable(),
  notes: z.string(),
  /** Whoever wrote down that it was a contact when the person told, and whoever confirmed it; null for any other. */
  toldBy: z.string().nullable(),
  toldConfirmedBy: z.string().nullable(),
  /** What came in it, as files of the case. */
  files: z.array(z.object({ id: z.uuid(), number: z.number() })),
});
export type Contact = z.infer<typeof row>;

/** The log, newest first: contacts and attempts, told apart, with what went against the agreement. */
export function contactsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Contact[]> {
  return tx.rows(
    row,
    sql`select c.id, c.happened_at as "happenedAt", c.recorded_at as "recordedAt", s.name as "recordedByName",
        c.channel, c.outcome, c.with_whom as "withWhom", c.begun_by as "begunBy", c.over,
        o.name as "wayName",
        c.two_way_and_safe as "twoWayAndSafe", c.may_suspect as "maySuspect", c.against, c.do_now as "doNow",
        d.dealt_at as "dealtAt", b.name as "dealtByName", d.done as "dealtHow", c.notes,
        w.name as "toldBy", f.name as "toldConfirmedBy",
        array(select jsonb_build_object('id', k.id, 'number', k.number) from kept_file k
          where k.organisation_id = c.organisation_id and k.contact_id = c.id and k.error_at is null
          order by k.number) as files
      from contact c
      left join staff s on s.organisation_id = c.organisation_id and s.id = c.recorded_by
      left join contact_dealt d on d.organisation_id = c.organisation_id and d.contact_id = c.id
      left join staff b on b.organisation_id = d.organisation_id and b.id = d.dealt_by
      left join agreed_way o on o.organisation_id = c.organisation_id and o.id = c.agreed_way_id
      left join told_contact t on t.organisation_id = c.organisation_id and t.id = c.told_contact_id
      left join staff w on w.organisation_id = t.organisation_id and w.id = t.proposed_by
      left join staff f on f.organisation_id = t.organisation_id and f.id = t.decided_by
      where c.organisation_id = ${organisation} and c.case_id = ${caseId}
      order by c.happened_at desc, c.id desc limit 200`,
  );
}

export interface NewContact {
  /** The case as it stood when it was opened. */
  readonly file: Pick<CaseFile, 'id' | 'state' | 'leadId' | 'grantedStaff' | 'grantedRoles' | 'blockedStaff'>;
  readonly happenedAt: Temporal.Instant;
  readonly channel: ContactChannel;
  /** Over which of the agreed ways, or another one; undefined: our own try over the first, theirs over any. */
  readonly over?: Over | undefined;
  readonly outcome: ContactOutcome;
  readonly withWhom: WithWhom;
  readonly begunBy?: Began;
  /** Whether it was one of the times that are known in words only, where they are. */
  readonly inTheirTimes?: 'yes' | 'no' | 'not_known' | undefined;
  readonly maySuspect?: Suspicion;
  /** Whether what was agreed about contact is still right, where they were reached and something was agreed. */
  readonly stillRight?: StillRight | undefined;
  /** What is to be done now; needed where it went against what was agreed at that time. */
  readonly doNow?: string;
  /** Whether they were asked about danger; null: nobody was there to be asked, or it was asked when they told us. */
  readonly danger: AskedAboutDanger;
  readonly notes: string;
  /** What they said of the call that was promised next; and when somebody rings, as it was promised in this contact. */
  readonly promisedCall?: { readonly wish: Wish; readonly ringAt: Temporal.Instant | null };
  /** The person told us herself, and that was this contact. */
  readonly told?: ToldContact | undefined;
  /** What was agreed over time, where it was read in this transaction already. */
  readonly history?: Awaited<ReturnType<typeof agreementHistory>>;
}

/** A contact that began a disclosure, confirmed by a second person: it keeps the first contact of that one alone. */
export interface ToldContact extends BeganIt {
  readonly id: string;
  readonly spokeBy: StaffId;
  /** Null: nothing was promised, or it is owed no more. */
  readonly promise: ObligationId | null;
}

export interface Recorded {
  readonly id: string;
  readonly stopsTheClock: boolean;
  readonly against: readonly Breach[];
  readonly maySuspect: Suspicion;
  /** Where it leads, where there is danger now. */
  readonly danger: Saved | null;
}

/**
 * Records a contact or an attempt in an open case, and holds it against what was agreed when it was made. A safe,
 * two-way contact keeps the promises that wait for one, from the moment it happened, and moves the case on; an attempt
 * is evidence and does neither (V4.1a). What went against the agreement is a promise to deal with, and told at once.
 */
export async function recordContact(tx: Tx, office: Office, contact: NewContact): Promise<Recorded> {
  const { organisation, staff, now, calendar } = office;
  const { file, happenedAt, channel, outcome, withWhom, notes, stillRight, inTheirTimes } = contact;
  const { begunBy = 'us', doNow = '', told } = contact;
  if (Temporal.Instant.compare(happenedAt, now) > 0)
    insist(refused('A contact is recorded once it has happened.', 'records'));
  const caseId = file.id;
  const history = contact.history ?? (await agreementHistory(tx, organisation, caseId));
  const then = agreementAt(history, happenedAt);
  const over = overWhich(contact.over, begunBy, then);
  const against = heldAgainst({ channel, outcome, begunBy, inTheirTimes, happenedAt }, over, calendar);
  insist(mayBeRecorded({ channel, outcome, withWhom, begunBy, doNow, against }));
  const made = isContact({ channel, outcome, withWhom }, then);
  const maySuspect = suspectedAfter(outcome, against, contact.maySuspect);
  const id = newId<string>();
  const writing = insertion(office, { ...contact, id, then, which: over, made, against, maySuspect });
  await Promise.all([
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
      words: contactInWords({ ...contact, begunBy, withWhom, against, doNow, maySuspect, notes }),
    }),
    happened(tx, office, {
      name: made ? 'contact.made' : 'contact.attempted',
      caseId,
      subjectId: id,
      happenedAt,
      data: { channel, outcome, withWhom, begunBy, by: told?.spokeBy ?? staff },
      writing,
      ...(told && keepsItsOwn(told)),
    }),
    made &&
      stillRight &&
      askedAbout(tx, office, then, over, { caseId, contactId: id, answer: stillRight, askedAt: happenedAt }),
  ]);
  const { wish = 'still', ringAt = null } = contact.promisedCall ?? {};
  const tried = { happenedAt, channel, begunBy, reached: made };
  await callsAfterContact(tx, office, { caseId, contactId: id, ...tried, wish, ringAt });
  if (against.length > 0) await tellOfBreach(tx, office, { file, contactId: id, channel, against });
  const unsure = maySuspect === 'yes' || maySuspect === 'not_known' || stillRight === 'changed';
  if (unsure) await tellNoLongerAgreed(tx, office, caseId);
  const asked = {
    caseId,
    how: 'contact',
    subjectId: id,
    askedAt: happenedAt,
    asked: contact.danger,
  } as const;
  const danger = await answerDanger(tx, office, asked);
  return { id, stopsTheClock: made, against, maySuspect, danger };
}

/** Not what others told, in this case or in one that it is joined to, and no promise twice. */
function keepsItsOwn({ promise, writtenAt, writtenBy }: ToldContact) {
  return {
    beganIt: { writtenAt, writtenBy },
    keepsOnly: promise ? { promise } : ('its subject' as const),
  };
}

interface Inserted extends NewContact {
  readonly id: string;
  readonly then: Pick<SafeContactVersion, 'id'> | null;
  readonly which: OverWhich;
  readonly made: boolean;
  readonly against: readonly Breach[];
  readonly maySuspect: Suspicion;
}

function insertion({ organisation, staff, now }: Office, contact: Inserted): Sql {
  const { file, id, then, which, made, against, happenedAt, channel, outcome, withWhom, maySuspect } =
    contact;
  const { begunBy = 'us', inTheirTimes = 'not_asked', doNow = '', notes } = contact;
  return sql`insert into contact (organisation_id, id, case_id, happened_at, recorded_at, recorded_by, channel,
      outcome, with_whom, begun_by, in_their_times, two_way_and_safe, may_suspect, safe_contact_id, over,
      agreed_way_id, against, do_now, notes, told_contact_id)
    values (${organisation}, ${id}, ${file.id}, ${happenedAt}, ${now}, ${staff}, ${channel}, ${outcome}, ${withWhom},
      ${begunBy}, ${inTheirTimes}, ${made}, ${maySuspect}, ${then?.id ?? null}, ${which.kind},
      ${which.agreedWayId}, ${against},
      ${against.length > 0 ? doNow : ''}, ${notes}, ${contact.told?.id ?? null})`;
}
