import type { Route } from '#kit/http/route.ts';
import { consentRoutes } from './consents.ts';

/** In reading order: what they agreed to. */
export const routes: readonly Route[] = [...consentRoutes];
