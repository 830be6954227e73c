import type { Route } from '#kit/http/route.ts';
import { incomeRoutes } from './income.ts';
import { ofCaseRoutes } from './of-case.ts';

/** What the income team says before it acts, and what the team of a case reads of it. */
export const routes: readonly Route[] = [...incomeRoutes, ...ofCaseRoutes];
