import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

/** Addresses of home security: neutral, and ids only. */
export const paths = {
  ofCase: casePaths.security,
  newAssessment: (id: CaseId) => `${casePaths.security(id)}/assessments/new`,
  assessmentCorrection: (id: CaseId, assessment: string) =>
    `${casePaths.security(id)}/assessments/${assessment}/correction`,
  rights: (id: CaseId) => `${casePaths.security(id)}/rights`,
  room: (id: CaseId) => `${casePaths.security(id)}/room`,
  newOrder: (id: CaseId, offer: string) => `${casePaths.security(id)}/offers/${offer}/order`,
  order: (id: CaseId, order: string) => `${casePaths.security(id)}/orders/${order}`,
  orderLink: (id: CaseId, order: string) => `${casePaths.security(id)}/orders/${order}/link`,
  linkEnding: (id: CaseId, order: string) => `${casePaths.security(id)}/orders/${order}/link/ending`,
  stop: casePaths.worksStop,
  orderEnding: (id: CaseId, order: string) => `${casePaths.security(id)}/orders/${order}/ending`,
  conflictEnding: (id: CaseId, conflict: string) => `${casePaths.security(id)}/conflicts/${conflict}/ending`,
  contractors: '/contractors',
  newContractor: '/contractors/new',
  vetting: (contractor: string) => `/contractors/${contractor}/vetting`,
  contractorEnding: (contractor: string) => `/contractors/${contractor}/ending`,
} as const;
