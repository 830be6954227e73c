import type { Route } from '#kit/http/route.ts';
import { boardRoute } from './board.ts';
import { claimRoutes } from './claim.ts';
import { concernRoutes } from './concerns.ts';
import { toldFileRoutes } from './files.ts';
import { handoverRoutes } from './handover.ts';
import { joiningRoute } from './joining.ts';
import { disclosureRoutes } from './new-disclosure.ts';
import { showRoutes } from './show.ts';
import { toldContactRoutes } from './told-contact.ts';
import { triageFormRoute, triageRoute, triageSearchAgain, triageSearchRoute } from './triage.ts';

export const routes: readonly Route[] = [
  ...disclosureRoutes,
  boardRoute,
  ...showRoutes,
  ...claimRoutes,
  ...handoverRoutes,
  ...toldContactRoutes,
  ...toldFileRoutes,
  triageFormRoute,
  triageRoute,
  joiningRoute,
  triageSearchAgain,
  triageSearchRoute,
  ...concernRoutes,
];
