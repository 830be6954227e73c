import type { Route } from '#kit/http/route.ts';
import { answerRoutes } from './answers.ts';
import { assessmentPages } from './assessments.ts';
import { changingRoutes } from './changing.ts';
import { instrumentRoutes } from './instruments.ts';
import { levelRoutes } from './level.ts';
import { receivedRoutes } from './received.ts';
import { riskRoutes } from './risk.ts';
import { thresholdRoutes } from './thresholds.ts';

const ratingRoutes: readonly Route[] = [...riskRoutes, ...levelRoutes, ...changingRoutes, ...thresholdRoutes];

const assessmentRoutes: readonly Route[] = [
  ...assessmentPages,
  ...answerRoutes,
  ...receivedRoutes,
  ...instrumentRoutes,
];

/** In reading order: the risk of a case, its assessments, and what a landlord sets. */
export const routes: readonly Route[] = [...ratingRoutes, ...assessmentRoutes];
