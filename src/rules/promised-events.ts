import type { EventName } from './event.ts';
import type { Pack } from './pack.ts';

/** Every event that begins, keeps or ends a promise under one of these policies. */
export function promisedEvents(packs: readonly Pack[]): ReadonlySet<EventName> {
  const clocks = packs.flatMap(({ commitments }) =>
    commitments.flatMap(({ measure }) => (measure.kind === 'clock' ? [measure] : [])),
  );
  return new Set(
    clocks.flatMap(({ starts, stops, byPlan, atLatest }) => [
      starts,
      ...stops,
      ...byPlan,
      ...(atLatest ? [atLatest.starts] : []),
    ]),
  );
}
