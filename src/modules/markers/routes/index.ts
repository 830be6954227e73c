import type { Route } from '#kit/http/route.ts';
import { inCaseRoutes } from './in-case.ts';
import { manageRoutes } from './manage.ts';
import { readRoutes } from './read.ts';
import { wordingRoutes } from './wordings.ts';

/** In reading order: reading, placing and reviewing, a case's own, wordings. */
export const routes: readonly Route[] = [...readRoutes, ...manageRoutes, ...inCaseRoutes, ...wordingRoutes];
