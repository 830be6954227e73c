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
  checkIn: (id: CaseId, planned: string) => `/cases/${id}/diary/${planned}/check-in`,
} as const;
