import { type Consent, type ConsentMoment, endsSoon, standingOf } from '#rules/consent.ts';
import { dateInWords } from '#rules/moment.ts';

/** How an answer stands today, for a page. */
export interface StandingShown {
  readonly text: string;
  readonly colour: 'green' | 'red' | 'yellow' | 'grey';
  /** Why it does not open anything, where that is not plain. */
  readonly because: string;
  /** They are asked again before anything is shared. */
  readonly askAgain: boolean;
}

export function standingShown(consent: Consent, moment: ConsentMoment): StandingShown {
  const now = standingOf(consent, moment);
  if (now.standing === 'valid') {
    const soon = endsSoon(now, moment);
    return {
      text: `Agreed until ${dateInWords(now.lastDay)}`,
      colour: soon ? 'yellow' : 'green',
      because: soon ? 'It ends soon.' : '',
      askAgain: soon,
    };
  }
  if (now.standing === 'stale')
    return { text: 'Ask again', colour: 'yellow', because: now.because, askAgain: true };
  if (now.standing === 'withdrawn') return { text: 'Taken back', colour: 'red', because: '', askAgain: true };
  return { text: 'Not agreed', colour: 'grey', because: '', askAgain: true };
}
