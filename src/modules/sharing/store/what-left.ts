import { z } from 'zod';
import type { DocumentModel } from '#kit/documents/model.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { opened, type SentWay } from './send.ts';

const row = z.object({
  way: z.string() as unknown as z.ZodType<SentWay>,
  toWhom: z.string(),
  sha256: z.string(),
  sentAt: instant,
  sealed: z.instanceof(Buffer),
  document: z.instanceof(Buffer).nullable(),
});

export interface WhatLeft extends Pick<z.infer<typeof row>, 'way' | 'toWhom' | 'sha256' | 'sentAt'> {
  /** What they read; of a pack its parts, each by its hash; null: of it the file alone is kept. */
  readonly read: DocumentModel | readonly string[] | null;
}

/** What was sealed as it left; null where there is none, or a byte of it was changed. */
export async function whatLeftAs(
  tx: Tx,
  organisation: OrganisationId,
  secret: string,
  { caseId, shareId, sentId }: { readonly caseId: CaseId; readonly shareId: string; readonly sentId: string },
): Promise<WhatLeft | null> {
  const found = await tx.maybe(
    row,
    sql`select t.way, t.to_whom as "toWhom", encode(t.sha256, 'hex') as sha256, t.sent_at as "sentAt", t.sealed,
        t.document
      from share_sent t
      where t.organisation_id = ${organisation} and t.case_id = ${caseId} and t.share_id = ${shareId}
        and t.id = ${sentId}`,
  );
  if (!found) return null;
  const { sealed, document, ...left } = found;
  const kept = left.way === 'link' || left.way === 'evidence' ? sealed : document;
  if (kept === null) return { ...left, read: null };
  const plain = opened(secret, sentId, kept)?.toString();
  if (plain === undefined) return null;
  if (left.way === 'evidence') return { ...left, read: plain.split('\n').filter((line) => line !== '') };
  return { ...left, read: JSON.parse(plain) as DocumentModel };
}
