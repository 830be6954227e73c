import type { Route } from '#kit/http/route.ts';
import { decisionRoutes } from './decisions.ts';
import { caseRoutes } from './of-case.ts';
import { placeRoutes } from './places.ts';
import { stepRoutes } from './steps.ts';

/** In reading order: what they wish, what is done and offered, what a manager decides, where they must not be. */
export const routes: readonly Route[] = [...caseRoutes, ...stepRoutes, ...decisionRoutes, ...placeRoutes];
