import type { Route } from '#kit/http/route.ts';
import { change, deciding, withdrawing } from './routes/change.ts';
import { policy } from './routes/policy.ts';
import { asking, proposing } from './routes/propose.ts';

export { mayProposeNow, type NewChange, proposeChange } from './store/propose.ts';
export { type PolicyStanding, policyStanding } from './store/standing.ts';

export const routes: readonly Route[] = [policy, asking, proposing, change, deciding, withdrawing];
