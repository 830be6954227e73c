import type { Route } from '#kit/http/route.ts';
import { caseRoutes } from './of-case.ts';
import { referralRoutes } from './referral.ts';

/** In reading order: the referrals of a case, and one referral, which may be owed before there is a case. */
export const routes: readonly Route[] = [...caseRoutes, ...referralRoutes];
