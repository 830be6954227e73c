import type { Held } from '#rules/against-post.ts';
import { today } from '#rules/calendar.ts';
import { mayMeet } from '#rules/may-meet.ts';
import { surroundingsOf } from './surroundings.ts';
import type { CaseModel } from './views/model.ts';

/** Why the visit or call that is next is held; nothing where it may go on, is over, or none is planned. */
export function nextNoLonger({ file, agreed, now, calendar }: CaseModel): readonly Held[] {
  const { nextPlanned, closedAt } = file;
  if (nextPlanned === null || closedAt !== null) return [];
  if (Temporal.Instant.compare(nextPlanned.endsAt, now) < 0) return [];
  const around = surroundingsOf(nextPlanned.around, today({ now, calendar }));
  const meeting = mayMeet(nextPlanned, { agreement: agreed, around, calendar });
  return meeting.decision === 'hold' ? meeting.reasons : [];
}
