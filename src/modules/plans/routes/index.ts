import type { Route } from '#kit/http/route.ts';
import { actionRoutes } from './actions.ts';
import { agreementRoutes } from './agreement.ts';
import { copyRoutes } from './copies.ts';
import { leavingAgainRoutes } from './leaving-again.ts';
import { planRoutes } from './plan.ts';

/** In reading order: the plan, who does what, how it stands, and their copy. */
export const routes: readonly Route[] = [
  ...planRoutes,
  ...actionRoutes,
  ...agreementRoutes,
  ...copyRoutes,
  ...leavingAgainRoutes,
];
