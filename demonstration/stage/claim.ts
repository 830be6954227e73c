import { z } from 'zod';
import { type Database, sql, transact } from '#kit/sql.ts';

const row = z.object({ landlords: z.number() });
const loading = 7_253_004;

/** Waits until no other program loads the demonstration; true where the database still holds no landlord. */
export function claimEmpty(db: Database): Promise<boolean> {
  return transact(db, { organisation: null }, async (tx) => {
    await tx.rows(z.unknown(), sql`select pg_advisory_xact_lock(${loading})`);
    const { landlords } = await tx.one(row, sql`select count(*) as landlords from organisation`);
    return landlords === 0;
  });
}

/** Waits until no other program loads a demonstration. @returns the short names of all landlords in this database */
export function claimSlugs(db: Database): Promise<readonly string[]> {
  return transact(db, { organisation: null }, async (tx) => {
    await tx.rows(z.unknown(), sql`select pg_advisory_xact_lock(${loading})`);
    const rows = await tx.rows(slugRow, sql`select slug from organisation`);
    return rows.map(({ slug }) => slug);
  });
}

const slugRow = z.object({ slug: z.string() });

/** The short names of the invented landlords that this database holds. */
export async function demonstrationSlugs(db: Database): Promise<readonly string[]> {
  const rows = await transact(db, { organisation: null }, (tx) =>
    tx.rows(slugRow, sql`select slug from organisation where demonstration order by slug`),
  );
  return rows.map(({ slug }) => slug);
}
