import type { Route } from '#kit/http/route.ts';
import { evidenceRoutes } from './evidence.ts';
import { fileRoutes } from './files.ts';
import { standingRoutes } from './standing.ts';
import { uploadRoutes } from './upload.ts';

export const routes: readonly Route[] = [
  ...fileRoutes,
  ...uploadRoutes,
  ...evidenceRoutes,
  ...standingRoutes,
];
