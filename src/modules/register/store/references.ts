import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { LineProblem, Numbered } from '../check-result.ts';
import { type Batch, written } from './batch.ts';
import { noughts, otherNoughts } from './twins.ts';

/** The ids behind a landlord's references; in a dry run also which ones an earlier file brings. */
export interface References {
  readonly homes: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  /** Those that would be there with other noughts before them. */
  readonly spoilt: ReadonlySet<string>;
}

/** What a row needs to stand on the register; `field`: the column that names the people. */
export interface Referred {
  readonly home: string;
  readonly people: readonly string[];
  readonly field: string;
}

export async function findReferences(
  tx: Tx,
  organisation: OrganisationId,
  homes: readonly string[],
  people: readonly string[],
  kept: ReadonlySet<string>,
): Promise<References> {
  const [homeRows, personRows] = await Promise.all([
    tx.rows(
      written,
      sql`select id, reference from property
        where organisation_id = ${organisation} and reference = any (${[...new Set(homes)]}::text[])`,
    ),
    tx.rows(
      written,
      sql`select id, reference from person
        where organisation_id = ${organisation} and reference = any (${[...new Set(people)]}::text[])`,
    ),
  ]);
  const known = { homes: byReference(homeRows), people: byReference(personRows) };
  const strangers = (references: readonly string[], stands: ReadonlyMap<string, string>) =>
    [...new Set(references)].filter((reference) => !stands.has(reference));
  const [spoiltHomes, spoiltPeople] = await Promise.all([
    otherNoughts(tx, organisation, sql`property`, strangers(homes, known.homes), kept),
    otherNoughts(tx, organisation, sql`person`, strangers(people, known.people), kept),
  ]);
  return { ...known, spoilt: new Set([...spoiltHomes, ...spoiltPeople]) };
}

function byReference(rows: readonly { readonly id: string; readonly reference: string }[]) {
  return new Map(rows.map((row) => [row.reference, row.id]));
}

/** Parts the rows whose home and people are known from those to refuse. */
export function resolve<T>(
  batch: Batch<T>,
  found: References,
  refers: (value: T) => Referred,
): {
  readonly known: readonly Numbered<T>[];
  /** All they refer to is on the register already. */
  readonly settled: readonly Numbered<T>[];
  readonly refused: readonly LineProblem[];
} {
  const known: Numbered<T>[] = [];
  const settled: Numbered<T>[] = [];
  const refused: LineProblem[] = [];
  for (const row of batch.rows) {
    const { home, people, field } = refers(row.value);
    const strangers = people.filter((person) => !found.people.has(person));
    const homeStands = found.homes.has(home);
    if (!homeStands && !batch.promised('homes', home))
      refused.push(
        missing(row.line, 'home_reference', found.spoilt.has(home) ? noughts : 'No home has this reference'),
      );
    else if (!strangers.every((person) => batch.promised('people', person)))
      refused.push(
        missing(
          row.line,
          field,
          strangers.some((each) => found.spoilt.has(each)) ? noughts : 'Nobody has this reference',
        ),
      );
    else {
      known.push(row);
      if (homeStands && strangers.length === 0) settled.push(row);
    }
  }
  return { known, settled, refused };
}

function missing(line: number, field: string, problem: string): LineProblem {
  return { line, field, problem, refused: true };
}
