import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DocumentModel } from '#kit/documents/model.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { sentAs } from '#modules/chronology/pure.ts';
import type { CaseId } from '#rules/facts.ts';

const row = z.object({ read: z.boolean() });

/** Whether they opened what would leave by a decision as it stands now: after any change it is opened anew. */
export async function hasRead(
  tx: Tx,
  { organisation, staff }: Pick<Office, 'organisation' | 'staff'>,
  what: {
    readonly caseId: CaseId;
    readonly shareId: string;
    readonly print: string;
    /** Opened before this is not opened. */
    readonly since?: Temporal.Instant | undefined;
  },
): Promise<boolean> {
  const { read } = await tx.one(
    row,
    sql`select exists (select from event e where e.organisation_id = ${organisation} and e.case_id = ${what.caseId}
      and e.name = 'share.viewed' and e.subject_id = ${what.shareId} and e.staff_id = ${staff}
      and e.data ->> 'print' = ${what.print} and e.at >= coalesce(${what.since ?? null}, e.at)) as read`,
  );
  return read;
}

const unreadRow = z.object({ unread: z.boolean(), taken: z.boolean() });

/**
 * Whether something that was sent because of danger was never opened by them as it left; and whether something was
 * taken away besides, of which nothing is kept to be opened.
 */
export async function sentUnread(
  tx: Tx,
  { organisation, staff }: Pick<Office, 'organisation' | 'staff'>,
  { caseId, shareId }: { readonly caseId: CaseId; readonly shareId: string },
): Promise<z.infer<typeof unreadRow>> {
  const ofShare = sql`e.organisation_id = ${organisation} and e.case_id = ${caseId} and e.subject_id = ${shareId}`;
  return tx.one(
    unreadRow,
    sql`select exists (select from share_sent t where t.organisation_id = ${organisation} and t.case_id = ${caseId}
          and t.share_id = ${shareId} and t.second = 'afterwards'
          and not exists (select from event e where ${ofShare} and e.name = 'share.viewed'
            and e.staff_id = ${staff} and e.data ->> 'print' = encode(t.sha256, 'hex'))) as unread,
        exists (select from event e where ${ofShare} and e.name = ${sentAs.afterwards}
          and e.data ->> 'way' = 'taken') as taken`,
  );
}

/** Of every word that they would read, but not who sends it and when: the same where nothing of it has changed. */
export function fingerprintOf({ title, facts, sections }: DocumentModel): string {
  const said = { title, facts: facts.filter(({ name }) => name !== 'From'), sections };
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
