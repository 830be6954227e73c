import type { Route } from '#kit/http/route.ts';
import type { Deciding } from '#modules/chronology/pure.ts';
import { answerRoutes } from './answers.ts';
import { assessmentPages } from './assessments.ts';
import { copyRoutes } from './copies.ts';
import { instrumentRoutes } from './instruments.ts';
import { receivedRoutes } from './received-assessments.ts';

/** In reading order: assessments, what others assessed, and the questions. @param deciding what is asked of sharing */
export const routes = (deciding: Deciding): readonly Route[] => [
  ...assessmentPages,
  ...answerRoutes,
  ...copyRoutes(deciding),
  ...receivedRoutes,
  ...instrumentRoutes,
];
