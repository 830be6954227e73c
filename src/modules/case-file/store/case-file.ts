import { z } from 'zod';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import {
  type CaseId,
  type OrganisationId,
  type PersonId,
  type PropertyId,
  type Role,
  riskLevels,
  roles,
  type StaffId,
  type TenancyId,
} from '#rules/facts.ts';
import type { PlannedChannel } from '#rules/no-longer-agreed.ts';
import { repeatDefinitions } from '#rules/repeat.ts';
import { caseStates, planStandings } from '../states.ts';
import { homeKinds } from '../where-they-live.ts';
import { surroundings, surroundingsRow } from './surroundings.ts';

export const childrenAnswers = ['not_asked', 'yes', 'no', 'not_known'] as const;
export type ChildrenAnswer = (typeof childrenAnswers)[number];

const nextRow = z
  .object({
    channel: z.string() as unknown as z.ZodType<PlannedChannel>,
    over: z.string(),
    startsAt: z.string(),
    endsAt: z.string(),
    interpreter: z.enum(['not_needed', 'to_book', 'booked']),
    gender: z.string().nullable(),
    placeThen: z.string(),
    outside: z.array(z.string()),
    staffIds: z.array(id<StaffId>()),
    around: surroundingsRow,
  })
  .nullable();

const row = z.object({
  id: id<CaseId>(),
  reference: z.string(),
  state: z.enum(caseStates),
  openedAt: instant,
  personId: id<PersonId>().nullable(),
  describedAs: z.string(),
  propertyId: id<PropertyId>().nullable(),
  tenancyId: id<TenancyId>().nullable(),
  /** What was written down of where they live; null: nothing yet. */
  homeKind: z.enum(homeKinds.map(({ value }) => value)).nullable(),
  /** An address outside the register. */
  homeElsewhere: z.string(),
  /** When another home than before was put on record; null: never. */
  homeMovedAt: instant.nullable(),
  leadId: id<StaffId>().nullable(),
  leadName: z.string().nullable(),
  immediateDanger: z.boolean(),
  /** When they were last asked about danger, and since when a later time passed without asking. */
  dangerAskedAt: instant.nullable(),
  dangerUnaskedAt: instant.nullable(),
  children: z.enum(childrenAnswers),
  /** Whether an adult needs care or support and is at risk (L2.5). */
  adultsAtRisk: z.enum(childrenAnswers),
  lastContactAt: instant.nullable(),
  nextDueAt: instant.nullable(),
  closedAt: instant.nullable(),
  riskLevel: z.enum(riskLevels).nullable(),
  riskLevelAt: instant.nullable(),
  /** A named person judged it; a level that is only proposed was signed by nobody. */
  riskJudged: z.boolean(),
  everHigh: z.boolean(),
  planStanding: z.enum(planStandings).nullable(),
  planAt: instant.nullable(),
  nextPlannedAt: instant.nullable(),
  /** The visit or call that is next, as it was planned: whether it is agreed still, every page of the case asks. */
  nextPlanned: nextRow,
  pausedAt: instant.nullable(),
  repeatOf: id<CaseId>().nullable(),
  repeatDefinition: z.enum(repeatDefinitions.map(({ value }) => value)).nullable(),
  repeatCounts: z.boolean().nullable(),
  version: z.number(),
  grantedStaff: z.array(id<StaffId>()),
  grantedRoles: z.array(z.enum(roles) as z.ZodType<Role>),
  blockedStaff: z.array(id<StaffId>()),
  /** Whoever asks is in this case by emergency alone, until then. */
  emergencyUntil: instant.nullable(),
  opened: z.literal(true),
});
type CaseRow = z.infer<typeof row>;
type NextRow = NonNullable<CaseRow['nextPlanned']>;
export interface CaseFile extends Omit<CaseRow, 'nextPlanned'> {
  readonly nextPlanned:
    | (Omit<NextRow, 'startsAt' | 'endsAt'> & {
        readonly startsAt: Temporal.Instant;
        readonly endsAt: Temporal.Instant;
      })
    | null;
}

/**
 * Asks the case's wall once and remembers the answer for the rest of the transaction, then reads the case.
 * Send it first: what belongs to the case may follow in the same round trip.
 * @returns null where there is no such case, or the wall is in front of it: nobody can tell which.
 */
export async function openFile(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<CaseFile | null> {
  const found = await tx.maybe(
    row,
    sql`select c.id, c.reference, c.state, c.opened_at as "openedAt", c.person_id as "personId",
        c.described_as as "describedAs", c.property_id as "propertyId", c.tenancy_id as "tenancyId",
        c.home_kind as "homeKind", c.home_elsewhere as "homeElsewhere", c.home_moved_at as "homeMovedAt",
        c.lead_id as "leadId", s.name as "leadName", c.immediate_danger as "immediateDanger", c.children,
        c.danger_asked_at as "dangerAskedAt", c.danger_unasked_at as "dangerUnaskedAt",
        c.adults_at_risk as "adultsAtRisk",
        c.last_contact_at as "lastContactAt", c.next_due_at as "nextDueAt", c.closed_at as "closedAt", c.version,
        c.risk_level as "riskLevel", c.risk_level_at as "riskLevelAt", c.risk_judged as "riskJudged",
        c.ever_high as "everHigh",
        c.plan_standing as "planStanding", c.plan_at as "planAt", c.next_planned_at as "nextPlannedAt",
        c.paused_at as "pausedAt", c.repeat_of as "repeatOf",
        c.repeat_definition as "repeatDefinition", c.repeat_counts as "repeatCounts",
        c.granted_staff as "grantedStaff", c.granted_roles as "grantedRoles", c.blocked_staff as "blockedStaff",
        lintel.emergency_until(c.id) as "emergencyUntil",
        case when c.id = lintel.opened_case() then true else lintel.open_case(c.id) end as opened,
        case when c.next_planned_at is not null then (${next}) end as "nextPlanned"
      from case_file c
      left join staff s on s.organisation_id = c.organisation_id and s.id = c.lead_id
      where c.organisation_id = ${organisation} and c.id = ${caseId}`,
  );
  return found && { ...found, nextPlanned: found.nextPlanned && withMoments(found.nextPlanned) };
}

/** JSON knows no moments. */
function withMoments(next: NextRow): NonNullable<CaseFile['nextPlanned']> {
  const { startsAt, endsAt } = next;
  return { ...next, startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) };
}

const next = sql`select json_build_object('channel', p.channel, 'over', coalesce(w.way_id::text, 'first'),
    'startsAt', p.starts_at, 'endsAt', p.ends_at, 'interpreter', p.interpreter, 'gender', g.gender,
    'outside', p.outside, 'staffIds', array_remove(array[p.staff_id, p.second_staff_id], null),
    'around', ${surroundings({ channel: sql`p.channel`, at: sql`p.planned_at` })},
    'placeThen', coalesce(w.value, nullif(a.meeting_place, ''),
      case when a.channel = 'in_person' then a.value end, ''))
  from planned_contact p
  left join agreed_way w on w.organisation_id = p.organisation_id and w.id = p.agreed_way_id
  left join safe_contact a on a.organisation_id = p.organisation_id and a.id = p.safe_contact_id
  left join worker_gender g on g.organisation_id = p.organisation_id and g.staff_id = p.staff_id
  where p.organisation_id = c.organisation_id and p.case_id = c.id and p.ended_at is null
  order by p.starts_at, p.id limit 1`;

const aboutRow = row
  .pick({ id: true, reference: true, state: true, openedAt: true, closedAt: true })
  .readonly();
export type CaseAbout = z.infer<typeof aboutRow>;

/** Cases about a person, or a home in which they live or lived, newest first; those that the asker's wall shows. */
export async function casesAbout(
  tx: Tx,
  organisation: OrganisationId,
  about: { readonly personId?: PersonId | null; readonly propertyId?: PropertyId | null },
): Promise<readonly CaseAbout[]> {
  const { personId = null, propertyId = null } = about;
  return tx.rows(
    aboutRow,
    sql`select id, reference, state, opened_at as "openedAt", closed_at as "closedAt" from case_file
      where organisation_id = ${organisation} and (person_id = ${personId} or property_id = ${propertyId}
        or id = any (array(select h.case_id from case_home h
          where h.organisation_id = ${organisation} and h.property_id = ${propertyId}
            and not exists (select from case_home w
              where w.organisation_id = h.organisation_id and w.corrects_id = h.id))))
      order by opened_at desc, id desc limit 50`,
  );
}
