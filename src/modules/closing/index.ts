import type { Route } from '#kit/http/route.ts';
import { closingRoutes } from './routes/closings.ts';
import { overviewRoutes } from './routes/overview.ts';
import { pauseProposalRoutes } from './routes/pause-proposals.ts';
import { pauseRoutes } from './routes/pauses.ts';

export type { OutcomeAnswers } from './outcomes.ts';
export { type NewClosing, proposeClosing } from './store/closings.ts';
export { type ClosingDecision, decideClosing, withdrawClosing } from './store/decisions.ts';
export { recordOutcome } from './store/outcomes.ts';
export { decidePause, proposePause } from './store/pause-proposals.ts';
export { type NewPause, type PauseEnd, pauseCase, resumeCase } from './store/pauses.ts';
export { restFacts } from './store/rest-facts.ts';

export const routes: readonly Route[] = [
  ...overviewRoutes,
  ...pauseRoutes,
  ...pauseProposalRoutes,
  ...closingRoutes,
];
