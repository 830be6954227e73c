import type { Route } from '#kit/http/route.ts';
import { answerRoutes } from './answers.ts';
import { assessmentPages } from './assessments.ts';
import { instrumentRoutes } from './instruments.ts';
import { receivedRoutes } from './received.ts';

const assessmentRoutes: readonly Route[] = [
  ...assessmentPages,
  ...answerRoutes,
  ...receivedRoutes,
  ...instrumentRoutes,
];

/** In reading order: the risk of a case, its assessments, and what a landlord sets. */
export const routes: readonly Route[] = [...assessmentRoutes];
