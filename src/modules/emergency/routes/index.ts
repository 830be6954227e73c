import type { Route } from '#kit/http/route.ts';
import { askRoutes } from './ask.ts';
import { inCaseRoutes } from './in-case.ts';
import { reviewRoutes } from './review.ts';

/** In reading order: asking, what the case's own people see, reviewing. */
export const routes: readonly Route[] = [...askRoutes, ...inCaseRoutes, ...reviewRoutes];
