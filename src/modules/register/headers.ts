import { folded } from './fold.ts';

/** The four kinds of file, in the order in which they are imported: each refers to those before it. */
export const fileKinds = ['homes', 'people', 'tenancies', 'residents'] as const;
export type FileKind = (typeof fileKinds)[number];

/** A file's header row, understood. */
export interface Header {
  readonly kind: FileKind;
  /** Where each known column stands, by its name. */
  readonly columns: ReadonlyMap<string, number>;
  readonly width: number;
}

interface Shape {
  readonly needs: readonly string[];
  /** Columns that no other kind has. */
  readonly known: (has: (column: string) => boolean) => boolean;
}

const shapes: Readonly<Record<FileKind, Shape>> = {
  tenancies: {
    needs: ['reference', 'home_reference', 'tenant_references'],
    known: (has) =>
      has('home_reference') && (has('tenure') || has('tenancy_type') || has('tenant_references')),
  },
  residents: {
    needs: ['home_reference', 'person_reference'],
    known: (has) => has('home_reference') && has('person_reference'),
  },
  people: {
    needs: ['reference', 'given_name', 'family_name'],
    known: (has) => has('given_name') || has('family_name'),
  },
  homes: {
    needs: ['reference', 'address_line_1', 'postcode'],
    known: (has) => has('postcode') || has('address_line_1') || has('uprn'),
  },
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
  from_date: 'from',
  to_date: 'to',
};

/** @returns what the header says, or in plain words why the file cannot be imported */
export function readHeader(cells: readonly string[]): Header | { readonly problem: string } {
  const columns = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const name = columnName(cell);
    if (!columns.has(name)) columns.set(name, index);
  }
  const has = (column: string) => columns.has(column);
  const kind = (Object.keys(shapes) as FileKind[]).find((each) => shapes[each].known(has));
  if (kind === undefined)
    return {
      problem: 'The first row does not name the columns of homes, people, tenancies or residents.',
    };
  const missing = shapes[kind].needs.filter((column) => !columns.has(column));
  if (missing.length > 0)
    return { problem: `This looks like a file of ${kind}, but it has no column ${missing.join(', ')}.` };
  return { kind, columns, width: cells.length };
}

function columnName(cell: string): string {
  const name = folded(cell)
    .trim()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  return synonyms[name] ?? name;
}

/** The separator of a header row: the one that it has most of, outside quotation marks. */
export function separatorOf(firstLine: string): ',' | ';' | '\t' | '|' {
  const bare = firstLine.replace(/"[^"]*"/g, '');
  const counts = ([',', ';', '\t', '|'] as const).map((mark) => ({ mark, count: bare.split(mark).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).mark;
}
