import type { Route } from '#kit/http/route.ts';
import { levelRoutes } from './level.ts';
import { thresholdRoutes } from './thresholds.ts';

/** In reading order: the level of a case, and what a landlord sets. */
export const routes: readonly Route[] = [...levelRoutes, ...thresholdRoutes];
