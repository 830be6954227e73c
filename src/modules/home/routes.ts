import { redirect } from '#kit/http/answers.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { firstPage } from './home.ts';

export const routes: readonly Route[] = [
  staffRoute({
    method: 'GET',
    path: '/',
    may: 'own.account',
    records: { nothing: 'only leads on to the page where work begins' },
    handle: async (ctx) => redirect(firstPage(ctx.who.roles)),
  }),
];
