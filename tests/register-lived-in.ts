import assert from 'node:assert/strict';
import { officeUnder } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { addHelplines, startingHelplines } from '#modules/account/index.ts';
import { comparePeople, importRegister, textSource } from '#modules/register/index.ts';
import type { Office } from './policy/office.ts';
import { upload } from './upload.ts';

const files = {
  homes: `reference,uprn,address_line_1,address_line_2,postcode,local_authority
H1,100000000001,1 Mill Lane,Exampleton,EX1 2AB,Exampleshire
H2,100000000002,"Flat 12, The Old Weaving Shed",Exampleton,EX1 2AC,Exampleshire
H3,,,Exampleton,,
`,
  people: `reference,given_name,family_name,also_known_as,date_of_birth,phones,emails
P1,Zelda,Quince,Zelda Marlow,1980-02-01,07700 900123,
P2,Orson,Quince,,1979-07-08,07700 900124,
P3,Zelda,Quinze,,1980-02-01,07700 900123,
P5,Maximiliane K,Featherstonehaugh-Cholmondeley,,1991-03-04,,
P4,Maximiliane Konstanze,Featherstonehaugh-Cholmondeley,,1991-03-04,,maximiliane@example.test
`,
  tenancies: `reference,home_reference,tenure,tenancy_type,started_on,ended_on,tenant_references
T1,H1,rented,assured_periodic,2019-04-01,,P1;P2
T2,H2,shared_ownership,shared_ownership_lease,2021-04-01,,P4
`,
  residents: `home_reference,person_reference,relation,from,to
H1,P1,tenant,2019-04-01,
H1,P2,husband,2019-04-01,
`,
} as const;

/** A register with homes, people, tenancies, and somebody who is in it twice. */
export async function importRegisterOf(office: Office): Promise<void> {
  const author = await importFiles(office, files);
  const { db } = office.lintel.services;
  await transact(db, { organisation: author.organisation, system: true }, (tx) =>
    addHelplines(tx, author, startingHelplines),
  );
}

/** What the housing system sends of people, beside what it sent before. */
export async function importPeople(office: Office, ...rows: readonly string[]): Promise<void> {
  const [header] = files.people.split('\n');
  await importFiles(office, { people: [header, ...rows, ''].join('\n') });
}

/** What the housing system sends of tenancies, beside or instead of what it sent before. */
export async function importTenancies(office: Office, ...rows: readonly string[]): Promise<void> {
  const [header] = files.tenancies.split('\n');
  await importFiles(office, { tenancies: [header, ...rows, ''].join('\n') });
}

async function importFiles({ lintel, landlord }: Office, sent: Readonly<Record<string, string>>) {
  const { db, clock } = { db: lintel.services.db, clock: lintel.clock };
  const { organisation } = landlord;
  const at = { organisation, staff: null, now: clock.now() };
  const author = officeUnder(lintel.services.packs, landlord.packId, at);
  const sources = Object.entries(sent).map(([name, text]) => textSource(`${name}.csv`, text));
  await importRegister(db, author, { files: sources, dryRun: false });
  await comparePeople(db, organisation, clock.now());
  return author;
}

/** The id of somebody, or of a home, on that register. */
export async function registerId(
  { lintel, landlord }: Office,
  table: 'person' | 'property',
  reference: string,
) {
  const { rows } = await lintel.database.owner.query(
    `select id from ${table} where organisation_id = $1 and reference = $2`,
    [landlord.organisation, reference],
  );
  return String(rows[0]?.id);
}

/** Files whose columns nobody has named yet. @returns the id of their import, which asks */
async function anAskingImport({ lintel, landlord }: Office): Promise<string> {
  const people = 'Kennung,Vorname,Nachname,Farbe\nP8,Zelda,Quince,red\n';
  const { response } = await upload(lintel, landlord, { people });
  const id = /^\/register\/imports\/([0-9a-f-]{36})\/columns$/.exec(String(response.headers.location))?.[1];
  assert.ok(id, response.body);
  return id;
}

/** What an administrator said of the columns of a file. @returns its id */
async function aRememberedMapping(office: Office): Promise<string> {
  const { lintel, landlord } = office;
  const { response } = await upload(lintel, landlord, {
    homes: 'Kennung,Strasse,PLZ\nH9,9 Mill Lane,EX1 2AD\n',
  });
  const administrator = await office.colleague('administrator');
  await administrator.finishes(String(response.headers.location), {
    'column-0-0': 'homes.reference',
    'column-0-1': 'homes.address_line_1',
    'column-0-2': 'homes.postcode',
  });
  const page = (await administrator.get('/register/mappings')).body;
  const id = /href="\/register\/mappings\/([0-9a-f-]{36})"/.exec(page)?.[1];
  assert.ok(id, page);
  return id;
}

/** Columns that are asked about, and some that were matched, by the path of each. */
export async function matchedColumns(office: Office): Promise<Readonly<Record<string, string>>> {
  return {
    '/register/imports/:id/columns': await anAskingImport(office),
    '/register/mappings/:mapping': await aRememberedMapping(office),
  };
}
