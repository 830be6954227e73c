import type { StaffContext } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import {
  occupantsOf,
  personSummary,
  propertySummary,
  searchRegister,
  tenanciesOf,
} from '#modules/register/index.ts';
import type { Found } from '#modules/register/pure.ts';
import type { PersonId, PropertyId } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import type { RegisterPart } from '../views/register.ts';

/** What the register knows of whoever was chosen, and of whatever was searched for. */
export async function registerPart(
  ctx: StaffContext,
  chosen: {
    readonly search: string;
    readonly personId: PersonId | null;
    readonly propertyId: PropertyId | null;
  },
): Promise<RegisterPart> {
  const { tx, organisation } = ctx;
  const { search, personId, propertyId } = chosen;
  const person = personId && (await personSummary(tx, organisation, personId));
  const property = propertyId && (await propertySummary(tx, organisation, propertyId));
  const tenancies = person ? await tenanciesOf(tx, organisation, { personId: person.id }) : [];
  const living = property && !person ? await occupantsOf(tx, organisation, property.id) : [];
  const found = search === '' ? nothingFound : await searchRegister(tx, organisation, search);
  const results = found.people.found.length + found.homes.found.length;
  if (search !== '') await record(tx, ctx, { name: 'register.searched', data: { results } });
  return {
    search,
    people: found.people.found.map(personFound),
    homes: found.homes.found.map((home) => ({ id: home.id, text: home.address })),
    person: person ? personFound(person) : null,
    property: property ? { id: property.id, text: property.address } : null,
    theirHomes: tenancies
      .filter(({ endedOn }) => endedOn === null)
      .map(({ propertyId: id, address }) => ({ id, text: address })),
    residents: living
      .filter(({ to }) => to === null)
      .map((each) => personFound({ ...each, address: each.relation || null })),
  };
}

const none = { found: [], more: false };
const nothingFound = { people: none, homes: none };

/** Enough to tell one person from another. */
function personFound(person: {
  readonly id: PersonId;
  readonly name: string;
  readonly dateOfBirth: Temporal.PlainDate | null;
  readonly address: string | null;
}): Found {
  const born = person.dateOfBirth ? `born ${dateInWords(person.dateOfBirth)}` : '';
  return { id: person.id, text: [person.name, born, person.address ?? ''].filter(Boolean).join(', ') };
}
