import { z } from 'zod';
import { id, type Sql, sql, type Tx } from '#kit/sql.ts';
import { dangerStands } from '#modules/disclosures/index.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { type DecisionKind, decisionKinds, type ToDecide } from '../decision-kinds.ts';

const row = z.object({
  id: z.uuid(),
  kind: z.enum(decisionKinds),
  caseId: id<CaseId>().nullable(),
  disclosureId: z.uuid().nullable(),
  reference: z.string().nullable(),
  danger: z.boolean(),
});

const inCase = sql`c.id, null::uuid, c.reference, c.immediate_danger`;
const inDisclosure = sql`null::uuid, d.id, d.reference, ${dangerStands}`;
const aboutNobody = sql`null::uuid, null::uuid, null::text, false`;
const ofCase = sql`join case_file c on c.organisation_id = p.organisation_id and c.id = p.case_id`;
const ofDisclosure = sql`join disclosure d on d.organisation_id = p.organisation_id and d.id = p.disclosure_id`;

/** Of each kind what waits: in which table, with what it is about, and whoever may not decide besides its proposer. */
function from(kind: DecisionKind, staff: StaffId): Sql {
  const byAnother = sql`p.decision is null and p.proposed_by is distinct from ${staff}`;
  switch (kind) {
    case 'case_closing':
      return sql`${inCase} from case_closing p ${ofCase} where ${byAnother} and p.signature_needed`;
    case 'pause_proposal':
      return sql`${inCase} from pause_proposal p ${ofCase} where ${byAnother}`;
    case 'breathing_space_proposal':
      return sql`${inCase} from breathing_space_proposal p ${ofCase} where ${byAnother}`;
    case 'support_cost':
      return sql`${inCase} from support_cost p ${ofCase} where ${byAnother}`;
    case 'perpetrator_action_decision':
      return sql`${inCase} from perpetrator_action_decision p ${ofCase} where ${byAnother}`;
    case 'counter_judgement':
      return sql`${inCase} from counter_judgement p ${ofCase} where ${byAnother}`;
    case 'home_offer_lesser':
      return sql`${inCase} from home_offer_lesser p ${ofCase} where ${byAnother}`;
    case 'mediation_decision':
      return sql`${inCase} from mediation_decision p ${ofCase} where ${byAnother}`;
    case 'tenancy_event_answer':
      return sql`${inCase} from tenancy_event_answer p ${ofCase} where ${byAnother}`;
    case 'tenancy_event_check':
      return sql`${aboutNobody} from tenancy_event p where p.told is null and p.given_to = ${staff}`;
    case 'share_second':
      return sql`${inCase} from share_second p ${ofCase} where ${byAnother}`;
    case 'handover':
      return sql`${inDisclosure} from handover p ${ofDisclosure} where ${byAnother}
        and not exists (select from triage t where t.organisation_id = p.organisation_id
          and t.disclosure_id = p.disclosure_id and t.decided_at = p.proposed_at and t.reached_by = ${staff})`;
    case 'told_contact':
      return sql`${inDisclosure} from told_contact p ${ofDisclosure} where ${byAnother} and p.spoke_by <> ${staff}`;
    case 'disclosure_joining':
      return sql`${inDisclosure} from disclosure_joining p ${ofDisclosure} where ${byAnother}`;
    case 'office_closure':
      return sql`${aboutNobody} from office_closure p where ${byAnother}`;
    case 'risk_threshold':
      return sql`${aboutNobody} from risk_threshold p where ${byAnother} and p.needs_second`;
    case 'policy_change':
      return sql`${aboutNobody} from policy_change p where ${byAnother}`;
    case 'hold_system':
      return sql`${aboutNobody} from hold_system p where ${byAnother}`;
    case 'message_wording':
      return sql`${aboutNobody} from message_wording p where ${byAnother}`;
    case 'sender_proposal':
      return sql`${aboutNobody} from sender_proposal p where ${byAnother}`;
    case 'confirmation':
      return sql`${aboutNobody} from confirmation p where p.asked_by <> ${staff} and p.staff_id <> ${staff}
        and exists (select from staff s where s.organisation_id = p.organisation_id and s.id = p.staff_id
          and s.ended_at is null)
        and not exists (select from confirmation_decision k where k.organisation_id = p.organisation_id
          and k.confirmation_id = p.id)`;
  }
}

/** What waits for whoever asks to decide, of these kinds; only behind their wall. */
export function decisionsWaiting(
  tx: Tx,
  organisation: OrganisationId,
  { staff, kinds }: { readonly staff: StaffId; readonly kinds: readonly DecisionKind[] },
): Promise<readonly ToDecide[]> {
  const [first, ...others] = kinds.map(
    (kind) =>
      sql`(select p.id, ${kind} as kind, ${from(kind, staff)} and p.organisation_id = ${organisation} limit 50)`,
  );
  if (!first) return Promise.resolve([]);
  const all = others.reduce((so, each) => sql`${so} union all ${each}`, first);
  return tx.rows(
    row,
    sql`select * from (${all}) as w (id, kind, "caseId", "disclosureId", reference, danger)`,
  );
}
