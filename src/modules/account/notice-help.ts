import type { Kind } from './notice-kind.ts';
import { at, inStop } from './notice-ways.ts';

/** What help stops at: no fund has the money for it yet, or whoever was to bring it about cannot. */
export const helpNotices = {
  works_stopped: {
    topic: 'work',
    urgency: 'now',
    says: 'Something that was ordered does not go on. Find out now, and write down what was done.',
    leads: inStop,
  },
  fund_short: {
    topic: 'work',
    urgency: 'now',
    says: 'Something goes on for which no fund has the money yet. Find it.',
    leads: at('/funds'),
  },
  fund_released: {
    topic: 'work',
    urgency: 'soon',
    says: 'A year of a fund was ended, and something goes on for which no fund has the money now. Find it.',
    leads: at('/funds'),
  },
} as const satisfies Readonly<Record<string, Kind>>;
