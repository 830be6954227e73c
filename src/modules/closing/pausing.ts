import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';

/** How a pause ended. */
export const pauseEndings = [
  { value: 'they_came_back', label: 'They came back to us' },
  { value: 'agreed_day', label: 'The agreed day came, and we made contact' },
  { value: 'new_incident', label: 'Something happened, and safety could not wait' },
  { value: 'other', label: 'Something else' },
] as const satisfies readonly Choice[];
export type PauseEnding = (typeof pauseEndings)[number]['value'];

/** A case rests once at a time, and one that is closed needs no rest. */
export function mayRest({
  closedAt,
  pausedAt,
}: {
  readonly closedAt: Temporal.Instant | null;
  readonly pausedAt: Temporal.Instant | null;
}): Verdict {
  if (closedAt) return refused('This case is closed.', 'own-pace');
  return pausedAt ? refused('This case rests already.', 'own-pace') : allowed;
}
