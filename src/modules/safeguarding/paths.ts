import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

/** Addresses of referrals: neutral, and ids only. A referral may be owed before there is a case. */
export const paths = {
  ofCase: casePaths.safeguarding,
  begin: (id: CaseId) => `/cases/${id}/referrals/new`,
  adults: (id: CaseId) => `/cases/${id}/referrals/adults`,
  referral: (referral: string) => `/referrals/${referral}`,
  decision: (referral: string) => `/referrals/${referral}/decision`,
  strike: (referral: string, step: string) => `/referrals/${referral}/steps/${step}/correction`,
  made: (referral: string) => `/referrals/${referral}/made`,
  answer: (referral: string) => `/referrals/${referral}/answer`,
  noReferral: (referral: string) => `/referrals/${referral}/no-referral`,
} as const;
