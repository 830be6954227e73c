import type { Way } from '#rules/agreement.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Over } from '#rules/ways.ts';

/** Addresses of the diary: days and ids only. */
export const paths = {
  own: '/diary',
  team: '/diary/team',
  week: (whose: 'mine' | 'team', week: Temporal.PlainDate) =>
    `${whose === 'mine' ? '/diary' : '/diary/team'}?week=${week}`,
  day: (whose: 'mine' | 'team', day: Temporal.PlainDate) =>
    `${whose === 'mine' ? '/diary' : '/diary/team'}?day=${day}`,
  feed: '/diary/link',
  endFeed: '/diary/link/end',
  inCase: (id: CaseId) => `/cases/${id}/diary`,
  plan: (id: CaseId) => `/cases/${id}/diary/new`,
  planned: (id: CaseId, planned: string) => `/cases/${id}/diary/${planned}`,
  move: (id: CaseId, planned: string) => `/cases/${id}/diary/${planned}/move`,
  cancel: (id: CaseId, planned: string) => `/cases/${id}/diary/${planned}/cancellation`,
  keep: (id: CaseId, planned: string) => `/cases/${id}/diary/${planned}/kept`,
  /** The form for a contact, beginning with how, over which way and when it was planned. */
  record: (id: CaseId, way: Way, { startsAt, over }: { startsAt: Temporal.Instant; over: Over }) =>
    `/cases/${id}/contacts/new?channel=${way}&over=${over}&at=${startsAt.toString({ smallestUnit: 'second' })}`,
  finding: (id: CaseId, planned: string) => `/cases/${id}/diary/${planned}/finding`,
  checkIn: (id: CaseId, planned: string) => `/cases/${id}/diary/${planned}/check-in`,
} as const;
