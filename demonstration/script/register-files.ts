import type { Household, Resident } from './households.ts';
import type { InventedLandlord } from './landlords.ts';

/** The register as a landlord's housing system would export it: four CSV files. */
export interface RegisterFiles {
  readonly homes: string;
  readonly people: string;
  readonly tenancies: string;
  readonly residents: string;
}

export function registerFiles(landlord: InventedLandlord, households: readonly Household[]): RegisterFiles {
  const everybody = households.flatMap((household) => household.people);
  return {
    homes: csv(
      ['reference', 'uprn', 'address_line_1', 'town', 'postcode', 'local_authority'],
      households.map((home) => [
        home.reference,
        home.uprn,
        home.address,
        landlord.town,
        home.postcode,
        landlord.council,
      ]),
    ),
    people: csv(
      ['reference', 'given_name', 'family_name', 'date_of_birth', 'phones', 'emails'],
      [...everybody.map(person), ...twiceEntered(everybody).map(person)],
    ),
    tenancies: csv(
      ['reference', 'home_reference', 'tenure', 'tenancy_type', 'started_on', 'tenant_references'],
      households.map((home) => [
        tenancyOf(home),
        home.reference,
        home.tenure,
        home.tenancyType,
        home.since.toString(),
        tenants(home),
      ]),
    ),
    residents: csv(
      ['home_reference', 'person_reference', 'relation', 'from'],
      households.flatMap((home) =>
        home.people.map((each) => [home.reference, each.reference, each.relation, movedIn(home, each)]),
      ),
    ),
  };
}

function person(each: Resident): readonly string[] {
  return [
    each.reference,
    each.givenName,
    each.familyName,
    each.born.toString(),
    each.phone ?? '',
    each.email ?? '',
  ];
}

/** The reference of the tenancy of a home. */
export function tenancyOf({ reference }: Household): string {
  return reference.replace('H', 'T');
}

function tenants({ people, joint }: Household): string {
  return people
    .slice(0, joint ? 2 : 1)
    .map((each) => each.reference)
    .join(';');
}

/** Nobody moved in before they were born. */
function movedIn({ since }: Household, { born }: Resident): string {
  return (Temporal.PlainDate.compare(since, born) < 0 ? born : since).toString();
}

/** As in every real register, a few people are in it twice, once with a letter wrong. */
function twiceEntered(everybody: readonly Resident[]): readonly Resident[] {
  return everybody
    .filter((each) => each.relation === 'tenant' && each.phone !== null)
    .filter((_, at) => at % 75 === 30)
    .map((each) => ({
      ...each,
      reference: each.reference.replace('P', 'P9'),
      familyName: each.familyName.replace(/(.)\1|[aeiou](?=[^aeiou]+$)/, '$1'),
      email: null,
    }));
}

function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
