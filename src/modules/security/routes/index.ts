import type { Route } from '#kit/http/route.ts';
import { contractorRoutes } from './contractors.ts';
import { linkRoutes } from './links.ts';
import { caseRoutes } from './of-case.ts';
import { orderRoutes } from './orders.ts';

/** In reading order: the home of a case, who comes to it, and who may be sent at all. */
export const routes: readonly Route[] = [...caseRoutes, ...orderRoutes, ...linkRoutes, ...contractorRoutes];
