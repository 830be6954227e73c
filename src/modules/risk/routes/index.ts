import type { Route } from '#kit/http/route.ts';
import { changingRoutes } from './changes.ts';
import { riskRoutes } from './risk.ts';

/** In reading order: the risk of a case, and what changes it. */
export const routes: readonly Route[] = [...riskRoutes, ...changingRoutes];
