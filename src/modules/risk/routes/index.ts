import type { Route } from '#kit/http/route.ts';

/** In reading order: the risk of a case, its assessments, and what a landlord sets. */
export const routes: readonly Route[] = [];
