import type { Route } from '#kit/http/route.ts';
import { caseRoutes } from './of-case.ts';
import { totalsRoutes } from './totals.ts';

export const routes: readonly Route[] = [...caseRoutes, ...totalsRoutes];
