import { columnName, columnsOf, type FileKind } from './columns.ts';
import type { DateOrder } from './dates.ts';

/** A file's header row, understood. */
export interface Header {
  readonly kind: FileKind;
  /** Where each known column stands, by its name. */
  readonly columns: ReadonlyMap<string, number>;
  readonly width: number;
  /** Headings of columns that are not read. */
  readonly unread: readonly string[];
  /** How the dates of a column are read, where that was decided; else with the day first. */
  readonly dates?: ReadonlyMap<string, DateOrder>;
}

/** What an administrator said of files with these headings: remembered for the next of them. */
export interface Mapping {
  /** Null: files with these headings are left out. */
  readonly kind: FileKind | null;
  /** What each column becomes, by its place; null: nothing. */
  readonly columns: readonly (string | null)[];
  readonly dates: DateOrder | null;
}

/** Columns that no other kind has. */
const knownBy: Readonly<Record<FileKind, (has: (column: string) => boolean) => boolean>> = {
  tenancies: (has) =>
    has('home_reference') && (has('tenure') || has('tenancy_type') || has('tenant_references')),
  residents: (has) => has('home_reference') && has('person_reference'),
  people: (has) => has('given_name') || has('family_name'),
  homes: (has) => has('postcode') || has('address_line_1') || has('uprn'),
};

/** @returns what the header says, or in plain words why the file cannot be imported as it stands */
export function readHeader(
  cells: readonly string[],
  mapping: Mapping | null = null,
): Header | { readonly problem: string } {
  const names = cells.map((cell, place) => (mapping ? (mapping.columns[place] ?? null) : columnName(cell)));
  const kind = mapping ? mapping.kind : kindOf(names);
  if (kind === null)
    return {
      problem: 'No row at its beginning names the columns of homes, people, tenancies or residents.',
    };
  const known = columnsOf[kind];
  const missing = known.filter(({ name, needed }) => needed && !names.includes(name)).map(({ name }) => name);
  if (missing.length > 0)
    return { problem: `This looks like a file of ${kind}, but it has no column ${missing.join(', ')}.` };
  for (const { name } of known) {
    const [first, second] = names.flatMap((each, place) => (each === name ? [place] : []));
    if (first !== undefined && second !== undefined)
      return {
        problem:
          `Two columns would both be ${name}: column ${first + 1} (${heading(cells[first])}) ` +
          `and column ${second + 1} (${heading(cells[second])}).`,
      };
  }
  const columns = new Map<string, number>();
  for (const { name } of known) if (names.includes(name)) columns.set(name, names.indexOf(name));
  const read = new Set(columns.values());
  return {
    kind,
    columns,
    width: cells.length,
    unread: cells.filter((cell, place) => !read.has(place) && cell.trim() !== '').map(heading),
  };
}

/** What the headings say by themselves, for somebody to correct. */
export function guessOf(headings: readonly string[]): Mapping {
  const names = headings.map(columnName);
  const kind = kindOf(names);
  const known = new Set(kind ? columnsOf[kind].map(({ name }) => name) : []);
  const columns = names.map((name, at) => (known.has(name) && names.indexOf(name) === at ? name : null));
  return { kind, columns, dates: null };
}

function kindOf(names: readonly (string | null)[]): FileKind | null {
  const has = (column: string) => names.includes(column);
  return (Object.keys(knownBy) as FileKind[]).find((kind) => knownBy[kind](has)) ?? null;
}

function heading(cell: string | undefined): string {
  return `“${(cell ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)}”`;
}

/** The separator of a header row: the one that it has most of, outside quotation marks. */
export function separatorOf(firstLine: string): ',' | ';' | '\t' | '|' {
  const bare = firstLine.replace(/"[^"]*"/g, '');
  const counts = ([',', ';', '\t', '|'] as const).map((mark) => ({ mark, count: bare.split(mark).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).mark;
}
