import type { Route } from '#kit/http/route.ts';
import { changeRoutesInCase } from './changes.ts';
import { caseRoutes } from './of-case.ts';
import { officeRoutes } from './office.ts';

/** Changes of tenancies that are held: entered by whoever hears of one, answered by the team. */
export const routes: readonly Route[] = [...officeRoutes, ...caseRoutes, ...changeRoutesInCase];
