import type { Route } from '#kit/http/route.ts';
import { caseloadRoutes } from './caseload.ts';
import { homeRoutes } from './home.ts';
import { overviewRoutes } from './overview.ts';

/** In reading order: the lists, then a case. */
export const routes: readonly Route[] = [...caseloadRoutes, ...overviewRoutes, ...homeRoutes];
