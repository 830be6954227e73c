import type { CaseId, PropertyId } from '#rules/facts.ts';

/** Addresses of markers: ids only. */
export const paths = {
  search: '/markers',
  toReview: '/markers/review',
  wordings: '/markers/wordings',
  endWording: (wording: string) => `/markers/wordings/${wording}/ending`,
  review: (marker: string) => `/markers/${marker}/review`,
  home: (id: PropertyId) => `/homes/${id}/markers`,
  newAtHome: (id: PropertyId) => `/homes/${id}/markers/new`,
  ofCase: (id: CaseId) => `/cases/${id}/markers`,
  newInCase: (id: CaseId) => `/cases/${id}/markers/new`,
  reviewInCase: (id: CaseId, marker: string) => `/cases/${id}/markers/${marker}/review`,
} as const;
