import { z } from 'zod';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import type { DisclosureId, OrganisationId, StaffId } from '#rules/facts.ts';
import type { Definition } from '../definition.ts';
import type { AdultSafeguarding, Safeguarding } from '../triage-form.ts';
import { type Disclosure, disclosureRow, selectDisclosure } from './rows.ts';

/** The disclosure, or null where there is none or the wall is in front of it: nobody can tell which. */
export function disclosureOf(
  tx: Tx,
  organisation: OrganisationId,
  disclosureId: DisclosureId,
): Promise<Disclosure | null> {
  return tx.maybe(
    disclosureRow,
    sql`${selectDisclosure} where d.organisation_id = ${organisation} and d.id = ${disclosureId}`,
  );
}

const triageRow = z.object({
  id: z.uuid(),
  decidedAt: instant,
  decidedByName: z.string().nullable(),
  definition: z.string() as unknown as z.ZodType<Definition>,
  reasons: z.array(z.string()),
  outcome: z.enum(['new_case', 'existing_case', 'handover']),
  caseId: z.uuid().nullable(),
  handoverTo: z.string(),
  handoverContact: z.string(),
  handoverSaid: z.string(),
  safetyStep: z.string(),
  reachedByName: z.string().nullable(),
  reachedChannel: z.string(),
  reachedAt: instant.nullable(),
  safeguarding: z.string() as unknown as z.ZodType<Safeguarding>,
  safeguardingWhy: z.string(),
  adultSafeguarding: z.string() as unknown as z.ZodType<AdultSafeguarding>,
  adultSafeguardingWhy: z.string(),
  why: z.string(),
});
export type Triage = z.infer<typeof triageRow>;

/** Every decision of triage on a disclosure, the latest first. */
export function triagesOf(
  tx: Tx,
  organisation: OrganisationId,
  disclosureId: DisclosureId,
): Promise<readonly Triage[]> {
  return tx.rows(
    triageRow,
    sql`select t.id, t.decided_at as "decidedAt", s.name as "decidedByName", t.definition,
        t.definition_reasons as reasons, t.outcome, t.case_id as "caseId", t.handover_to as "handoverTo",
        t.handover_contact as "handoverContact", t.handover_said as "handoverSaid",
        t.safety_step as "safetyStep", r.name as "reachedByName", t.reached_channel as "reachedChannel",
        t.reached_at as "reachedAt", t.safeguarding, t.safeguarding_why as "safeguardingWhy",
        t.adult_safeguarding as "adultSafeguarding", t.adult_safeguarding_why as "adultSafeguardingWhy", t.why
      from triage t left join staff s on s.organisation_id = t.organisation_id and s.id = t.decided_by
      left join staff r on r.organisation_id = t.organisation_id and r.id = t.reached_by
      where t.organisation_id = ${organisation} and t.disclosure_id = ${disclosureId}
      order by t.decided_at desc, t.id desc`,
  );
}

const receiptRow = z.object({
  disclosureId: id<DisclosureId>(),
  reference: z.string(),
  /** As the record holds it: ISO 8601. */
  receivedAt: z.string(),
  /** When it was written down. */
  toldAt: instant,
  danger: z.boolean(),
  mayRead: z.boolean(),
});
export interface Receipt {
  readonly disclosureId: DisclosureId;
  readonly reference: string;
  readonly receivedAt: Temporal.Instant;
  /** When it was written down; it may have been known before. */
  readonly toldAt: Temporal.Instant;
  readonly danger: boolean;
  /** Whether the wall lets the recorder read what they recorded. */
  readonly mayRead: boolean;
}

/** What somebody may still see of what they recorded: its reference and when, never a word of it. */
export async function receiptOf(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  receipt: string,
): Promise<Receipt | null> {
  const found = await tx.maybe(
    receiptRow,
    sql`select e.subject_id as "disclosureId", e.data ->> 'reference' as reference,
        e.data ->> 'receivedAt' as "receivedAt", e.at as "toldAt",
        coalesce(e.data ->> 'danger' = 'true', false) as danger,
        exists (select from disclosure d
          where d.organisation_id = e.organisation_id and d.id = e.subject_id) as "mayRead"
      from event e
      where e.organisation_id = ${organisation} and e.id = ${receipt} and e.staff_id = ${staff}
        and e.name = 'disclosure.received'`,
  );
  return found && { ...found, receivedAt: Temporal.Instant.from(found.receivedAt) };
}
