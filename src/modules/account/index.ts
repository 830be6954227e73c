/** People who use Lintel: signing in, colleagues and their roles, sessions, drafts and what they are told. */
export { type Helpline, startingHelplines } from './helplines.ts';
export { jobs } from './jobs.ts';
export { type NoticeKind, noticeKinds, noticeUrgency } from './notices.ts';
export { needsSecondFactor, roleChoices, rolesInWords } from './roles.ts';
export { unfinishedRoutes } from './routes/drafts.ts';
export { routes } from './routes/index.ts';
export { tell } from './store/confirmations.ts';
export { enrolStaff, inviteStaff } from './store/enrol.ts';
export { addHelplines } from './store/helplines.ts';
export { keepDraft } from './store/lapsed-drafts.ts';
export { readAllNotifications } from './store/notifications.ts';
export { confirmForOperator } from './store/operator.ts';
export { createOrganisation } from './store/organisations.ts';
export { setUpOrganisation } from './store/set-up.ts';
export { type Colleague, findMember, listStaff } from './store/staff.ts';
export { writeNotices } from './store/write-notices.ts';
export { codeAt, secretAsText } from './totp.ts';
export { waitingByUrgency, waitingGroups } from './waiting.ts';
