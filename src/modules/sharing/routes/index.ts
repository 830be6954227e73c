import type { Route } from '#kit/http/route.ts';
import type { WhenLeft } from '../when-left.ts';
import { agencyRoutes } from './agencies.ts';
import { consentRoutes } from './consents.ts';
import { readingRoutes } from './reading.ts';
import { sendRoutes } from './send.ts';
import { shareRoutes } from './shares.ts';
import { sinceRoutes } from './since.ts';

/** In reading order: what they agreed to, and what is shared. */
export const routes = (whenLeft: WhenLeft): readonly Route[] => [
  ...consentRoutes,
  ...shareRoutes,
  ...sinceRoutes,
  ...readingRoutes,
  ...sendRoutes(whenLeft),
  ...agencyRoutes,
];
