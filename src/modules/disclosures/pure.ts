export { childRows } from './child-rows.ts';
export type { Claim } from './claim.ts';
export { answerable, reportedFor, reporters } from './help-report.ts';
export { question } from './questions/all.ts';
export { asked } from './questions/form.ts';
export { inWords } from './questions/question.ts';
export { detailsAsked } from './route-details.ts';
export { type ClaimFields, claimCell } from './views/claim.ts';
export { whatWasDoneSection } from './views/what-was-done.ts';
