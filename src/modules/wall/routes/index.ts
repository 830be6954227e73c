import type { Route } from '#kit/http/route.ts';
import { accessRoutes } from './access.ts';
import { allocationRoutes } from './allocation.ts';
import { askRoutes } from './emergency-ask.ts';
import { inCaseRoutes } from './emergency-case.ts';
import { reviewRoutes } from './emergency-review.ts';
import { officerReadersRoutes } from './officer-readers.ts';
import { readersRoutes } from './readers.ts';

/** In reading order: who may see a case, who leads it, and who was let in in an emergency. */
export const routes: readonly Route[] = [
  ...accessRoutes,
  ...readersRoutes,
  ...allocationRoutes,
  ...askRoutes,
  ...inCaseRoutes,
  ...officerReadersRoutes,
  ...reviewRoutes,
];
