import type { Route } from '#kit/http/route.ts';
import { boardRoute } from './board.ts';
import { concernFormRoute, concernRoute, concernThanksRoute, guidanceRoute } from './concerns.ts';
import { disclosureFormRoute, disclosureRoute, receiptRoute } from './new-disclosure.ts';
import { showRoutes } from './show.ts';
import { triageFormRoute, triageRoute, triageSearchAgain, triageSearchRoute } from './triage.ts';

export const routes: readonly Route[] = [
  disclosureFormRoute,
  disclosureRoute,
  receiptRoute,
  boardRoute,
  ...showRoutes,
  triageFormRoute,
  triageRoute,
  triageSearchAgain,
  triageSearchRoute,
  concernFormRoute,
  concernRoute,
  concernThanksRoute,
  guidanceRoute,
];
