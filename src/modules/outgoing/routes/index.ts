import type { Route } from '#kit/http/route.ts';
import { carrierRoutes } from './carriers.ts';
import { messageRoutes } from './list.ts';
import { oneMessageRoutes } from './one.ts';

export const routes: readonly Route[] = [...carrierRoutes, ...messageRoutes, ...oneMessageRoutes];
