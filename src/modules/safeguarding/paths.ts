import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

/** Addresses of referrals: neutral, and ids only. A referral may be owed before there is a case. */
export const paths = {
  list: '/referrals',
  listFile: '/referrals.csv',
  hubs: '/hubs',
  endHub: (hub: string) => `/hubs/${hub}/ending`,
  ofCase: casePaths.safeguarding,
  write: (referral: string) => `/referrals/${referral}/writing`,
  begin: (id: CaseId) => `/cases/${id}/referrals/new`,
  adults: (id: CaseId) => `/cases/${id}/referrals/adults`,
  referral: (referral: string) => `/referrals/${referral}`,
  decision: (referral: string) => `/referrals/${referral}/decision`,
  strike: (referral: string, step: string) => `/referrals/${referral}/steps/${step}/correction`,
  made: (referral: string) => `/referrals/${referral}/made`,
  answer: (referral: string) => `/referrals/${referral}/answer`,
  noReferral: (referral: string) => `/referrals/${referral}/no-referral`,
} as const;
