import type { Kind } from './notice-kind.ts';
import { at, inCase } from './notice-ways.ts';

/** What is owed about whoever is feared, and that two cases need two colleagues: never whose. */
export const enforcementNotices = {
  action_shut_again: {
    topic: 'work',
    urgency: 'now',
    says: 'Something that was agreed is shut again: something has changed. Look at it before anybody goes on.',
    leads: inCase('/enforcement'),
  },
  programme_outcome: {
    topic: 'work',
    urgency: 'soon',
    says: 'What came of something is not known. Ask again.',
    leads: inCase('/enforcement'),
  },
  counter_judgement_owed: {
    topic: 'work',
    urgency: 'soon',
    says: 'Something is to be judged by you, with a second person.',
    leads: inCase('/other-accounts'),
  },
  two_workers_needed: {
    topic: 'work',
    urgency: 'now',
    says: 'Something needs another colleague. Give it to somebody today.',
    leads: at('/two-cases'),
  },
} as const satisfies Readonly<Record<string, Kind>>;
