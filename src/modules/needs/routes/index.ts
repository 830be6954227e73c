import type { Route } from '#kit/http/route.ts';
import { adviceRoutes } from './advice.ts';
import { equalityRoutes } from './equality.ts';
import { needsRoutes } from './needs.ts';

/** In reading order: what people need, advice, how they describe themselves. */
export const routes: readonly Route[] = [...needsRoutes, ...adviceRoutes, ...equalityRoutes];
