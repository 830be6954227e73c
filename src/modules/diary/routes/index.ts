import type { Route } from '#kit/http/route.ts';
import { plannedRoutes } from './appointment.ts';
import { diaryRoutes } from './diary.ts';
import { feedRoutes } from './feed.ts';
import { findingRoutes } from './finding.ts';
import { planRoutes } from './plan.ts';

export const routes: readonly Route[] = [
  ...diaryRoutes,
  ...feedRoutes,
  ...planRoutes,
  ...plannedRoutes,
  ...findingRoutes,
];
