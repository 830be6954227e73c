import type { Html } from '#kit/html.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { outOfHours } from '#rules/clock.ts';
import { type DangerAbout, toRing } from '../store/to-ring.ts';
import { whomToRing } from '../views/danger.ts';

/** Whom to ring about danger now, where the office is closed; nothing where whoever reads it is the one on call. */
export async function ringAbout<P, Q>(
  { tx, organisation, staff, now, calendar }: StaffContext<P, Q>,
  abouts: readonly DangerAbout[],
): Promise<Html | undefined> {
  if (!outOfHours(now, calendar)) return undefined;
  const ring = await toRing(tx, organisation, now, abouts);
  const others = ring.people.filter(({ id }) => id !== staff);
  if (ring.people.length > 0 && others.length === 0) return undefined;
  return whomToRing({ ...ring, people: others });
}
