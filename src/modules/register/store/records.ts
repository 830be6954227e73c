import { z } from 'zod';
import { id, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, PersonId, PropertyId } from '#rules/facts.ts';
import { maskedEmail, maskedPhone } from '../phone.ts';
import type { HomeRecord, Occupant, PersonRecord, Residence } from '../record-of.ts';
import { shortAddress } from '../summary.ts';
import { visible } from '../visible.ts';
import { linksOf } from './matches.ts';
import { personSummary } from './people.ts';
import { propertySummary } from './properties.ts';
import { tenanciesOf } from './tenancies.ts';

const person = z.object({
  given_name: z.string(),
  family_name: z.string(),
  also_known_as: z.array(z.string()),
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  version: z.number(),
});

/**
 * Null where there is no such person on this landlord's register.
 * @param shown phones and e-mails as they are: only after somebody said why, and that was recorded
 */
export async function personRecord(
  tx: Tx,
  organisation: OrganisationId,
  personId: PersonId,
  shown = false,
): Promise<PersonRecord | null> {
  const [summary, more, homes, tenancies, household, links] = await Promise.all([
    personSummary(tx, organisation, personId),
    tx.maybe(
      person,
      sql`select given_name, family_name, also_known_as, phones, emails, version from person
        where organisation_id = ${organisation} and id = ${personId}`,
    ),
    residencesOf(tx, organisation, personId),
    tenanciesOf(tx, organisation, { personId }),
    householdOf(tx, organisation, personId),
    linksOf(tx, organisation, personId),
  ]);
  if (summary === null || more === null) return null;
  return {
    ...summary,
    givenName: more.given_name,
    familyName: more.family_name,
    alsoKnownAs: more.also_known_as,
    phones: shown ? more.phones : more.phones.map(maskedPhone),
    emails: shown ? more.emails : more.emails.map(maskedEmail),
    version: more.version,
    homes,
    tenancies,
    household,
    links,
  };
}

/** Null where there is no such home on this landlord's register. */
export async function homeRecord(
  tx: Tx,
  organisation: OrganisationId,
  propertyId: PropertyId,
): Promise<HomeRecord | null> {
  const [summary, tenancies, occupants] = await Promise.all([
    propertySummary(tx, organisation, propertyId),
    tenanciesOf(tx, organisation, { propertyId }),
    occupantsOf(tx, organisation, propertyId),
  ]);
  return summary && { ...summary, tenancies, occupants };
}

const propertyIdRow = z.object({
  property_id: id<PropertyId>(),
  address_lines: z.array(z.string()),
  postcode: z.string(),
  relation: z.string(),
  from_date: plainDate.nullable(),
  to_date: plainDate.nullable(),
});

async function residencesOf(
  tx: Tx,
  organisation: OrganisationId,
  personId: PersonId,
): Promise<readonly Residence[]> {
  const rows = await tx.rows(
    propertyIdRow,
    sql`select r.property_id, h.address_lines, h.postcode, r.relation, r.from_date, r.to_date from resident r
      join property h on h.organisation_id = r.organisation_id and h.id = r.property_id
      where r.organisation_id = ${organisation} and r.person_id = ${personId}
      order by r.to_date desc nulls first, r.from_date desc nulls last, h.home_order, h.id limit 50`,
  );
  return rows.map((row) => ({
    propertyId: row.property_id,
    address: shortAddress(row.address_lines, row.postcode),
    relation: row.relation,
    from: row.from_date,
    to: row.to_date,
  }));
}

const occupant = z.object({
  id: id<PersonId>(),
  name: z.string(),
  date_of_birth: plainDate.nullable(),
  relation: z.string(),
  from_date: plainDate.nullable(),
  to_date: plainDate.nullable(),
});
const occupantColumns = sql`p.id, trim(p.given_name || ' ' || p.family_name) as name, p.date_of_birth, r.relation,
  r.from_date, r.to_date`;

/** Who lives in a home or did, as far as the reader may know of each; who still does first. */
export async function occupantsOf(
  tx: Tx,
  organisation: OrganisationId,
  propertyId: PropertyId,
): Promise<readonly Occupant[]> {
  const rows = await tx.rows(
    occupant,
    sql`select ${occupantColumns} from resident r
      join person p on p.organisation_id = r.organisation_id and p.id = r.person_id
      where r.organisation_id = ${organisation} and r.property_id = ${propertyId}
      order by r.to_date desc nulls first, p.family_name, p.given_name, p.id limit 100`,
  );
  return rows.map(asOccupant);
}

async function householdOf(
  tx: Tx,
  organisation: OrganisationId,
  personId: PersonId,
): Promise<readonly Occupant[]> {
  const rows = await tx.rows(
    occupant,
    sql`select ${occupantColumns} from resident own
      join resident r on r.organisation_id = own.organisation_id and r.property_id = own.property_id
        and r.person_id <> own.person_id and r.to_date is null
      join person p on p.organisation_id = r.organisation_id and p.id = r.person_id
      where own.organisation_id = ${organisation} and own.person_id = ${personId} and own.to_date is null
      order by p.family_name, p.given_name, p.id limit 50`,
  );
  return rows.map(asOccupant);
}

function asOccupant(row: z.infer<typeof occupant>): Occupant {
  return {
    id: row.id,
    name: visible(row.name),
    dateOfBirth: row.date_of_birth,
    relation: row.relation,
    from: row.from_date,
    to: row.to_date,
  };
}
