import { readColumns } from './rows.ts';
import { behind, type World } from './world.ts';

/** Tables whose texts tell nothing of anybody, and why. */
export const neverPlanted: Readonly<Record<string, string>> = {
  bank_holiday_import: 'days that the whole country knows',
  fund_account: 'sums, which only moves write',
  credential: 'hashes and sealed secrets',
  mailbox_place: 'up to where a mailbox was read, on no page',
  outbox: 'addresses of colleagues and links, on no page',
  findable_anew: 'how far the program came, on no page',
  organisation: 'names of landlords are public',
  promise_day: 'figures by commitment',
  promise_move: 'figures by commitment, on no page',
  promise_standing: 'figures by commitment',
  register_row_left: 'references of an import and hashes, on no page',
  submission: 'addresses within Lintel, which hold ids',
};
/** Sealed, and planted by the module that seals it. */
const plantedByModules = ['draft'];

/** Tables with a column for somebody's words in which nothing was planted: add a row in planting.ts. */
export async function unplanted(world: World): Promise<readonly string[]> {
  const columns = await behind(world.database, readColumns);
  const worded = columns.filter(({ type }) => ['text', 'text[]', 'jsonb'].includes(type));
  const known = new Set([...world.tables, ...plantedByModules, ...Object.keys(neverPlanted)]);
  return [...new Set(worded.map(({ table }) => table))].filter((table) => !known.has(table));
}
