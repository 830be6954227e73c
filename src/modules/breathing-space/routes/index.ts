import type { Route } from '#kit/http/route.ts';
import { caseRoutes } from './of-case.ts';
import { proposalRoutes } from './proposals.ts';
import { respiteRoutes } from './respites.ts';

/** In reading order: the page and what is done, what a manager decides, the Debt Respite Scheme. */
export const routes: readonly Route[] = [...caseRoutes, ...proposalRoutes, ...respiteRoutes];
