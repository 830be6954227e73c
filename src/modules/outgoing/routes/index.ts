import type { Route } from '#kit/http/route.ts';
import { messageRoutes } from './list.ts';
import { oneMessageRoutes } from './one.ts';

export const routes: readonly Route[] = [...messageRoutes, ...oneMessageRoutes];
