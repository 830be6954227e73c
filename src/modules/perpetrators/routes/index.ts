import type { Route } from '#kit/http/route.ts';
import { decisionRoutes } from './decisions.ts';
import { caseRoutes } from './of-case.ts';
import { stepRoutes } from './steps.ts';

/** In reading order: what is proposed, what is said, tested and done about it, what a manager decides. */
export const routes: readonly Route[] = [...caseRoutes, ...stepRoutes, ...decisionRoutes];
