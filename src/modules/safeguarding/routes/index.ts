import type { Route } from '#kit/http/route.ts';
import { hubRoutes } from './hubs.ts';
import { listRoutes } from './list.ts';
import { caseRoutes } from './of-case.ts';
import { referralRoutes } from './referral.ts';
import { writingRoutes } from './writing.ts';

/** In reading order: those of the team, of a case, and one referral, which may be owed before there is a case. */
export const routes: readonly Route[] = [
  ...listRoutes,
  ...caseRoutes,
  ...referralRoutes,
  ...writingRoutes,
  ...hubRoutes,
];
