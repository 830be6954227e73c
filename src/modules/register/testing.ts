import { officeUnder } from '#kit/office.ts';
import { shelve } from '#kit/pack-shelf.ts';
import type { Database } from '#kit/sql.ts';
import { packs } from '#packs/index.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { DateOrder } from './dates.ts';
import type { ImportRun } from './import-run.ts';
import { importRegister } from './jobs/import.ts';
import { textSource } from './jobs/source.ts';

/** For tests: a small estate of invented people, as a landlord's housing system exports it. */
export const estate = {
  homes: `reference,uprn,address_line_1,address_line_2,postcode,local_authority
H1,100000000001,1 Mill Lane,Exampleton,ex12ab,Exampleshire
H2,100000000002,2 Mill Lane,Exampleton,EX1 2AB,Exampleshire
`,
  people: `reference,given_name,family_name,also_known_as,date_of_birth,phones,emails
P001,Zoë,O'Brien,Zoe Field,1980-02-01,07700 900123,
P002,Sam,Okafor,,1979-07-08,07700 900124,
P003,Zoe,OBrien,,1980-02-01,,
`,
  tenancies: `reference,home_reference,tenure,tenancy_type,started_on,ended_on,tenant_references
T1,H1,rented,assured_periodic,2019-04-01,,P001;P002
`,
  residents: `home_reference,person_reference,relation,from,to
H1,P001,tenant,2019-04-01,
H1,P002,partner,2019-04-01,
`,
} as const;

const shelf = shelve(packs);

/** The files in an order that is not the one they need. */
export function importText(
  db: Database,
  organisation: OrganisationId,
  files: Readonly<Record<string, string>> = estate,
  {
    dryRun = false,
    now = '2026-11-18T10:00:00Z',
    dates,
  }: { readonly dryRun?: boolean; readonly now?: string; readonly dates?: DateOrder } = {},
): Promise<ImportRun> {
  const office = officeUnder(shelf, 'vivid-2023', {
    organisation,
    staff: null,
    now: Temporal.Instant.from(now),
  });
  const sources = Object.entries(files).map(([name, text]) => textSource(`${name}.csv`, text));
  return importRegister(db, office, { files: sources.toReversed(), dryRun, dates });
}
