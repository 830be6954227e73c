import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import type { LineProblem, Numbered } from '../check-result.ts';

/** What became of a batch; in a dry run, what would. */
export interface Outcome {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly refused: readonly LineProblem[];
}

export interface Batch<T> {
  readonly rows: readonly Numbered<T>[];
  readonly dryRun: boolean;
  /** In a dry run: a reference that is not on the register yet, but in a file before this one. */
  readonly promised: (kind: 'homes' | 'people', reference: string) => boolean;
  /** What tells homes of the files so far apart, each with its line. */
  readonly homesSeen: Map<string, number>;
  /** What a conflict keeps from whoever imports, each as "homes H1": to them it is not there. */
  readonly kept: ReadonlySet<string>;
}

/** Writes a batch of one kind in the current transaction. */
export type Write<T> = (tx: Tx, office: Office, batch: Batch<T>) => Promise<Outcome>;

/** What the register has for the row at `place` of a batch. */
export const standing = z.object({ place: z.number(), id: z.uuid().nullable(), same: z.boolean() });
export type Standing = z.infer<typeof standing>;

export const written = z.object({ id: z.uuid(), reference: z.string() });

/** The rows to write, and the counts of all. */
export function sorted<T>(
  rows: readonly Numbered<T>[],
  found: readonly Standing[],
): {
  readonly toWrite: readonly { readonly value: T; readonly id: string | null }[];
  readonly outcome: Outcome;
} {
  const different = found.filter((row) => !row.same);
  const toWrite = different.flatMap(({ place, id }) => {
    const row = rows[place];
    return row ? [{ value: row.value, id }] : [];
  });
  const added = different.filter((row) => row.id === null).length;
  return {
    toWrite,
    outcome: {
      added,
      changed: different.length - added,
      same: found.length - different.length,
      refused: [],
    },
  };
}
