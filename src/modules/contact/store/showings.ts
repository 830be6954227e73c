import { z } from 'zod';
import type { ShowReason } from '#kit/components/show-because.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, DisclosureId, OrganisationId } from '#rules/facts.ts';

/** A number, an address or an e-mail that was shown outside what was agreed: of a case, or of a disclosure. */
export interface NewShown {
  readonly caseId: CaseId | null;
  readonly disclosureId: DisclosureId | null;
  readonly channel: string;
  /** The version of the further way that was shown; null or undefined: any other. */
  readonly agreedWayId?: string | null;
  readonly reason: ShowReason;
  /** Their own; kept behind the wall, and in no event. */
  readonly words: string;
}

/** To be called before what is shown leaves the program: whoever looked, looked. */
export async function recordShown(tx: Tx, office: Office, shown: NewShown): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId, disclosureId, channel, agreedWayId = null, reason, words } = shown;
  const about = disclosureId ? { case: null, disclosure: disclosureId } : { case: caseId, disclosure: null };
  await Promise.all([
    tx.run(sql`insert into contact_shown (organisation_id, id, case_id, disclosure_id, channel, agreed_way_id,
        reason, words, shown_at, shown_to)
      values (${organisation}, ${newId<string>()}, ${about.case}, ${about.disclosure}, ${channel},
        ${agreedWayId}, ${reason}, ${words}, ${now}, ${staff})`),
    happened(tx, office, {
      name: 'contact-detail.shown',
      caseId,
      subjectId: disclosureId,
      data: { channel, reason },
    }),
  ]);
}

const row = z.object({
  id: z.uuid(),
  shownAt: instant,
  shownToName: z.string().nullable(),
  /** What the further way is called; null for any other. */
  wayName: z.string().nullable(),
  reason: z.string(),
  words: z.string(),
});
export type Shown = z.infer<typeof row>;

/** Who saw it outside what was agreed, the latest first. */
export function shownIn(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Shown[]> {
  return tx.rows(
    row,
    sql`select w.id, w.shown_at as "shownAt", s.name as "shownToName", a.name as "wayName",
        w.reason, w.words
      from contact_shown w
      left join agreed_way a on a.organisation_id = w.organisation_id and a.id = w.agreed_way_id
      left join staff s on s.organisation_id = w.organisation_id and s.id = w.shown_to
      where w.organisation_id = ${organisation} and w.case_id = ${caseId}
      order by w.shown_at desc, w.id desc limit 50`,
  );
}
