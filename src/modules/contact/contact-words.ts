import { type StillRight, stillRightInWords } from '#modules/agreement/pure.ts';
import { type AskedAboutDanger, askedInWords } from '#modules/danger/pure.ts';
import { type Breach, breaches } from '#rules/kept-agreement.ts';
import { labelOf } from '#rules/words.ts';
import { contactChannels, contactOutcomes, makesTheWayUnsure, type Suspicion } from './contact-outcomes.ts';
import { type WithWhom, withWhom } from './with-whom.ts';

/** A contact or an attempt as the chronology tells it. */
export function contactInWords(contact: {
  readonly channel: string;
  readonly outcome: string;
  readonly withWhom: WithWhom;
  readonly begunBy: 'us' | 'them';
  readonly maySuspect: Suspicion;
  readonly against: readonly Breach[];
  readonly doNow: string;
  readonly stillRight?: StillRight | undefined;
  readonly danger: AskedAboutDanger;
  readonly notes: string;
}): string {
  const theirs = contact.begunBy === 'them' ? ' They got in touch.' : ' We got in touch.';
  const whom =
    contact.withWhom === 'nobody' ? '' : ` With: ${labelOf(withWhom, contact.withWhom).toLowerCase()}.`;
  const what = `${labelOf(contactChannels, contact.channel)}. ${labelOf(contactOutcomes, contact.outcome)}.`;
  const warning = makesTheWayUnsure(contact.maySuspect)
    ? ' Somebody may now suspect something: make sure the agreed way is still safe.'
    : '';
  const asked = contact.stillRight ? ` ${stillRightInWords[contact.stillRight]}` : '';
  const danger = contact.danger ? askedInWords(contact.danger) : '';
  return [what + theirs + whom + warning + asked, breachInWords(contact), danger, contact.notes]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}

function breachInWords({ against, doNow }: { against: readonly Breach[]; doNow: string }): string {
  if (against.length === 0) return '';
  return `Against what was agreed. ${breachesInWords(against)} To be done now: ${doNow}`;
}

export function breachesInWords(against: readonly Breach[]): string {
  return against.map((each) => labelOf(breaches, each)).join(' ');
}
