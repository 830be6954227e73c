import type { Route } from '#kit/http/route.ts';
import { contactRoutes } from './contact.ts';
import { dealingRoutes } from './dealing.ts';
import { planRoutes } from './plans.ts';
import { wayRoutes } from './ways.ts';

/** In reading order: what is agreed and what was tried, what went against it, then plans where no way is safe. */
export const routes: readonly Route[] = [...contactRoutes, ...wayRoutes, ...dealingRoutes, ...planRoutes];
