import { z } from 'zod';
import { proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { id, instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import { sentAs } from '#modules/chronology/pure.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import type { DataKind, RecipientSort, SharePurpose } from '#rules/sharing.ts';
import type { Telling, View } from '../choices.ts';
import { secondKind } from '../second.ts';

const row = z.object({
  id: z.uuid(),
  caseId: id<CaseId>(),
  recipientId: id<string>(),
  agency: z.string(),
  role: z.string(),
  sort: z.string() as unknown as z.ZodType<RecipientSort>,
  recipientEndedAt: instant.nullable(),
  purpose: z.string() as unknown as z.ZodType<SharePurpose>,
  kinds: z.array(z.string()) as unknown as z.ZodType<readonly DataKind[]>,
  entries: z.array(z.string()).readonly(),
  planVersionId: z.string().nullable(),
  assessments: z.array(z.string()).readonly(),
  words: z.string(),
  /** What of the plan goes, a line each. */
  planSaid: z.array(z.string()).readonly(),
  /** Something was held back since that it may repeat in other words, and nobody has looked yet. */
  inDoubt: z.boolean(),
  /** Of what left by it, something was put right since, and whoever has it was not told. */
  corrected: z.boolean(),
  /** Of rules/lawful-basis.ts; '': on their agreement alone. */
  basis: z.string(),
  condition: z.string(),
  power: z.string(),
  necessity: z.string(),
  proportionality: z.string(),
  view: z.string() as unknown as z.ZodType<View>,
  viewWords: z.string(),
  told: z.string() as unknown as z.ZodType<Telling>,
  toldWhy: z.string(),
  /** The referral of a child or an adult at risk that it is. */
  referralId: z.uuid().nullable(),
  inDanger: z.boolean(),
  /** Something left by it, by whatever way. */
  hasLeft: z.boolean(),
  /** Something left by it before a second person had decided, for somebody was in danger. */
  sentInDanger: z.boolean(),
  /** And it was whoever asks now that sent it. */
  sentInDangerByMe: z.boolean(),
  decidedBy: id<StaffId>(),
  decidedByName: z.string().nullable(),
  decidedAt: instant,
  droppedAt: instant.nullable(),
  droppedByName: z.string().nullable(),
  droppedWhy: z.string(),
});
/** What was decided to be shared, as it was decided. */
export type ShareRow = z.infer<typeof row>;

export const seconds = proposalsIn(sql`share_second`, secondKind);
const secondRow = z.object({ ...proposalRow(secondKind), shareId: z.uuid(), by: id<StaffId>().nullable() });
export type SecondRow = z.infer<typeof secondRow>;

/** With what a second person said of it; null where nobody was asked, for they had agreed. */
export interface Share extends ShareRow {
  readonly second: SecondRow | null;
}

/** What was decided to be shared in a case, the newest first. */
export function sharesOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Share[]> {
  return read(tx, organisation, caseId, sql`true`);
}

/** One of them; null where this case has none of that id. */
export async function shareOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  shareId: string,
): Promise<Share | null> {
  const [found = null] = await read(tx, organisation, caseId, sql`h.id = ${shareId}`);
  return found;
}

async function read(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  which: Sql,
): Promise<readonly Share[]> {
  const inDanger = sql`select e.subject_id from event e
    where e.organisation_id = ${organisation} and e.case_id = ${caseId} and e.name = ${sentAs.afterwards}`;
  const waits = (kind: 'held' | 'corrected') => sql`exists (select from share_since n
    where n.organisation_id = h.organisation_id and n.share_id = h.id and n.kind = ${kind} and n.answer is null)`;
  const [shares, asked] = await Promise.all([
    tx.rows(
      row,
      sql`select h.id, h.case_id as "caseId", h.recipient_id as "recipientId", r.agency, r.role, r.sort,
          r.ended_at as "recipientEndedAt", h.purpose, lintel.share_kinds(h) as kinds, h.entries::text[] as entries,
          h.plan_version_id as "planVersionId", h.assessments::text[] as assessments, h.words, h.basis, h.condition,
          array(select lintel.plan_said(h.organisation_id, h.plan_version_id)) as "planSaid",
          ${waits('held')} as "inDoubt", ${waits('corrected')} as corrected,
          h.power, h.necessity, h.proportionality, h.view, h.view_words as "viewWords", h.told,
          h.told_why as "toldWhy", h.referral_id as "referralId",
          h.in_danger as "inDanger", h.id = any (array(${inDanger})) as "sentInDanger",
          h.id = any (array(select e.subject_id from event e where e.organisation_id = ${organisation}
            and e.case_id = ${caseId} and e.name = any (${Object.values(sentAs)}))) as "hasLeft",
          h.id = any (array(${inDanger} and e.staff_id = lintel.staff())) as "sentInDangerByMe",
          h.decided_by as "decidedBy", s.name as "decidedByName",
          h.decided_at as "decidedAt", h.dropped_at as "droppedAt", t.name as "droppedByName",
          h.dropped_why as "droppedWhy"
        from share h
        join share_recipient r on r.organisation_id = h.organisation_id and r.id = h.recipient_id
        left join staff s on s.organisation_id = h.organisation_id and s.id = h.decided_by
        left join staff t on t.organisation_id = h.organisation_id and t.id = h.dropped_by
        where h.organisation_id = ${organisation} and h.case_id = ${caseId} and ${which}
        order by h.decided_at desc, h.id desc limit 200`,
    ),
    tx.rows(
      secondRow,
      sql`select ${proposalColumns(seconds)}, p.share_id as "shareId", p.decided_by as by
        from ${proposalTable(seconds)} where p.organisation_id = ${organisation} and p.case_id = ${caseId}`,
    ),
  ]);
  const bySecond = new Map(asked.map((each) => [each.shareId, each]));
  return shares.map((share) => ({ ...share, second: bySecond.get(share.id) ?? null }));
}
