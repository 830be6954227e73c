import { type Held, held } from './against-post.ts';

/** Why nothing leaves for somebody, and nobody goes or rings, whatever was agreed: the same words for all of it. */
export const caseRests = held(
  'The case rests, as they wished.',
  'own-pace',
  'They get in touch, or the day that was agreed comes.',
  'The case rests',
);

export const caseClosed = held(
  'The case is closed.',
  'need-to-know',
  'Open the case again.',
  'The case is closed',
);

/** What somebody with a conflict of interest does for the person may be for whoever they are with. */
export function withConflict(reason: string, opens: string): Held {
  return held(reason, 'need-to-know', opens, 'Conflict of interest');
}

/** In a few words why it is held: what a tag says. What is against the agreement alone is no longer agreed. */
export function markOf(reasons: readonly Pick<Held, 'mark'>[]): string {
  return [...new Set(reasons.map(({ mark = 'No longer agreed' }) => mark))].join('. ');
}
