import type { Route } from '#kit/http/route.ts';
import { listRoutes } from './list.ts';
import { proposingRoutes } from './propose.ts';
import { senderRoutes } from './sender.ts';
import { senderProposalRoutes } from './sender-proposal.ts';
import { versionRoutes } from './version.ts';
import { wordRoutes } from './words.ts';

export const routes: readonly Route[] = [
  ...listRoutes,
  ...proposingRoutes,
  ...versionRoutes,
  ...wordRoutes,
  ...senderRoutes,
  ...senderProposalRoutes,
];
