import { folded } from './fold.ts';

/** The four kinds of file, in the order in which they are imported: each refers to those before it. */
export const fileKinds = ['homes', 'people', 'tenancies', 'residents'] as const;
export type FileKind = (typeof fileKinds)[number];

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly needed?: true;
  readonly date?: true;
}

const reference = (label: string): Column => ({ name: 'reference', label, needed: true });
const previous = { name: 'previous_reference', label: 'Reference until now' };
const start = (name: string): Column => ({ name, label: 'Since when', date: true });
const end = (name: string): Column => ({ name, label: 'Until when', date: true });

/** What each kind of file holds. */
export const columnsOf: Readonly<Record<FileKind, readonly Column[]>> = {
  homes: [
    reference('Reference of the home'),
    { name: 'uprn', label: 'UPRN' },
    { name: 'address_line_1', label: 'Address, line 1', needed: true },
    ...[2, 3, 4, 5].map((line) => ({ name: `address_line_${line}`, label: `Address, line ${line}` })),
    { name: 'postcode', label: 'Postcode', needed: true },
    { name: 'local_authority', label: 'Local authority' },
    previous,
  ],
  people: [
    reference('Reference of the person'),
    { name: 'given_name', label: 'Given name', needed: true },
    { name: 'family_name', label: 'Family name', needed: true },
    { name: 'also_known_as', label: 'Also known as' },
    { name: 'date_of_birth', label: 'Date of birth', date: true },
    { name: 'phones', label: 'Phone numbers' },
    { name: 'emails', label: 'E-mail addresses' },
    previous,
  ],
  tenancies: [
    reference('Reference of the tenancy'),
    { name: 'home_reference', label: 'Reference of its home', needed: true },
    { name: 'tenure', label: 'Tenure' },
    { name: 'tenancy_type', label: 'Kind of tenancy' },
    start('started_on'),
    end('ended_on'),
    { name: 'tenant_references', label: 'References of its tenants', needed: true },
  ],
  residents: [
    { name: 'home_reference', label: 'Reference of the home', needed: true },
    { name: 'person_reference', label: 'Reference of the person', needed: true },
    { name: 'relation', label: 'Relation' },
    start('from'),
    end('to'),
  ],
};

/** Names that housing systems give the same columns. */
const synonyms: Readonly<Record<string, string>> = {
  ref: 'reference',
  property_reference: 'home_reference',
  property_ref: 'home_reference',
  home_ref: 'home_reference',
  person_ref: 'person_reference',
  tenants: 'tenant_references',
  tenant_reference: 'tenant_references',
  address: 'address_line_1',
  address_lines: 'address_line_1',
  address_1: 'address_line_1',
  address_line1: 'address_line_1',
  address_2: 'address_line_2',
  address_line2: 'address_line_2',
  address_3: 'address_line_3',
  address_line3: 'address_line_3',
  address_line4: 'address_line_4',
  address_line5: 'address_line_5',
  town: 'address_line_4',
  county: 'address_line_5',
  post_code: 'postcode',
  council: 'local_authority',
  first_name: 'given_name',
  forename: 'given_name',
  forenames: 'given_name',
  last_name: 'family_name',
  surname: 'family_name',
  alias: 'also_known_as',
  aliases: 'also_known_as',
  dob: 'date_of_birth',
  birth_date: 'date_of_birth',
  phone: 'phones',
  telephone: 'phones',
  mobile: 'phones',
  email: 'emails',
  email_address: 'emails',
  start_date: 'started_on',
  end_date: 'ended_on',
  type: 'tenancy_type',
  relationship: 'relation',
  old_reference: 'previous_reference',
  former_reference: 'previous_reference',
  from_date: 'from',
  to_date: 'to',
};

/** The column that a heading names, in the words of Lintel or of another system; else the heading itself, folded. */
export function columnName(heading: string): string {
  const name = folded(heading)
    .trim()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  return synonyms[name] ?? name;
}
