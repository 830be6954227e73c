import type { StaffId } from '#rules/facts.ts';
import { goesOut, type Plan } from './appointment.ts';

/** How long the way takes where somebody goes out. No policy names a time: these minutes are Lintel's. */
export const travelMinutes = 30;

/** When a colleague is expected elsewhere: nothing of where, with whom and why. */
export interface Expected {
  readonly staffId: StaffId;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly goesOut: boolean;
}

type Asked = Pick<Plan, 'channel' | 'startsAt' | 'endsAt'>;

/** The time around a visit or a call within which another one may be too near. */
export function around({ startsAt, endsAt }: Asked): {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
} {
  return { from: startsAt.subtract({ minutes: travelMinutes }), to: endsAt.add({ minutes: travelMinutes }) };
}

/** What a visit or a call collides with: at the same time, or too near to get there where either goes out. */
export function tooNear(asked: Asked, expected: readonly Expected[]): readonly Expected[] {
  return expected.filter((other) => {
    const way = { minutes: goesOut(asked.channel) || other.goesOut ? travelMinutes : 0 };
    return (
      Temporal.Instant.compare(other.startsAt, asked.endsAt.add(way)) < 0 &&
      Temporal.Instant.compare(asked.startsAt, other.endsAt.add(way)) < 0
    );
  });
}
