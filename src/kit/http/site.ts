import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import helmet from 'helmet';
import { typedIn } from '../forms.ts';
import { type Html, render } from '../html.ts';
import { createLog } from '../log.ts';
import { keyFor } from '../secret.ts';
import type { Services } from '../services.ts';
import type { Answer, Page } from './answers.ts';
import { boundArrival, ordinaryPatience } from './arriving.ts';
import { deviceCookie } from './begin.ts';
import { Fault, faults } from './errors.ts';
import { faultOf, hungUp } from './fault-of.ts';
import { registerLimits } from './limits.ts';
import { inOrderOfFields } from './order-errors.ts';
import { proofHolder, proofOfOrigin, proofSent } from './proof.ts';
import { watchForProxies } from './proxy.ts';
import type { Route, StaffRoute, UploadedFile, Who } from './route.ts';
import type { Sent } from './send-again.ts';
import type { Served } from './serve-staff.ts';
import { ordinaryUploads, type Room, uploadRoom } from './upload-room.ts';
import { type Admitted, forgetUploads, readUpload } from './uploads.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    may?: string;
    records?: unknown;
    route?: Route;
  }
  interface FastifyRequest {
    uploads?: readonly UploadedFile[];
    uploadFolder?: string;
    /** A form that was sent from a page of this site. */
    ours?: true;
  }
}

export interface Site {
  readonly services: Services;
  readonly routes: readonly Route[];
  /** Runs a route and says what to answer. */
  serve(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<Served>;
  /** Throws unless whoever asks may use this route: before a byte of a file that they send is kept. */
  admit(route: Route, request: FastifyRequest): Promise<Admitted>;
  /** Where a form leads that came from another session; null: nowhere. */
  lapsed?(route: Route, request: FastifyRequest): Promise<Answer | null>;
  /** The whole document around a page's body. */
  shell(page: Page, dress: Dress): Html;
  readonly contentSecurity: Readonly<Record<string, readonly string[]>>;
  /** The help site sets no cookie until a form starts: it has no one to protect from forged requests. */
  readonly cookies: boolean;
}

/** What the document around a page needs to know. */
export interface Dress {
  readonly who: Who | null;
  readonly csrf: string;
  readonly said: Said | null;
  readonly path: string;
  readonly status: number;
  /** It answers to a form that was sent. */
  readonly cameBack: boolean;
}

export const saidCookie = 'lintel_said';

/** What the page before has to say; a warning begins with a mark of its own in the cookie. */
export interface Said {
  readonly text: string;
  readonly warns: boolean;
}
const warning = '! ';

function saidIn(cookie: string | undefined): Said | null {
  if (!cookie) return null;
  return cookie.startsWith(warning)
    ? { text: cookie.slice(warning.length), warns: true }
    : { text: cookie, warns: false };
}
/** Other cookies end with the browser. */
const deviceCookieSeconds = 30 * 24 * 3_600;
const formBytes = 256 * 1024;

/** What comes in is checked by zod, what goes out is text: fastify’s compilers, a hundred modules, stay unread. */
const noSchemas = () => () => {
  throw new Error('A route of Lintel has no JSON schema');
};

/**
 * One site: its routes, headers, limits and errors. It refuses to
 * boot a route that does not say who may and what is recorded.
 */
export async function buildSite(site: Site): Promise<FastifyInstance> {
  const patience = site.services.settings.patience ?? ordinaryPatience;
  const app: FastifyInstance = Fastify({
    // Of files too: what is not a multipart form is no larger there than anywhere.
    bodyLimit: formBytes,
    exposeHeadRoutes: false,
    trustProxy: trusted(site.services.settings.trustProxy),
    return503OnClosing: true,
    requestTimeout: patience.files + patience.whole,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 400 },
    loggerInstance: createLog(site.services.settings.log) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
  });
  app.addHook('onRoute', (route) => {
    const { may, records } = route.config ?? {};
    if (!may || !records)
      throw new Error(`${route.method} ${route.url} does not say who may, or what it records`);
  });
  boundArrival(app, patience);
  // Made once; as a plugin of Fastify it is made anew for each request.
  const protect = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: mutable(site.contentSecurity) },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: site.services.settings.secure && { maxAge: 31_536_000 },
    xDownloadOptions: false,
  });
  app.addHook('onRequest', (request, reply, done) => protect(request.raw, reply.raw, () => done()));
  await app.register(formbody, { bodyLimit: formBytes });
  watchForProxies(app, site.services);
  await registerLimits(app, site.services.settings.requestsPerMinute);
  if (site.cookies) await registerCookies(app, site.services);
  // What is cut off is told by whoever reads it: by a fault, or beside its field.
  if (site.routes.some((route) => 'upload' in route && route.upload))
    await app.register(multipart, { throwFileSizeLimit: false });
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  app.setNotFoundHandler((request, reply) => fail(site, new Fault('not-found'), request, reply));
  app.setErrorHandler((error, request, reply) => fail(site, error, request, reply));
  const { uploads = ordinaryUploads, data } = site.services.settings;
  const room = uploadRoom(uploads, data ? [data] : [], site.services.now);
  for (const route of site.routes) addRoute(app, site, route, room);
  return app;
}

async function registerCookies(app: FastifyInstance, services: Services): Promise<void> {
  const secure = services.settings.secure;
  await app.register(cookie);
  await app.register(csrf, {
    cookieKey: 'lintel_form',
    cookieOpts: { path: '/', sameSite: 'strict', httpOnly: true, secure },
    csrfOpts: { hmacKey: keyFor(services.secret, 'csrf').toString('base64') },
    getUserInfo: proofHolder,
    getToken: proofSent,
  });
}

function addRoute(app: FastifyInstance, site: Site, route: Route, room: Room): void {
  const upload = 'upload' in route ? route.upload : undefined;
  const turn = 'turn' in route ? route.turn : undefined;
  app.route({
    method: route.method,
    url: route.path,
    config: { may: route.may, records: route.records, route },
    // Uploads are read first: a multipart form's proof of origin is among its fields.
    preHandler: [
      ...(upload ? [readUpload(upload, (request) => site.admit(route, request), room)] : []),
      ...(route.method === 'POST' && site.cookies ? [app.csrfProtection] : []),
      ...(route.method === 'POST' ? [fromOurPage] : []),
    ],
    ...(upload && { onResponse: forgetUploads }),
    handler: async (request, reply) => {
      const end = turn && (await turnOf(site, route, request, turn));
      try {
        const { answer, who } = await site.serve(route, request, reply);
        return await send(site, answer, who, request, reply);
      } finally {
        end?.();
        if (upload) await forgetUploads(request);
      }
    },
  });
}

/** Whoever is turned away takes no place from anybody. @returns what ends the turn */
async function turnOf(
  site: Site,
  route: Route,
  request: FastifyRequest,
  turn: NonNullable<StaffRoute['turn']>,
): Promise<(() => void) | undefined> {
  const admitted = await site.admit(route, request).catch(() => null);
  return admitted === 'files' ? turn(request.body).take() : undefined;
}

/** Only what comes from a page of ours is ever shown again: a stranger’s words would speak in our name. */
async function fromOurPage(request: FastifyRequest): Promise<void> {
  request.ours = true;
}

async function send(
  site: Site,
  answer: Answer,
  who: Who | null,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (answer.kind === 'redirect') {
    for (const [name, value] of Object.entries(answer.cookies ?? {})) setCookie(site, reply, name, value);
    if (answer.said && site.cookies)
      setCookie(site, reply, saidCookie, `${answer.warns ? warning : ''}${answer.said}`);
    if (answer.leaves) reply.header('clear-site-data', '"cache", "cookies", "storage"');
    return reply.redirect(answer.to, 303);
  }
  if (answer.kind === 'file') {
    const { name, type, body, foreign } = answer.file;
    const bytes = typeof body === 'function' ? await body() : body;
    if (foreign) reply.header('content-security-policy', sandboxed);
    if (name) reply.header('content-disposition', `attachment; filename="${name}"`);
    return reply.type(type).send(bytes);
  }
  return sendPage(site, answer.page, answer.status, who, request, reply);
}

function sendPage(
  site: Site,
  page: Page,
  status: number,
  who: Who | null,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const said = site.cookies ? saidIn(request.cookies[saidCookie]) : null;
  if (said) setCookie(site, reply, saidCookie, null);
  const { secret } = site.services;
  const csrf = site.cookies ? proofOfOrigin(request, reply, { secret, who }) : '';
  const [path = '/', cameBack] = [request.url.split('?')[0], request.method === 'POST'];
  const document = render(site.shell(page, { who, csrf, said, path, status, cameBack }));
  // As bytes: of a text, its length and then its bytes are each worked out from all of it.
  const bytes = Buffer.from(status === 422 ? inOrderOfFields(document) : document);
  return reply.code(status).type('text/html; charset=utf-8').send(bytes);
}

function setCookie(site: Site, reply: FastifyReply, name: string, value: string | null): void {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: site.services.settings.secure,
    ...(name === deviceCookie && { maxAge: deviceCookieSeconds }),
  } as const;
  if (value === null) reply.clearCookie(name, options);
  else reply.setCookie(name, value, options);
}

/** Every failure becomes a page that says what happened and shows nothing that somebody may not know. */
async function fail(site: Site, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const fault = faultOf(error);
  const left = hungUp(error, request.raw.destroyed || reply.raw.destroyed);
  if (fault.code === 'broken' && !left)
    request.log.error({ err: error, route: request.routeOptions.url }, 'a fault of ours');
  const { route } = request.routeOptions.config;
  const lapsed = fault.code === 'forged' && route && (await site.lapsed?.(route, request));
  if (lapsed) return send(site, lapsed, null, request, reply);
  const { faultPage } = await import('./fault-page.ts');
  const { who = null, packId } = error as { readonly who?: Who | null; readonly packId?: string };
  const pack = packId ? site.services.packs.find(packId) : null;
  const { status } = faults[fault.code];
  if (status === 503) reply.header('retry-after', '5');
  return sendPage(site, faultPage(fault, pack, sentAs(site, request, reply)), status, who, request, reply);
}

function sentAs(site: Site, request: FastifyRequest, reply: FastifyReply): Sent | null {
  if (!request.ours) return null;
  const typed = typedIn(request.body);
  const csrf = site.cookies ? proofOfOrigin(request, reply) : '';
  return { action: request.url, typed, csrf, files: (request.uploads ?? []).length > 0 };
}

/** For what came from outside: no script, no frame, no form, no address of ours. */
const sandboxed = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** Which proxies' `X-Forwarded-For` is trusted. */
function trusted(proxies: Services['settings']['trustProxy']) {
  if (typeof proxies === 'number') return (_address: string, hop: number) => hop < proxies;
  return proxies && [...proxies];
}

function mutable(directives: Site['contentSecurity']): Record<string, string[]> {
  return Object.fromEntries(Object.entries(directives).map(([name, values]) => [name, [...values]]));
}
