import { z } from 'zod';
import { id, instant, sql } from '#kit/sql.ts';
import type { CaseId, DisclosureId, PersonId, PropertyId, StaffId } from '#rules/facts.ts';
import type { DisclosureValue } from '../value.ts';

/** Checked where it was written, by the forms and by the table itself. */
const listed = <K extends keyof DisclosureValue>() => z.string() as unknown as z.ZodType<DisclosureValue[K]>;
const listedAll = <K extends keyof DisclosureValue>() =>
  z.array(z.string()) as unknown as z.ZodType<DisclosureValue[K]>;

export const disclosureRow = z.object({
  id: id<DisclosureId>(),
  reference: z.string(),
  receivedAt: instant,
  recordedAt: instant,
  recordedBy: id<StaffId>().nullable(),
  recordedByName: z.string().nullable(),
  route: listed<'route'>(),
  toldBy: listed<'toldBy'>(),
  verbatim: z.string(),
  immediateDanger: listed<'immediateDanger'>(),
  dangerResponse: z.string(),
  personName: z.string(),
  personAge: listed<'personAge'>(),
  personId: id<PersonId>().nullable(),
  propertyId: id<PropertyId>().nullable(),
  address: z.string(),
  allegedName: z.string(),
  allegedAge: listed<'allegedAge'>(),
  connection: listed<'connection'>(),
  happened: listed<'happened'>(),
  whoCanHear: z.string(),
  children: listed<'children'>(),
  childrenDetails: z.string(),
  pregnant: listed<'pregnant'>(),
  safeToContact: listed<'safeToContact'>(),
  contactChannel: listed<'contactChannel'>(),
  contactValue: z.string(),
  contactTimes: z.string(),
  contactDoNot: z.string(),
  accessNeeds: z.string(),
  viewsOnSharing: z.string(),
  promised: z.string(),
  abuseTypes: listedAll<'abuseTypes'>(),
  indicators: listedAll<'indicators'>(),
  routeDetails: z.record(z.string(), z.string()),
  informantName: z.string(),
  informantContact: z.string(),
  informantKnown: listed<'informantKnown'>(),
  staffInvolved: listed<'staffInvolved'>(),
  conflicts: z.array(z.object({ staffId: z.uuid(), relation: z.string() })) as unknown as z.ZodType<
    DisclosureValue['conflicts']
  >,
  caseId: id<CaseId>().nullable(),
  triagedAt: instant.nullable(),
  version: z.number(),
});

/** A disclosure as the team reads it. */
export type Disclosure = z.infer<typeof disclosureRow>;

export const selectDisclosure = sql`select d.id, d.reference, d.received_at as "receivedAt",
    d.recorded_at as "recordedAt", d.recorded_by as "recordedBy", s.name as "recordedByName", d.route,
    d.told_by as "toldBy", d.verbatim, d.immediate_danger as "immediateDanger",
    d.danger_response as "dangerResponse", d.person_name as "personName", d.person_age as "personAge",
    d.person_id as "personId", d.property_id as "propertyId", d.address, d.alleged_name as "allegedName",
    d.alleged_age as "allegedAge", d.connection, d.happened, d.who_can_hear as "whoCanHear", d.children,
    d.children_details as "childrenDetails", d.pregnant, d.safe_to_contact as "safeToContact",
    d.contact_channel as "contactChannel", d.contact_value as "contactValue", d.contact_times as "contactTimes",
    d.contact_do_not as "contactDoNot", d.access_needs as "accessNeeds", d.views_on_sharing as "viewsOnSharing",
    d.promised, d.abuse_types as "abuseTypes", d.indicators, d.route_details as "routeDetails",
    d.informant_name as "informantName", d.informant_contact as "informantContact",
    d.informant_known as "informantKnown", d.staff_involved as "staffInvolved", d.conflicts,
    d.case_id as "caseId", d.triaged_at as "triagedAt", d.version
  from disclosure d
  left join staff s on s.organisation_id = d.organisation_id and s.id = d.recorded_by`;
