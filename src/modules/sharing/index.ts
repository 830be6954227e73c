/** Sharing with other agencies: what the person agreed to, and with whom (V3.2, V4.8b, L1.6, L2.8). */

export { gateOf, insistOpen } from './gate.ts';
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { partnerRoutes } from './routes/partner.ts';
export { type CaseSharing, sharingIn } from './store/around.ts';
export { changeConsent, consentsOf, recordConsent } from './store/consents.ts';
export { offeredIn } from './store/contents.ts';
export { decideSecond, decideShare, dropShare, type NewShare } from './store/decide.ts';
export { newCode } from './store/encrypted.ts';
export { codeHash, linksOffered, mailLink, tokenHash } from './store/links.ts';
export { deciding, openDecisions } from './store/open-decisions.ts';
export { recipientFor, recipientsOf } from './store/recipients.ts';
export { keepWhatLeft, type Leaving, type SentWay, sentOf } from './store/send.ts';
export { type Share, shareOf, sharesOf } from './store/shares.ts';
export { answerDoubt, sinceOf } from './store/since.ts';
export { tellOfOne } from './store/tell-since.ts';
export { whomAbout } from './store/whom-about.ts';
export { partnerShell } from './views/partner-shell.ts';
export type { ReferralLeft } from './when-left.ts';
