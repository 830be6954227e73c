/** Addresses of the pages about holds, and about the systems that ask. */
export const paths = {
  holds: '/holds',
  newHold: '/holds/new',
  review: (id: string) => `/holds/${id}/review`,
  systems: '/systems',
  newSystem: '/systems/new',
  system: (id: string) => `/systems/${id}`,
  decide: (id: string) => `/systems/${id}/decision`,
  withdraw: (id: string) => `/systems/${id}/withdrawal`,
  token: (id: string) => `/systems/${id}/token`,
  revoke: (id: string) => `/systems/${id}/revocation`,
} as const;
