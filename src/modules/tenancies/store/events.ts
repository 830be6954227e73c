import { z } from 'zod';
import { id, instant, plainDate, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import type { Advice, EventAnswer, FreeWill, HomeDecided, ServedBy } from '#rules/may-go-ahead.ts';
import type { TenancyEvent } from '#rules/tenancy-events.ts';
import type { ToldAnswer } from '../told.ts';

export const eventFields = {
  id: z.uuid(),
  tenancy: z.string(),
  kind: z.string() as unknown as z.ZodType<TenancyEvent>,
  way: z.enum(['hand', 'import', 'api']),
  givenOn: plainDate.nullable(),
  endsOn: plainDate.nullable(),
  words: z.string(),
  saidAt: instant,
  saidBy: id<StaffId>().nullable(),
  saidByName: z.string().nullable(),
  givenTo: id<StaffId>().nullable(),
  givenToName: z.string().nullable(),
  told: z.string().nullable() as unknown as z.ZodType<ToldAnswer | null>,
  toldFrom: instant.nullable(),
};
const row = z.object(eventFields);
/** A change of a tenancy, as whoever may read it reads it: nothing in it says whom it concerns. */
export type HeldEvent = Readonly<z.infer<typeof row>>;

export const eventColumns = sql`e.tenancy, e.kind, e.way, e.given_on as "givenOn", e.ends_on as "endsOn", e.words,
  e.said_at as "saidAt", e.said_by as "saidBy", said.name as "saidByName", e.given_to as "givenTo",
  checks.name as "givenToName", e.told, e.told_from as "toldFrom"`;
export const eventNames = sql`left join staff said on said.organisation_id = e.organisation_id and said.id = e.said_by
  left join staff checks on checks.organisation_id = e.organisation_id and checks.id = e.given_to`;
const selecting: Sql = sql`select e.id, ${eventColumns} from tenancy_event e ${eventNames}`;

const listedAtMost = 100;

/** What is held, then what is answered, the latest first; to whoever is not of the team, what they entered. */
export function heldEvents(tx: Tx, organisation: OrganisationId): Promise<readonly HeldEvent[]> {
  return tx.rows(
    row,
    sql`${selecting} where e.organisation_id = ${organisation}
      order by e.told is not null, e.said_at desc, e.id desc limit ${listedAtMost}`,
  );
}

export function findEvent(tx: Tx, organisation: OrganisationId, eventId: string): Promise<HeldEvent | null> {
  return tx.maybe(row, sql`${selecting} where e.organisation_id = ${organisation} and e.id = ${eventId}`);
}

const checkRow = z.object({
  id: z.uuid(),
  caseId: id<CaseId>().nullable(),
  reference: z.string().nullable(),
  answer: z.string().nullable() as unknown as z.ZodType<EventAnswer | null>,
  findings: z.array(
    z.object({
      servedBy: z.string() as unknown as z.ZodType<ServedBy>,
      freeWill: z.string() as unknown as z.ZodType<FreeWill>,
      advice: z.string() as unknown as z.ZodType<Advice>,
      home: z.string() as unknown as z.ZodType<HomeDecided>,
      words: z.string(),
    }),
  ),
});
/** Where whoever asks looks into it: in a case that they may see, or by themselves. Others find nothing here. */
export type OwnCheck = Readonly<z.infer<typeof checkRow>>;

export function ownChecks(
  tx: Tx,
  organisation: OrganisationId,
  eventId: string,
): Promise<readonly OwnCheck[]> {
  return tx.rows(
    checkRow,
    sql`select k.id, k.case_id as "caseId", c.reference, k.answer,
        coalesce((select json_agg(json_build_object('servedBy', f.served_by, 'freeWill', f.free_will,
            'advice', f.advice, 'home', f.home, 'words', f.words) order by f.found_at desc, f.id desc)
          from tenancy_event_finding f where f.organisation_id = k.organisation_id and f.check_id = k.id
            and f.case_id is null), '[]') as findings
      from tenancy_event_check k
        left join case_file c on c.organisation_id = k.organisation_id and c.id = k.case_id
      where k.organisation_id = ${organisation} and k.event_id = ${eventId}
      order by c.opened_at, k.id`,
  );
}
