import { type Held, held } from './against-post.ts';

/** Why nothing leaves for somebody, and nobody goes or rings, whatever was agreed: the same words for all of it. */
export const caseRests = held(
  'The case rests, as they wished.',
  'own-pace',
  'They get in touch, or the day that was agreed comes.',
);

export const caseClosed = held('The case is closed.', 'need-to-know', 'Open the case again.');

/** What somebody with a conflict of interest does for the person may be for whoever they are with. */
export function withConflict(reason: string, opens: string): Held {
  return held(reason, 'need-to-know', opens);
}
