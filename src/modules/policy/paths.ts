/** Addresses of the pages about the landlord's policy. */
export const paths = {
  policy: '/policy',
  hours: '/policy/hours',
  newClosure: '/policy/closures/new',
  closure: (id: string) => `/policy/closures/${id}`,
  decideClosure: (id: string) => `/policy/closures/${id}/decision`,
  withdrawClosure: (id: string) => `/policy/closures/${id}/withdrawal`,
  openAgain: (id: string) => `/policy/closures/${id}/opening`,
  propose: '/policy/changes/new',
  change: (id: string) => `/policy/changes/${id}`,
  decide: (id: string) => `/policy/changes/${id}/decision`,
  withdraw: (id: string) => `/policy/changes/${id}/withdrawal`,
  newReason: '/policy/reasons/new',
  endReason: (id: string) => `/policy/reasons/${id}/ending`,
  whatIf: (packId: string) => `/board/what-if?policy=${packId}`,
} as const;
