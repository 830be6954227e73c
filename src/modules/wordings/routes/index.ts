import type { Route } from '#kit/http/route.ts';
import { listRoutes } from './list.ts';
import { proposingRoutes } from './propose.ts';
import { settingRoutes } from './settings.ts';
import { versionRoutes } from './version.ts';

export const routes: readonly Route[] = [
  ...listRoutes,
  ...proposingRoutes,
  ...versionRoutes,
  ...settingRoutes,
];
