import type { Route } from '#kit/http/route.ts';
import { holdsRoutes } from './holds.ts';
import { systemRoutes } from './system.ts';
import { systemsRoutes } from './systems.ts';

export const routes: readonly Route[] = [...holdsRoutes, ...systemsRoutes, ...systemRoutes];
