import type { Kind } from './notice-kind.ts';
import { at, inCase } from './notice-ways.ts';

/** That lettings asked about a home: who is told of a case, and who that somebody asks too much. */
export const moveNotices = {
  move_check_met: {
    topic: 'know',
    urgency: 'soon',
    says: 'Lettings asked whether a home may be offered to somebody. Look what was asked, and speak with them.',
    leads: inCase('/moves/checks'),
  },
  move_checks_many: {
    topic: 'know',
    urgency: 'soon',
    says: 'Somebody asks so often about moves that they may look for somebody. Ask them why.',
    leads: at('/move-checks/asked'),
  },
} as const satisfies Readonly<Record<string, Kind>>;
