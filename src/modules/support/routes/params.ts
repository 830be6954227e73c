import type { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { ids, type StaffContext } from '#kit/http/route.ts';
import type { CaseId } from '#rules/facts.ts';
import { type Offer, offerOf } from '../store/rows.ts';

export interface OfferParams {
  readonly id: CaseId;
  readonly offer: string;
}

export const offerParams = ids('id', 'offer') as z.ZodType<OfferParams>;

/** The offer, of this case and behind its wall; else it is not there. */
export async function loadOffer(ctx: StaffContext<OfferParams>): Promise<Offer> {
  const offer = await offerOf(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.offer);
  if (!offer) throw notFound();
  return offer;
}
