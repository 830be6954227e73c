export { paths as safeguardingPaths } from './paths.ts';
export {
  type ReferralKind,
  referralKinds,
  type SaidOfReferral,
  saidOfReferral,
  standingInWords,
  standingOf,
} from './referral.ts';
export { type ReferralLines, referralLines } from './views/lines.ts';
export { titleOf } from './words.ts';
