import { type Sql, sql } from '../sql.ts';

/**
 * What opens the case whose address this is, in the round trip with which the request begins; null: an address of no
 * case. Until the wall has let somebody in, nothing below it is read: the hidden takes as long as what is not there.
 */
export function openingOf(path: string, params: unknown): Sql | null {
  if (!/^\/cases\/:id(?:\/|$)/.test(path)) return null;
  return sql`select lintel.open_case(${(params as { readonly id: string }).id}) as open`;
}

/** Whether the wall let them in. */
export function isOpen(rows: readonly unknown[] | undefined): boolean {
  return (rows?.[0] as { readonly open?: boolean } | undefined)?.open === true;
}
