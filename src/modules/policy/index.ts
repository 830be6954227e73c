import type { Route } from '#kit/http/route.ts';
import { changeRoutes } from './routes/change.ts';
import { closureDecisionRoutes } from './routes/closure.ts';
import { closureRoutes } from './routes/closures.ts';
import { hours } from './routes/hours.ts';
import { policy } from './routes/policy.ts';
import { proposing } from './routes/propose.ts';
import { reviewReasonRoutes } from './routes/review-reasons.ts';

/** The landlord's policy: which one holds, and its change, which one proposes and another decides. */
export { closuresOf, decideClosure, proposeClosure } from './store/closures.ts';
export { type PolicyReport, proposeForOperator, reportPolicy } from './store/operator.ts';

export const routes: readonly Route[] = [
  policy,
  hours,
  ...closureRoutes,
  ...closureDecisionRoutes,
  ...proposing,
  ...changeRoutes,
  ...reviewReasonRoutes,
];
