import type { Kind } from './notice-kind.ts';
import { at, inCase } from './notice-ways.ts';

/** What somebody is told of changes of tenancies: that one is held, and never whose. */
export const tenancyNotices = {
  tenancy_event_held: {
    topic: 'work',
    urgency: 'now',
    says: 'A change of a tenancy came in and is held, or waits for whoever checks it.',
    leads: at('/tenancy-events'),
  },
  tenancy_event_told: {
    topic: 'know',
    urgency: 'soon',
    says: 'A change of a tenancy that you entered is answered. Read what to do before anything is changed.',
    leads: ({ aboutId }) => (aboutId ? `/tenancy-events/${aboutId}` : '/tenancy-events'),
  },
  tenancy_event_met: {
    topic: 'work',
    urgency: 'now',
    says: 'A change of a tenancy came in that concerns you, and is held. Find out today who is behind it.',
    leads: inCase('/tenancy-events', '/tenancy-events'),
  },
  mediation_shut_again: {
    topic: 'work',
    urgency: 'now',
    says: 'Something that was arranged is shut again: something has changed. It is stopped before anybody goes on.',
    leads: inCase('/mediation'),
  },
  tenancy_change_settled: {
    topic: 'work',
    urgency: 'soon',
    says: 'A change of a tenancy that somebody asks for is settled, and waits for a manager.',
    leads: inCase('/tenancy-events', '/tenancy-events'),
  },
} as const satisfies Readonly<Record<string, Kind>>;
