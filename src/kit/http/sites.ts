import type { FastifyInstance } from 'fastify';
import type { Html } from '../html.ts';
import type { PageAssets } from '../layout/staff.ts';
import type { Services } from '../services.ts';
import { helpAssets, staffAssets } from '../styles.ts';
import { admit } from './admit.ts';
import type { Page } from './answers.ts';
import { type ApiRoute, serveApi } from './api.ts';
import { type Callback, serveCallbacks } from './callbacks.ts';
import { serveHealth } from './health.ts';
import { keepLapsed } from './lapsed.ts';
import { serveAssets, serveMetrics } from './operations.ts';
import type { OpenRoute, Route, StaffRoute } from './route.ts';
import { serveOpen } from './serve-open.ts';
import { type StaffHooks, serveStaff } from './serve-staff.ts';
import { buildSite, type Dress } from './site.ts';
import { type Destination, staffShell } from './staff-shell.ts';

/** No page of either site asks anything of another host, runs an inline script or can be framed. */
const contentSecurity = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
} as const;

export interface StaffContents extends StaffHooks {
  readonly routes: readonly Route[];
  readonly destinations: readonly Destination[];
  /** What other programs ask. */
  readonly api?: readonly ApiRoute[];
  /** What services tell us of their own accord. */
  readonly callbacks?: readonly Callback[];
}

/** The staff site, not yet listening. */
export async function buildStaffSite(services: Services, contents: StaffContents): Promise<FastifyInstance> {
  const { assets, page } = await staffAssets();
  const app = await buildSite({
    services,
    routes: contents.routes,
    cookies: true,
    contentSecurity,
    admit: (route, request) => admit(route as StaffRoute, request, services, contents),
    lapsed: (route, request) => keepLapsed(route, request, services, contents),
    shell: staffShell(services, contents.destinations, page),
    serve: (route, request, reply) =>
      route.may === 'public.visit'
        ? serveOpen(route as OpenRoute, request, reply, services, true)
        : serveStaff(route as StaffRoute, request, reply, services, contents),
  });
  await serveApi(app, services, contents.api ?? []);
  await serveCallbacks(app, services, contents.callbacks ?? []);
  serveAssets(app, assets);
  serveHealth(app, services);
  serveMetrics(app, services);
  return app;
}

export interface HelpContents {
  readonly routes: readonly Route[];
  shell(page: Page, dress: Dress, assets: PageAssets): Html;
}

/** The public help site: another listener, another database role, no cookies. */
export async function buildHelpSite(services: Services, contents: HelpContents): Promise<FastifyInstance> {
  const { assets, page: links } = await helpAssets();
  const app = await buildSite({
    services,
    routes: contents.routes,
    cookies: false,
    contentSecurity,
    admit: async () => 'files',
    shell: (page, dress) => contents.shell(page, dress, links),
    serve: (route, request, reply) => serveOpen(route as OpenRoute, request, reply, services, false),
  });
  serveAssets(app, assets);
  serveHealth(app, services);
  return app;
}

/**
 * What agencies read over a link: a third listener. It acts for no landlord and nobody, so that it reads nothing but
 * what a link opens with its code. No cookie, no script, nothing kept on the way, found by nobody.
 */
export async function buildPartnerSite(services: Services, contents: HelpContents): Promise<FastifyInstance> {
  const { assets, page: links } = await helpAssets();
  const app = await buildSite({
    services,
    routes: contents.routes,
    cookies: false,
    contentSecurity: { ...contentSecurity, 'script-src': ["'none'"], 'connect-src': ["'none'"] },
    // Room for what arrives is promised to an address: nobody is signed in.
    admit: async (_, request) => {
      request.sender = request.ip;
      return 'files';
    },
    shell: (page, dress) => contents.shell(page, dress, links),
    serve: (route, request, reply) => serveOpen(route as OpenRoute, request, reply, services, false),
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-robots-tag', 'noindex, nofollow, noarchive');
  });
  serveAssets(app, assets);
  serveHealth(app, services);
  return app;
}
