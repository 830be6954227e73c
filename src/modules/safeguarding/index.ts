/** Safeguarding referrals of children and of adults at risk: owed from the day of the promise (V3.6, L2.5). */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { answerAdults } from './store/adults.ts';
export { decideReferral, type NewReferralDecision } from './store/decide.ts';
export { decideNoReferral, proposeNoReferral } from './store/no-referral.ts';
export {
  type ReferralsToDo,
  type ReferralToDo,
  referralsOpen,
  referralsToDo,
} from './store/open.ts';
export { referralOwed } from './store/owed.ts';
export { type NewReferral, promiseReferral, referralsIntoCase } from './store/promise.ts';
export { type Referral, referralsOf } from './store/rows.ts';
export { recordStep } from './store/steps.ts';
export { takeUp } from './store/take-up.ts';
export { weighFacts } from './store/weigh.ts';
export { referralLeft } from './store/write.ts';
