import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

/** Addresses of offers: neutral, and ids only. */
export const paths = {
  ofCase: casePaths.support,
  newOffer: (id: CaseId) => `/cases/${id}/support/new`,
  offer: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}`,
  answer: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/answer`,
  details: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/details`,
  approval: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/approval`,
  order: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/order`,
  /** Where a contractor is ordered. */
  works: (id: CaseId, offer: string) => `${casePaths.security(id)}/offers/${offer}/order`,
  delivery: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/delivery`,
  confirmation: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/confirmation`,
  ending: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/ending`,
  correction: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/correction`,
  /** The look that began with that step of an offer. */
  look: casePaths.look,
  cost: (id: CaseId, cost: string) => `/cases/${id}/support/costs/${cost}`,
  costWithdrawal: (id: CaseId, cost: string) => `/cases/${id}/support/costs/${cost}/withdrawal`,
  cameBack: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/return`,
  loss: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/loss`,
  owed: '/owed',
  waits: '/waits',
  stock: '/stock',
  newItem: '/stock/new',
  item: (item: string) => `/stock/${item}`,
  itemMove: (item: string, move: 'check' | 'return' | 'loss' | 'retirement' | 'correction') =>
    `/stock/${item}/${move}`,
} as const;
