import { sql, type Tx } from '#kit/sql.ts';
import { caseRoles, type Role, type StaffId } from '#rules/facts.ts';
import { type Given, give } from '../second-person.ts';
import {
  type Asking,
  askFor,
  decide,
  isUnmanaged,
  tellManagers,
  waitingConfirmations,
  withdraw,
} from './confirmations.ts';

interface Colleague {
  /** Null: is only being invited. */
  readonly id: StaffId | null;
  readonly roles: readonly Role[];
}

/** What becomes of the roles that an administrator gives: see `give`. */
export async function roleGift(
  tx: Tx,
  { organisation }: Asking,
  { id, roles: before }: Colleague,
  wanted: readonly Role[],
): Promise<Given> {
  const gainsManager = wanted.includes('da_manager') && !before.includes('da_manager');
  return give({ before, wanted, unmanaged: gainsManager && (await isUnmanaged(tx, organisation, id)) });
}

/** The roles to save now, before `settleGift`: a first manager's own waits until what allows it is written down. */
export function rolesToSave({ atOnce, firstManager }: Given): readonly Role[] {
  return firstManager ? atOnce.filter((role) => role !== 'da_manager') : atOnce;
}

/** Asks the managers for what waits, ends what is not wanted any more, and lets a first manager begin. */
export async function settleGift(tx: Tx, author: Asking, about: StaffId, given: Given): Promise<void> {
  const { atOnce, waiting, firstManager } = given;
  if (firstManager) {
    const id = await askFor(tx, author, { about, kind: 'roles', roles: ['da_manager'] });
    await decide(tx, author, id, 'first');
    await tx.run(sql`update staff set roles = ${atOnce}::text[]
      where organisation_id = ${author.organisation} and id = ${about}`);
  }
  const open = await waitingConfirmations(tx, author.organisation, about);
  const asked = open.filter(({ kind }) => kind === 'roles').flatMap(({ roles }) => roles);
  if (caseRoles.every((role) => asked.includes(role) === waiting.includes(role))) return;
  await withdraw(tx, author, about, ['roles']);
  if (waiting.length === 0) return;
  const id = await askFor(tx, author, { about, kind: 'roles', roles: waiting });
  await tellManagers(tx, author, { id, askedBy: author.staff, about });
}
