import { z } from 'zod';
import { type Sql, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { LineProblem, Numbered } from '../check-result.ts';

/** A reference as a spreadsheet leaves it: without the noughts before it. */
export function bare(reference: string): string {
  return reference.replace(/^0+/, '');
}

const referenceRow = z.object({ reference: z.string() });

/**
 * References that are not on the register but would be with more or fewer noughts before them: each would become a
 * second record of the same.
 * @param table property, person or tenancy
 */
export async function otherNoughts(
  tx: Tx,
  organisation: OrganisationId,
  table: Sql,
  references: readonly string[],
  kept: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const sought = new Set(references.map(bare).filter((each) => each !== ''));
  if (sought.size === 0) return new Set();
  const rows = await tx.rows(
    referenceRow,
    sql`select reference from ${table} where organisation_id = ${organisation}
      and bare_reference = any (${[...sought]}::text[]) and reference <> all (${referencesIn(kept)}::text[])`,
  );
  const stands = new Set(rows.map(({ reference }) => reference));
  const bareOnes = new Set(rows.map(({ reference }) => bare(reference)));
  return new Set(references.filter((each) => !stands.has(each) && bareOnes.has(bare(each))));
}

/** The references of what a conflict keeps, of whatever kind: nothing is said of them. */
export function referencesIn(kept: ReadonlySet<string>): readonly string[] {
  return [...kept].map((each) => each.slice(each.indexOf(' ') + 1));
}

/** What is said of rows whose references are among these. */
export function refusedFor(
  rows: readonly Numbered<{ readonly reference: string }>[],
  spoilt: ReadonlySet<string>,
): readonly LineProblem[] {
  return rows
    .filter(({ value }) => spoilt.has(value.reference))
    .map(({ line }) => ({ line, field: 'reference', problem: noughts, refused: true }));
}

export const noughts =
  'On the register with other noughts before it, which a spreadsheet takes away: make the column text, export it again';
