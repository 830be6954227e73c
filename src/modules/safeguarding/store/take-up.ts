import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { SaidOfReferral } from '../referral.ts';
import { referralDecided } from './decided.ts';
import { promised } from './promise.ts';
import type { Referral } from './rows.ts';

/** Whoever triages says that what a fact asked for is made: that is the decision, and from now on it is owed. */
export async function takeUp(
  tx: Tx,
  office: Office,
  referral: Referral,
  { said, about, why }: { readonly said: SaidOfReferral; readonly about: string; readonly why: string },
): Promise<void> {
  await tx.run(sql`update safeguarding_referral set said = ${said}, about = ${about}, why = ${why}
    where organisation_id = ${office.organisation} and id = ${referral.id} and said = 'prompted'`);
  await referralDecided(tx, office, referral);
  await promised(tx, office, { ...referral, promisedAt: office.now });
}
