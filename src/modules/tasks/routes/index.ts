import type { Route } from '#kit/http/route.ts';
import { balanceRoutes } from './balance.ts';
import { caseTaskRoutes } from './case-tasks.ts';
import { dayRoutes } from './day.ts';
import { leavingRoutes } from './leaving.ts';
import { reassignmentRoutes } from './reassignment.ts';
import { reassignmentPageRoutes } from './reassignments.ts';
import { reminderRoutes } from './reminders.ts';
import { supervisionRoutes } from './supervision.ts';
import { taskRoutes } from './tasks.ts';

/** In reading order: a day and its tasks, then what a manager of the team looks after. */
export const routes: readonly Route[] = [
  ...dayRoutes,
  ...reminderRoutes,
  ...caseTaskRoutes,
  ...taskRoutes,
  ...balanceRoutes,
  ...reassignmentRoutes,
  ...reassignmentPageRoutes,
  ...supervisionRoutes,
  ...leavingRoutes,
];
