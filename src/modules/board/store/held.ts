import { policiesOf } from '#kit/policies.ts';
import type { PackShelf } from '#kit/services.ts';
import type { Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { type Span, spansOf } from '#rules/in-force.ts';
import type { Pack } from '#rules/pack.ts';

/** A policy, and the time for which it held. */
export interface Held extends Pick<Span, 'from' | 'until'> {
  readonly pack: Pack;
}

/** Every policy that a landlord has had or will have; what is not on the shelf any more counts nothing. */
export async function heldIn(
  tx: Tx,
  packs: Pick<PackShelf, 'all'>,
  organisation: OrganisationId,
): Promise<readonly Held[]> {
  return spansOf(await policiesOf(tx, organisation)).flatMap(({ packId, from, until }) => {
    const pack = packs.all.find(({ id }) => id === packId);
    return pack ? [{ pack, from, until }] : [];
  });
}
