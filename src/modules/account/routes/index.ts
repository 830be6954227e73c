import type { Route } from '#kit/http/route.ts';
import { accountRoutes } from './account.ts';
import { confirmationRoutes } from './confirmations.ts';
import { draftRoutes } from './drafts.ts';
import { enrolmentRoutes } from './enrolment.ts';
import { helplineRoutes } from './helplines.ts';
import { hiddenRoutes } from './hidden.ts';
import { notificationRoutes } from './notifications.ts';
import { secondFactorRoutes } from './second-factor.ts';
import { sessionRoutes } from './sessions.ts';
import { shortCodeRoutes } from './short-code.ts';
import { signInRoutes } from './sign-in.ts';
import { staffRoutes } from './staff.ts';
import { staffMemberRoutes } from './staff-member.ts';
import { welcomeRoutes } from './welcome.ts';

export const routes: readonly Route[] = [
  ...signInRoutes,
  ...hiddenRoutes,
  ...secondFactorRoutes,
  ...enrolmentRoutes,
  ...welcomeRoutes,
  ...accountRoutes,
  ...shortCodeRoutes,
  ...sessionRoutes,
  ...staffRoutes,
  ...staffMemberRoutes,
  ...confirmationRoutes,
  ...helplineRoutes,
  ...notificationRoutes,
  ...draftRoutes,
];
