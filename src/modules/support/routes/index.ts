import type { Route } from '#kit/http/route.ts';
import type { OpenDecisions } from '#modules/chronology/pure.ts';
import { answerRoutes } from './answers.ts';
import { costRoutes } from './costs.ts';
import { loanRoutes } from './loans.ts';
import { lookRoutes } from './looks.ts';
import { caseRoutes } from './of-case.ts';
import { offerRoutes } from './offer.ts';
import { owedRoutes } from './owed.ts';
import { stepRoutes } from './steps.ts';
import { stockRoutes } from './stock.ts';
import { waitRoutes } from './waits.ts';

/** In reading order: the offers of a case, what is offered and answered, one offer, and what is done about it. */
export const routes = (decisions: OpenDecisions): readonly Route[] => [
  ...caseRoutes,
  ...answerRoutes,
  ...offerRoutes,
  ...stepRoutes(decisions),
  ...lookRoutes,
  ...costRoutes,
  ...loanRoutes,
  ...stockRoutes,
  ...owedRoutes,
  ...waitRoutes,
];
