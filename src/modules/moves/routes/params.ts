import type { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { ids, type StaffContext } from '#kit/http/route.ts';
import type { CaseId } from '#rules/facts.ts';
import { type OneOffer, offerIn } from '../store/load.ts';
import { type Move, movesOf } from '../store/rows.ts';

export const title = 'Moves';

export interface MoveParams {
  readonly id: CaseId;
  readonly move: string;
}
export const moveParams = ids('id', 'move') as z.ZodType<MoveParams>;

export interface OfferParams {
  readonly id: CaseId;
  readonly offer: string;
}
export const offerParams = ids('id', 'offer') as z.ZodType<OfferParams>;

/** The move, of this case and behind its wall; else it is not there. */
export async function loadMove(ctx: StaffContext<MoveParams>, loading: Promise<unknown>): Promise<Move> {
  await loading;
  const { id, move: moveId } = ctx.params;
  const move = (await movesOf(ctx.tx, ctx.organisation, id)).find((each) => each.id === moveId);
  if (!move) throw notFound();
  return move;
}

export async function loadOffer(
  ctx: StaffContext<OfferParams>,
  loading: Promise<unknown>,
): Promise<OneOffer> {
  await loading;
  return offerIn(await movesOf(ctx.tx, ctx.organisation, ctx.params.id), ctx.params.offer);
}
