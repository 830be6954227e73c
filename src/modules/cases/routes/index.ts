import type { Route } from '#kit/http/route.ts';
import { accessRoutes } from './access.ts';
import { allocationRoutes } from './allocation.ts';
import { caseloadRoutes } from './caseload.ts';
import { chronologyRoutes } from './chronology.ts';
import { contactRoutes } from './contact.ts';
import { entryRoutes } from './entries.ts';
import { exportRoutes } from './exports.ts';
import { overviewRoutes } from './overview.ts';
import { peopleRoutes } from './people.ts';
import { planRoutes } from './plans.ts';

/** In reading order: the lists, then a case and its parts. */
export const routes: readonly Route[] = [
  ...caseloadRoutes,
  ...overviewRoutes,
  ...chronologyRoutes,
  ...entryRoutes,
  ...exportRoutes,
  ...peopleRoutes,
  ...contactRoutes,
  ...planRoutes,
  ...accessRoutes,
  ...allocationRoutes,
];
