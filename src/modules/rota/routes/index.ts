import type { Route } from '#kit/http/route.ts';
import { aboutYouRoutes } from './about-you.ts';
import { absenceRoutes } from './absences.ts';
import { hoursRoutes } from './hours.ts';
import { onCallRoutes } from './on-call.ts';
import { rotaRoutes } from './rota.ts';

export const routes: readonly Route[] = [
  ...rotaRoutes,
  ...hoursRoutes,
  ...aboutYouRoutes,
  ...absenceRoutes,
  ...onCallRoutes,
];
