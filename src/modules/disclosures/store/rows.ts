import { z } from 'zod';
import { id, instant, type Sql, sql } from '#kit/sql.ts';
import type { CaseId, DisclosureId, PersonId, PropertyId, StaffId } from '#rules/facts.ts';
import { type Answers, question, questionNames } from '../questions/all.ts';
import type { DisclosureValue } from '../value.ts';
import { claimColumns, claimJoin, claimShape } from './claim-columns.ts';

/** The answers as the table holds them, each under the name of its question. */
const answerRow = Object.fromEntries(
  questionNames.map((name) => [name, question(name).kind.row]),
) as unknown as { readonly [N in keyof Answers]: z.ZodType<Answers[N]> };

export const disclosureRow = z.object({
  ...answerRow,
  id: id<DisclosureId>(),
  reference: z.string(),
  receivedAt: instant,
  recordedAt: instant,
  recordedBy: id<StaffId>().nullable(),
  recordedByName: z.string().nullable(),
  personId: id<PersonId>().nullable(),
  propertyId: id<PropertyId>().nullable(),
  routeDetails: z.record(z.string(), z.string()),
  conflicts: z.array(z.object({ staffId: z.uuid(), relation: z.string() })) as unknown as z.ZodType<
    DisclosureValue['conflicts']
  >,
  /** Who is kept from it because of what it tells, and by what. */
  keptApart: z.array(z.object({ staffId: id<StaffId>(), source: z.uuid(), by: z.array(z.string()) })),
  ringAt: instant.nullable(),
  childrenTold: z.array(z.object({ name: z.string(), age: z.string(), school: z.string() })),
  caseId: id<CaseId>().nullable(),
  triagedAt: instant.nullable(),
  version: z.number(),
  ...claimShape,
});

/** A disclosure as the team reads it. */
export type Disclosure = z.infer<typeof disclosureRow>;

/** The columns of the questions, in their order: the names are the program’s own, never what somebody typed. */
export const answerColumns = raw(questionNames.map((name) => question(name).column).join(', '));
const answersNamed = raw(questionNames.map((name) => `d.${question(name).column} as "${name}"`).join(', '));

export const selectDisclosure = sql`select d.id, d.reference, d.received_at as "receivedAt",
    d.recorded_at as "recordedAt", d.recorded_by as "recordedBy", s.name as "recordedByName",
    d.person_id as "personId", d.property_id as "propertyId", ${answersNamed}, d.route_details as "routeDetails",
    d.conflicts, (select coalesce(jsonb_agg(m), '[]') from jsonb_array_elements(d.matched) m
      where (m ->> 'staffId')::uuid = any (d.blocked_staff)) as "keptApart", d.ring_at as "ringAt",
    d.children_told as "childrenTold", d.case_id as "caseId", d.triaged_at as "triagedAt", d.version,
    ${claimColumns}
  from disclosure d
  left join staff s on s.organisation_id = d.organisation_id and s.id = d.recorded_by
  ${claimJoin}`;

function raw(text: string): Sql {
  return sql([text]);
}
