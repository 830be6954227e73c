import type { Route } from '#kit/http/route.ts';
import { caseRoutes } from './of-case.ts';
import { stepRoutes } from './steps.ts';

export const routes: readonly Route[] = [...caseRoutes, ...stepRoutes];
