import type { Tx } from '#kit/sql.ts';
import type { OrganisationId, PropertyId, TenancyId } from '#rules/facts.ts';
import { tenanciesOf } from './tenancies.ts';

/**
 * The one tenancy that runs in this home now, where the register leaves no doubt; a case never needs one (V1b). Where
 * the person is a tenant in it or only lives there makes no difference.
 */
export async function tenancyFor(
  tx: Tx,
  organisation: OrganisationId,
  propertyId: PropertyId | null,
  today: Temporal.PlainDate,
): Promise<TenancyId | null> {
  if (!propertyId) return null;
  const running = (await tenanciesOf(tx, organisation, { propertyId })).filter(
    ({ endedOn }) => endedOn === null || Temporal.PlainDate.compare(endedOn, today) >= 0,
  );
  return running.length === 1 ? (running[0]?.id ?? null) : null;
}
