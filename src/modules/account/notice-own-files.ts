import type { Kind } from './notice-kind.ts';
import { at } from './notice-ways.ts';

/** Of files that stand apart from every case: told to whoever keeps one, and saying nothing of whom it is about. */
export const ownFileNotices = {
  own_file_needs_worker: {
    topic: 'nobody',
    urgency: 'now',
    says: 'Something that you keep has nobody who works on it. Give it to a colleague.',
    leads: at('/own-files'),
  },
  own_file_given: {
    topic: 'work',
    urgency: 'now',
    says: 'You have been given new work.',
    leads: at('/own-files'),
  },
  own_file_answered: {
    topic: 'work',
    urgency: 'soon',
    says: 'Something that you asked is answered.',
    leads: at('/own-files'),
  },
  own_file_outcome: {
    topic: 'work',
    urgency: 'soon',
    says: 'What came of something is not known. Ask again.',
    leads: at('/own-files'),
  },
} as const satisfies Readonly<Record<string, Kind>>;
