import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';

/** A referral of a child or an adult at risk that left: whoever keeps it is told, in the same transaction. */
export interface ReferralLeft {
  readonly referralId: string;
  readonly whom: string;
  readonly way: string;
}
export type WhenLeft = (tx: Tx, office: Office, left: ReferralLeft) => Promise<void>;
