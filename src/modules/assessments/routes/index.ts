import type { Route } from '#kit/http/route.ts';
import type { OpenDecisions } from '#modules/chronology/pure.ts';
import { answerRoutes } from './answers.ts';
import { assessmentPages } from './assessments.ts';
import { copyRoutes } from './copies.ts';
import { instrumentRoutes } from './instruments.ts';
import { receivedRoutes } from './received-assessments.ts';

/** In reading order: assessments, what others assessed, and the questions. @param decisions about sharing */
export const routes = (decisions: OpenDecisions): readonly Route[] => [
  ...assessmentPages,
  ...answerRoutes,
  ...copyRoutes(decisions),
  ...receivedRoutes,
  ...instrumentRoutes,
];
