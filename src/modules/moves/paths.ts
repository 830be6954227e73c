import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

const one = (id: CaseId, move: string) => `/cases/${id}/moves/${move}`;
const offer = (id: CaseId, of: string) => `/cases/${id}/moves/offers/${of}`;
const decision = (id: CaseId, of: string) => `/cases/${id}/moves/decisions/${of}`;

/** Addresses of moves: neutral, and ids only. */
export const paths = {
  ofCase: casePaths.moves,
  begin: (id: CaseId) => `/cases/${id}/moves/new`,
  move: one,
  step: (id: CaseId, move: string) => `${one(id, move)}/step`,
  felt: (id: CaseId, move: string) => `${one(id, move)}/felt`,
  newOffer: (id: CaseId, move: string) => `${one(id, move)}/offers/new`,
  answer: (id: CaseId, of: string) => `${offer(id, of)}/answer`,
  lesser: (id: CaseId, of: string) => `${offer(id, of)}/lesser`,
  decision,
  withdrawal: (id: CaseId, of: string) => `${decision(id, of)}/withdrawal`,
  newPlace: (id: CaseId) => `/cases/${id}/moves/places/new`,
  endPlace: (id: CaseId, place: string) => `/cases/${id}/moves/places/${place}/ending`,
  newAway: (id: CaseId) => `/cases/${id}/moves/away/new`,
  endAway: (id: CaseId, away: string) => `/cases/${id}/moves/away/${away}/ending`,
} as const;
