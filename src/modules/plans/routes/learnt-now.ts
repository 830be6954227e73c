import type { StaffContext } from '#kit/http/route.ts';
import type { aroundThem } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { handingPlaces, postalWays } from '#rules/own-paper.ts';
import { mayGive } from '../copy.ts';
import { learntBy } from '../learners.ts';

/** In which ways their plan may be given now, and who would learn it by each. */
export function learntNow(
  { now }: Pick<StaffContext, 'now'>,
  { calendar, file, pack }: CaseModel,
  around: Awaited<ReturnType<typeof aroundThem>>,
) {
  const open = (way: 'handed_over' | 'posted') => mayGive(way, around, now, calendar).allowed;
  const places = open('handed_over') ? handingPlaces(around.agreement, now) : [];
  const addresses = open('posted') ? postalWays(around, now, calendar) : [];
  const conflicts = file.blockedStaff.length > 0;
  return {
    places,
    addresses,
    learntBy: learntBy({ places, addresses }, around, { words: pack.words, conflicts }),
  };
}
