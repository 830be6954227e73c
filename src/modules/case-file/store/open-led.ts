import { onePlan } from '#kit/database/one-plan.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { StaffId } from '#rules/facts.ts';

/**
 * Asks the wall once about every open case that these colleagues lead. Those that it lets whoever looks see are open
 * until the transaction ends: what is read of them afterwards does not ask again, row by row. It goes first.
 */
export function openCasesLedBy(tx: Tx, staffIds: readonly StaffId[]): Promise<number> {
  return tx.run(sql`select lintel.open_cases_led_by(${[...staffIds]}), ${onePlan}`);
}
