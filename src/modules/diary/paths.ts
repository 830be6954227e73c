import type { Way } from '#rules/agreement.ts';
import type { CaseId } from '#rules/facts.ts';

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
  /** The form for a contact, beginning with how and when it was planned. */
  record: (id: CaseId, way: Way, at: Temporal.Instant) =>
    `/cases/${id}/contacts/new?channel=${way}&at=${at.toString({ smallestUnit: 'second' })}`,
  finding: (id: CaseId, planned: string) => `/cases/${id}/diary/${planned}/finding`,
  checkIn: (id: CaseId, planned: string) => `/cases/${id}/diary/${planned}/check-in`,
} as const;
