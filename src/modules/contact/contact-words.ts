import { type StillRight, stillRightInWords } from '#modules/agreement/pure.ts';
import { labelOf } from '#rules/words.ts';
import { contactChannels, contactOutcomes, makesTheWayUnsure, type Suspicion } from './contact-outcomes.ts';

/** A contact or an attempt as the chronology tells it. */
export function contactInWords(contact: {
  readonly channel: string;
  readonly outcome: string;
  readonly maySuspect: Suspicion;
  readonly stillRight?: StillRight | undefined;
  readonly notes: string;
}): string {
  const what = `${labelOf(contactChannels, contact.channel)}. ${labelOf(contactOutcomes, contact.outcome)}.`;
  const warning = makesTheWayUnsure(contact.maySuspect)
    ? ' Whoever answered may now suspect something: make sure the agreed way is still safe.'
    : '';
  const asked = contact.stillRight ? ` ${stillRightInWords[contact.stillRight]}` : '';
  return [what + warning + asked, contact.notes].filter((part) => part.trim() !== '').join('\n\n');
}
