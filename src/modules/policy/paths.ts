/** Addresses of the pages about the landlord's policy. */
export const paths = {
  policy: '/policy',
  hours: '/policy/hours',
  propose: '/policy/changes/new',
  change: (id: string) => `/policy/changes/${id}`,
  decide: (id: string) => `/policy/changes/${id}/decision`,
  withdraw: (id: string) => `/policy/changes/${id}/withdrawal`,
  newReason: '/policy/reasons/new',
  endReason: (id: string) => `/policy/reasons/${id}/ending`,
  whatIf: (packId: string) => `/board/what-if?policy=${packId}`,
} as const;
