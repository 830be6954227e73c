import type { Route } from '#kit/http/route.ts';
import { answerRoutes } from './answers.ts';
import { assessmentPages } from './assessments.ts';
import { copyRoutes } from './copies.ts';
import { instrumentRoutes } from './instruments.ts';
import { receivedRoutes } from './received-assessments.ts';

/** In reading order: assessments, what others assessed, and the questions. */
export const routes: readonly Route[] = [
  ...assessmentPages,
  ...answerRoutes,
  ...copyRoutes,
  ...receivedRoutes,
  ...instrumentRoutes,
];
