import type { Route } from '#kit/http/route.ts';
import type { OpenDecisions } from '../for-others.ts';
import { chronologyRoutes } from './chronology.ts';
import { conditionRoutes } from './conditions.ts';
import { entryRoutes } from './entries.ts';
import { exportRoutes } from './exports.ts';

/** In reading order: the chronology, its entries, and what is taken out of it. @param decisions about sharing */
export const routes = (decisions: OpenDecisions): readonly Route[] => [
  ...chronologyRoutes,
  ...entryRoutes,
  ...conditionRoutes,
  ...exportRoutes(decisions),
];
