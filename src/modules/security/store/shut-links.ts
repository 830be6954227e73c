import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { ShutWhy } from '../link.ts';

/** From this moment they open nothing. @returns how many there were */
export function shutLinks(
  tx: Tx,
  { organisation, staff, now }: Office,
  { orderId, why }: { readonly orderId: string; readonly why: ShutWhy },
): Promise<number> {
  return tx.run(sql`update works_link set shut_at = ${now}, shut_by = ${staff}, shut_why = ${why}
    where organisation_id = ${organisation} and order_id = ${orderId} and shut_at is null`);
}
