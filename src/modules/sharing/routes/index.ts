import type { Route } from '#kit/http/route.ts';
import { consentRoutes } from './consents.ts';
import { shareRoutes } from './shares.ts';

/** In reading order: what they agreed to, and what is shared. */
export const routes: readonly Route[] = [...consentRoutes, ...shareRoutes];
