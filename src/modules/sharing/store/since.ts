import { z } from 'zod';
import { Fault } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { shareInWords } from '../words.ts';
import { dropShare } from './decide.ts';
import { settleDoubts } from './settle-doubts.ts';
import type { Share } from './shares.ts';

/** `told`: by an entry that left; `number`: one that stands in what left is no way to reach them any more. */
export type CorrectedSince = 'entry' | 'assessment' | 'told' | 'plan' | 'person' | 'number';
export type SinceAnswer = 'repeats' | 'nothing' | 'not_shared' | 'sent' | 'not_sent';

const row = z.object({
  id: z.uuid(),
  kind: z.string() as unknown as z.ZodType<'held' | 'corrected'>,
  /** Of what left, what was put right; '': nothing was, something was held back. */
  what: z.string() as unknown as z.ZodType<CorrectedSince | ''>,
  /** What was held back, or put right; null: they took something back, or it is no entry. */
  entryId: z.string().nullable(),
  correctionId: z.string().nullable(),
  /** What left of what is kept elsewhere, and what stands in its place. */
  subjectId: z.string().nullable(),
  correctedBy: z.string().nullable(),
  /** The entries that tell of what stands in its place. */
  toldAnew: z.array(z.string()),
  /** Null: the register keeps no time, and nobody has been told yet. */
  since: instant.nullable(),
  answer: z.string().nullable() as unknown as z.ZodType<SinceAnswer | null>,
  answeredAt: instant.nullable(),
  answeredByName: z.string().nullable(),
  answeredWhy: z.string(),
});
/** What was done since a decision, of which whoever has what left by it knows nothing. */
export type Since = z.infer<typeof row>;

/** Of one decision, the newest first. */
export function sinceOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  shareId: string,
): Promise<readonly Since[]> {
  return tx.rows(
    row,
    sql`select n.id, n.kind, n.what, n.entry_id as "entryId", n.correction_id as "correctionId",
        n.subject_id as "subjectId", n.corrected_by as "correctedBy", array(select e.id::text from case_entry e
          where e.organisation_id = n.organisation_id and e.case_id = n.case_id and n.what = 'told'
            and e.subject_id = n.corrected_by and e.id <> n.entry_id) as "toldAnew", n.since, n.answer,
        n.answered_at as "answeredAt", s.name as "answeredByName", n.answered_why as "answeredWhy"
      from share_since n
      left join staff s on s.organisation_id = n.organisation_id and s.id = n.answered_by
      where n.organisation_id = ${organisation} and n.case_id = ${caseId} and n.share_id = ${shareId}
      order by n.since desc nulls first, n.id limit 100`,
  );
}

const whichRow = row.pick({ kind: true }).extend({ shareId: z.uuid(), open: z.boolean() });

/** Of which decision it is; null where this case has none of that id. */
export function whichSince(tx: Tx, organisation: OrganisationId, caseId: CaseId, since: string) {
  return tx.maybe(
    whichRow,
    sql`select n.kind, n.share_id as "shareId", n.answer is null as open from share_since n
      where n.organisation_id = ${organisation} and n.case_id = ${caseId} and n.id = ${since}`,
  );
}

/** What somebody found who looked whether it repeats what was held back. @throws stale where somebody looked before */
export async function answerDoubt(
  tx: Tx,
  office: Office,
  share: Share,
  { found, why }: { readonly found: 'repeats' | 'nothing'; readonly why: string },
): Promise<void> {
  if ((await settleDoubts(tx, office, share, { found, why })) === 0) throw new Fault('stale');
  const said = found === 'repeats' ? 'It repeats' : 'Nothing in it repeats';
  await note(tx, office, share, `${said} what was held back since: somebody looked.`, why);
  if (found === 'repeats' && share.droppedAt === null) await dropShare(tx, office, share, why);
}

const answeredRow = z.object({ id: z.uuid() });

/** They need not have the correction. @throws stale where somebody said so before, or it was sent */
export async function answerCorrection(tx: Tx, office: Office, share: Share, why: string): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId } = share;
  const answered = await tx.rows(
    answeredRow,
    sql`update share_since
      set answer = 'not_sent', answered_at = ${now}, answered_by = ${staff}, answered_why = ${why}
      where organisation_id = ${organisation} and case_id = ${caseId} and share_id = ${share.id}
        and kind = 'corrected' and answer is null returning id`,
  );
  if (answered.length === 0) throw new Fault('stale');
  for (const { id: subjectId } of answered)
    await happened(tx, office, {
      ...{ name: 'share.correction-not-sent', caseId, subjectId, keepsOnly: 'its subject' },
    });
  await note(tx, office, share, 'What was put right since is not sent to them.', why);
}

async function note(tx: Tx, office: Office, share: Share, said: string, why: string): Promise<void> {
  await addEntry(tx, office, {
    ...{ caseId: share.caseId, kind: 'decision', source: 'record', subjectId: share.id, disclosableTo: [] },
    ...{ happenedAt: office.now, knownAt: office.now },
    words: [said, shareInWords(share), why].join('\n\n'),
  });
}

/** What leaves takes corrections along: to the same agency and role they are owed no more. */
export async function correctionsSent(
  tx: Tx,
  office: Office,
  { caseId, sentId }: { readonly caseId: CaseId; readonly sentId: string },
): Promise<void> {
  const { organisation, staff, now } = office;
  const sent = await tx.rows(
    answeredRow,
    sql`update share_since n set answer = 'sent', answered_at = ${now}, answered_by = ${staff}
      where n.organisation_id = ${organisation} and n.case_id = ${caseId} and n.kind = 'corrected'
        and n.answer is null and lintel.puts_right(n, ${sentId})
      returning n.id`,
  );
  for (const { id: subjectId } of sent)
    await happened(tx, office, {
      ...{ name: 'share.correction-sent', caseId, subjectId, keepsOnly: 'its subject' },
    });
}

const mineRow = z.object({ mine: z.boolean() });

/** Whether they decided it, or sent something by it: somebody else looks. */
export async function isTheirs(
  tx: Tx,
  { organisation, staff }: Pick<Office, 'organisation' | 'staff'>,
  share: Share,
): Promise<boolean> {
  if (share.decidedBy === staff) return true;
  const { mine } = await tx.one(
    mineRow,
    sql`select exists (select from share_sent t where t.organisation_id = ${organisation}
      and t.case_id = ${share.caseId} and t.share_id = ${share.id} and t.sent_by = ${staff}) as mine`,
  );
  return mine;
}
