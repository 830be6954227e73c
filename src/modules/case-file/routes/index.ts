import type { Route } from '#kit/http/route.ts';
import { peopleRoutes } from './people.ts';

/** Who is in a case. */
export const routes: readonly Route[] = [...peopleRoutes];
