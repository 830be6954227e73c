import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { sentAs } from '#modules/chronology/pure.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type {
  ConsentAnswer,
  ConsentChange,
  DataKind,
  Giver,
  Listener,
  RecipientSort,
  SharePurpose,
} from '#rules/sharing.ts';
import type { AskedWay } from '../ways-asked.ts';
import { changeInWords, consentInWords } from '../words.ts';

const row = z.object({
  id: id<string>(),
  recipientId: id<string>(),
  agency: z.string(),
  role: z.string(),
  sort: z.string() as unknown as z.ZodType<RecipientSort>,
  recipientEndedAt: instant.nullable(),
  purpose: z.string() as unknown as z.ZodType<SharePurpose>,
  kinds: z.array(z.string()) as unknown as z.ZodType<readonly DataKind[]>,
  answer: z.string() as unknown as z.ZodType<ConsentAnswer>,
  givenBy: z.string() as unknown as z.ZodType<Giver | 'not_known'>,
  heardBy: z.string() as unknown as z.ZodType<Listener>,
  authority: z.string(),
  way: z.string() as unknown as z.ZodType<AskedWay>,
  words: z.string(),
  givenAt: instant,
  until: plainDate.nullable(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  change: z.string().nullable() as unknown as z.ZodType<ConsentChange | null>,
  changeWay: z.string().nullable() as unknown as z.ZodType<AskedWay | null>,
  changeWords: z.string().nullable(),
  changeSaidAt: instant.nullable(),
  changeRecordedAt: instant.nullable(),
  changeRecordedByName: z.string().nullable(),
  /** When the case was last closed. */
  closedAt: instant.nullable(),
});
type Row = z.infer<typeof row>;

/** An answer as it was written down, in the shape that the rule asks for. */
export type ConsentRow = Row & {
  readonly changed: { readonly change: ConsentChange; readonly recordedAt: Temporal.Instant } | null;
};

/** Every answer that they gave in this case, the newest first. */
export async function consentsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly ConsentRow[]> {
  const rows = await tx.rows(
    row,
    sql`select c.id, c.recipient_id as "recipientId", r.agency, r.role, r.sort, r.ended_at as "recipientEndedAt",
        c.purpose, c.kinds, c.answer, c.given_by as "givenBy", c.heard_by as "heardBy", c.authority, c.way, c.words,
        c.given_at as "givenAt", c.until, c.recorded_at as "recordedAt", s.name as "recordedByName", h.change,
        h.way as "changeWay", h.words as "changeWords", h.said_at as "changeSaidAt",
        h.recorded_at as "changeRecordedAt", t.name as "changeRecordedByName",
        (select max(k.decided_at) from case_closing k where k.organisation_id = c.organisation_id
          and k.case_id = c.case_id and k.decision in ('signed', 'not_needed')) as "closedAt"
      from consent c
      join share_recipient r on r.organisation_id = c.organisation_id and r.id = c.recipient_id
      left join staff s on s.organisation_id = c.organisation_id and s.id = c.recorded_by
      left join lateral (select * from consent_change h where h.organisation_id = c.organisation_id
        and h.consent_id = c.id order by h.change = 'withdrawn' desc limit 1) h on true
      left join staff t on t.organisation_id = c.organisation_id and t.id = h.recorded_by
      where c.organisation_id = ${organisation} and c.case_id = ${caseId}
      order by c.given_at desc, c.recorded_at desc, c.id limit 500`,
  );
  return rows.map((each) => ({
    ...each,
    changed:
      each.change && each.changeRecordedAt
        ? { change: each.change, recordedAt: each.changeRecordedAt }
        : null,
  }));
}

export type NewConsent = Pick<
  Row,
  | 'recipientId'
  | 'purpose'
  | 'kinds'
  | 'answer'
  | 'givenBy'
  | 'heardBy'
  | 'authority'
  | 'way'
  | 'words'
  | 'givenAt'
  | 'until'
> &
  Pick<Row, 'agency' | 'role'> & { readonly caseId: CaseId };

/** Writes down what they answered; the caller has asked `freelyGiven`. @returns its id */
export async function recordConsent(tx: Tx, office: Office, given: NewConsent): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, recipientId, purpose, kinds, answer, givenBy, heardBy, authority, way, words } = given;
  const { givenAt, until } = given;
  const consentId = newId<string>();
  await tx.run(sql`insert into consent (organisation_id, id, case_id, recipient_id, purpose, kinds, answer, given_by,
      heard_by, authority, way, words, given_at, until, recorded_at, recorded_by)
    values (${organisation}, ${consentId}, ${caseId}, ${recipientId}, ${purpose}, ${[...kinds]}, ${answer},
      ${givenBy}, ${heardBy}, ${authority}, ${way}, ${words}, ${givenAt}, ${until}, ${now}, ${staff})`);
  await happened(tx, office, {
    name: answer === 'given' ? 'consent.given' : 'consent.refused',
    caseId,
    subjectId: consentId,
    happenedAt: givenAt,
    data: { purpose, kinds },
  });
  await addEntry(tx, office, {
    ...{ caseId, kind: 'decision', source: 'person', subjectId: consentId, disclosableTo: ['person'] },
    ...{ happenedAt: givenAt, knownAt: givenAt, words: consentInWords(given) },
  });
  return consentId;
}

export interface NewChange {
  readonly caseId: CaseId;
  readonly consent: Pick<ConsentRow, 'id' | 'agency' | 'role' | 'purpose'>;
  readonly change: ConsentChange;
  readonly way: AskedWay;
  readonly words: string;
  readonly saidAt: Temporal.Instant;
}

/** From this moment nothing goes under it that has not gone yet. @returns false where it was said already */
export async function changeConsent(tx: Tx, office: Office, said: NewChange): Promise<boolean> {
  const { organisation, staff, now } = office;
  const { caseId, consent, change, way, words, saidAt } = said;
  const added =
    await tx.run(sql`insert into consent_change (organisation_id, id, case_id, consent_id, change, way,
      words, said_at, recorded_at, recorded_by)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${consent.id}, ${change}, ${way}, ${words}, ${saidAt},
      ${now}, ${staff})
    on conflict do nothing`);
  if (added === 0) return false;
  await happened(tx, office, {
    name: await nameOf(tx, office, said),
    caseId,
    subjectId: consent.id,
    happenedAt: saidAt,
  });
  await addEntry(tx, office, {
    ...{ caseId, kind: 'decision', source: 'person', subjectId: consent.id, disclosableTo: ['person'] },
    ...{ happenedAt: saidAt, knownAt: saidAt, words: changeInWords(consent, change, words) },
  });
  return true;
}

const countRow = z.object({ count: z.number() });

/** Taken back, it stops what has not gone; what went between their word and its being written down is on record. */
async function nameOf(tx: Tx, { organisation }: Office, { caseId, consent, change, saidAt }: NewChange) {
  if (change !== 'withdrawn') return 'consent.doubted';
  const { count } = await tx.one(
    countRow,
    sql`select count(*)::integer as count from event e
      join share h on h.organisation_id = e.organisation_id and h.id = e.subject_id
      where e.organisation_id = ${organisation} and e.case_id = ${caseId} and e.name = ${sentAs.not_needed}
        and h.purpose = ${consent.purpose} and e.at >= ${saidAt}
        and h.recipient_id = (select c.recipient_id from consent c where c.organisation_id = ${organisation}
          and c.id = ${consent.id})`,
  );
  return count > 0 ? 'consent.withdrawn-too-late' : 'consent.withdrawn';
}
