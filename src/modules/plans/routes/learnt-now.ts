import type { StaffContext } from '#kit/http/route.ts';
import { aroundThem } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { handingPlaces, postalWays } from '#rules/own-paper.ts';
import { mayGive } from '../copy.ts';
import { learntBy } from '../learners.ts';

/** In which ways their plan may be given now, and who would learn it by each. */
export async function learntNow(ctx: StaffContext, model: CaseModel) {
  const { agreed, calendar, file, pack } = model;
  const open = (way: 'handed_over' | 'posted') => mayGive(way, agreed, ctx.now, calendar).allowed;
  const places = open('handed_over') ? handingPlaces(agreed, ctx.now) : [];
  const addresses = open('posted') ? postalWays(agreed, ctx.now, calendar) : [];
  const around = await aroundThem(ctx, model);
  const conflicts = file.blockedStaff.length > 0;
  return {
    places,
    addresses,
    learntBy: learntBy({ places, addresses }, around, { words: pack.words, conflicts }),
  };
}
