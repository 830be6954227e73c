import type { Kind } from './notice-kind.ts';
import { at } from './notice-ways.ts';

/** What no fund has the money for: it goes on, and a manager finds it. */
export const fundNotices = {
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
