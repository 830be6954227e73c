import type { Route } from '#kit/http/route.ts';
import type { Deciding } from '../for-others.ts';
import { chronologyRoutes } from './chronology.ts';
import { conditionRoutes } from './conditions.ts';
import { entryRoutes } from './entries.ts';
import { exportRoutes } from './exports.ts';

/** The chronology, its entries, and what is taken out of it. @param deciding what is asked of sharing */
export const routes = (deciding: Deciding): readonly Route[] => [
  ...chronologyRoutes,
  ...entryRoutes,
  ...conditionRoutes,
  ...exportRoutes(deciding),
];
