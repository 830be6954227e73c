import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { StaffId } from '#rules/facts.ts';
import type { Numbered } from '../check-result.ts';
import type { FileKind } from '../columns.ts';
import type { Batch, Outcome } from './batch.ts';
import { findReferences, type References, type Referred, resolve } from './references.ts';

/** What a kind of file says about the references in its rows. */
export interface Naming<T> {
  readonly kind: FileKind;
  /** By what a row is known in its file. */
  readonly key: (value: T) => string;
  /** Homes and people whom a row needs on the register; null: none. */
  readonly refers: ((value: T) => Referred) | null;
}

export interface Parted<T> {
  readonly toWrite: readonly Numbered<T>[];
  /** Counts and problems of the rows that are left, as of rows that the register does not know. */
  readonly left: Outcome;
}

const nothing: Outcome = { added: 0, changed: 0, same: 0, refused: [] };
const keptRow = z.object({ kind: z.string(), reference: z.string() });
const leftRow = z.object({ kind: z.string(), key: z.string(), content_hash: z.instanceof(Buffer) });

/**
 * Rows about somebody whom a conflict keeps from the colleague who imports are left: nothing on the register changes by
 * them, and they count as they would for whoever has never been there. A hash of each is remembered, so that the same
 * file is known again.
 * @param named whether an earlier row of the same files brings this home or person
 */
export async function leaveKeptRows<T>(
  tx: Tx,
  office: Office,
  { kind, key, refers }: Naming<T>,
  batch: Batch<T>,
  named: Batch<T>['promised'],
): Promise<Parted<T>> {
  const { staff } = office;
  const { kept } = batch;
  if (staff === null || kept.size === 0) return { toWrite: batch.rows, left: nothing };
  const isLeft = ({ value }: Numbered<T>) => {
    const { home = '', people = [] } = refers?.(value) ?? {};
    return (
      kept.has(`${kind} ${key(value)}`) ||
      kept.has(`homes ${home}`) ||
      people.some((person) => kept.has(`people ${person}`))
    );
  };
  const toWrite = batch.rows.filter((row) => !isLeft(row));
  const left = batch.rows.filter(isLeft);
  if (left.length === 0) return { toWrite, left: nothing };

  const before = await leftBefore(tx, office, staff);
  let [known, refused]: readonly [readonly Numbered<T>[], Outcome['refused']] = [left, []];
  if (refers) {
    const found = await referencesBut(
      kept,
      tx,
      office,
      left.map(({ value }) => refers(value)),
    );
    const promised: Batch<T>['promised'] = (which, reference) =>
      kept.has(`${which} ${reference}`)
        ? named(which, reference) || before.has(`${which} ${reference}`)
        : batch.promised(which, reference);
    ({ known, refused } = resolve({ ...batch, rows: left, promised }, found, refers));
  }
  const rows = known.map(({ value }) => ({ key: key(value), hash: hashOf(value) }));
  const added = rows.filter((row) => !before.has(`${kind} ${row.key}`)).length;
  const same = rows.filter((row) => before.get(`${kind} ${row.key}`)?.equals(row.hash)).length;
  if (!batch.dryRun) await remember(tx, office, staff, kind, rows);
  return { toWrite, left: { added, same, changed: rows.length - added - same, refused } };
}

/** What a conflict keeps from whoever imports, each as "homes H1"; of nearly everybody nothing. */
export async function keptFrom(tx: Tx, { staff }: Office): Promise<ReadonlySet<string>> {
  if (staff === null) return new Set();
  const rows = await tx.rows(keptRow, sql`select kind, reference from lintel.kept_references(${staff})`);
  return new Set(rows.map((row) => `${row.kind} ${row.reference}`));
}

async function referencesBut(
  kept: ReadonlySet<string>,
  tx: Tx,
  { organisation }: Office,
  referring: readonly Referred[],
): Promise<References> {
  const found = await findReferences(
    tx,
    organisation,
    referring.map(({ home }) => home),
    referring.flatMap(({ people }) => people),
    kept,
  );
  const without = (which: string, ids: ReadonlyMap<string, string>) =>
    new Map([...ids].filter(([reference]) => !kept.has(`${which} ${reference}`)));
  return { homes: without('homes', found.homes), people: without('people', found.people), spoilt: new Set() };
}

async function leftBefore(
  tx: Tx,
  { organisation }: Office,
  staff: StaffId,
): Promise<ReadonlyMap<string, Buffer>> {
  const rows = await tx.rows(
    leftRow,
    sql`select kind, key, content_hash from register_row_left
      where organisation_id = ${organisation} and staff_id = ${staff}`,
  );
  return new Map(rows.map((row) => [`${row.kind} ${row.key}`, row.content_hash]));
}

async function remember(
  tx: Tx,
  { organisation }: Office,
  staff: StaffId,
  kind: FileKind,
  rows: readonly { readonly key: string; readonly hash: Buffer }[],
): Promise<void> {
  if (rows.length === 0) return;
  const [keys, hashes] = [rows.map((row) => row.key), rows.map((row) => row.hash.toString('hex'))];
  await tx.run(sql`insert into register_row_left (organisation_id, staff_id, kind, key, content_hash)
    select ${organisation}, ${staff}, ${kind}, i.key, decode(i.hash, 'hex')
    from unnest(${keys}::text[], ${hashes}::text[]) as i (key, hash)
    on conflict (organisation_id, staff_id, kind, key) do update set content_hash = excluded.content_hash`);
}

function hashOf(value: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(value)).digest();
}
