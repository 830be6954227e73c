import type { Route } from '#kit/http/route.ts';
import { paperRoutes } from './paper.ts';
import { toPrintRoutes } from './to-print.ts';

export const routes: readonly Route[] = [...toPrintRoutes, ...paperRoutes];
