import { randomBytes } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { submission } from '#kit/components/submission.ts';
import { folderStore } from '#kit/files/folder-store.ts';
import { page } from '#kit/http/answers.ts';
import { hashSecret, sessionCookie, writeSessionCookie } from '#kit/http/begin.ts';
import { openRoute, type Route } from '#kit/http/route.ts';
import { buildStaffSite, type StaffContents } from '#kit/http/sites.ts';
import { newId } from '#kit/ids.ts';
import { shelve } from '#kit/pack-shelf.ts';
import type { MailQueue, Services, SiteSettings } from '#kit/services.ts';
import { sql, transact } from '#kit/sql.ts';
import type { OrganisationId, Role, StaffId } from '#rules/facts.ts';

import { type Ending, type TestDatabase, testDatabase } from './database.ts';
import { filesFolder } from './files-folder.ts';
import { triedPacks } from './packs.ts';

/** A page for the test browser's first form: any page of the site would do, this one is always there. */
export const proof = openRoute({
  method: 'GET',
  path: '/proof',
  may: 'public.visit',
  records: { nothing: 'for tests' },
  handle: async (ctx) => page({ title: 'Proof', main: () => submission(ctx.csrf, newId()) }),
});

/** A clock that a test sets; London time reads well in sentences: `at('2026-11-20T16:55')`. */
export interface TestClock {
  now: () => Temporal.Instant;
  set(to: Temporal.Instant): void;
}

export function london(text: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/London').toInstant();
}

export function testClock(start: string): TestClock {
  let moment = london(start);
  return {
    now: () => moment,
    set: (to) => {
      moment = to;
    },
  };
}

export interface TestLandlord {
  readonly organisation: OrganisationId;
  readonly slug: string;
  readonly packId: string;
}

export interface TestSite {
  readonly database: TestDatabase;
  readonly services: Services;
  readonly clock: TestClock;
  readonly app: FastifyInstance;
  landlord(packId: string, slug?: string): Promise<TestLandlord>;
  /** A colleague, signed in with both factors, as a browser would be. */
  colleague(landlord: TestLandlord, roles: readonly Role[], name?: string): Promise<TestBrowser>;
}

/** What the tests lend in place of the machine's parts: a simulated clock, and mail that is only counted. */
export function testServices(database: TestDatabase, clock: TestClock): Services {
  const mail: MailQueue = { send: async () => {} };
  return {
    db: { pool: database.app, checkRows: true },
    now: clock.now,
    secret: 'a secret for tests, which guards nothing',
    packs: shelve(triedPacks),
    mail,
    carriers: {},
    files: { store: folderStore(filesFolder()), scanner: null },
    settings: {
      staffUrl: 'http://localhost:3000',
      helpUrl: 'http://localhost:3001',
      partnerUrl: 'http://localhost:3002',
      secure: false,
      trustProxy: false,
      requestsPerMinute: 100_000,
      idle: Temporal.Duration.from({ minutes: 30 }),
      metricsHost: '127.0.0.1',
      log: 'silent',
    },
  };
}

/** The staff site over a database of the test's own, at a moment of the test's choosing. */
export async function testSite(
  t: Ending,
  routes: readonly Route[],
  start = '2026-11-18T10:00',
  contents: Partial<Omit<StaffContents, 'routes'>> = {},
  settings: Partial<SiteSettings> = {},
  own?: TestDatabase,
): Promise<TestSite> {
  const database = own ?? (await testDatabase(t));
  const clock = testClock(start);
  const base = testServices(database, clock);
  const services = { ...base, settings: { ...base.settings, ...settings } };
  const app = await buildStaffSite(services, {
    routes: [...routes, proof],
    destinations: [],
    keepDraft: async () => false,
    ...contents,
  });
  app.addHook('onError', async (_request, _reply, error) => {
    lastThrown = error;
  });
  t.after(() => app.close());
  return {
    database,
    services,
    clock,
    app,
    landlord: (packId, slug = packId) => addLandlord(services, packId, slug),
    colleague: (landlord, roles, name) => signIn(app, services, landlord, roles, name),
  };
}

let lastThrown: Error | undefined;

/** What was thrown last: of a fault of ours its page rightly says nothing. */
export const whatFailed = () => lastThrown?.stack ?? '';

export async function addLandlord(services: Services, packId: string, slug = packId): Promise<TestLandlord> {
  const organisation = newId<OrganisationId>();
  await transact(services.db, { organisation, system: true }, (tx) =>
    tx.run(sql`insert into organisation (organisation_id, slug, name, pack_id, created_at)
      values (${organisation}, ${slug}, ${`Landlord ${slug}`}, ${packId}, ${services.now()})`),
  );
  return { organisation, slug, packId };
}

let colleagues = 0;

export async function addColleague(
  services: Services,
  landlord: TestLandlord,
  roles: readonly Role[],
  name = `Colleague ${++colleagues}`,
): Promise<StaffId> {
  const id = newId<StaffId>();
  const email = `${id}@example.test`;
  await transact(services.db, { organisation: landlord.organisation, system: true }, (tx) =>
    tx.run(sql`insert into staff (organisation_id, id, email, name, roles, invited_at, enrolled_at)
      values (${landlord.organisation}, ${id}, ${email}, ${name}, ${[...roles]}, ${services.now()},
        ${services.now()})`),
  );
  return id;
}

async function signIn(
  app: FastifyInstance,
  services: Services,
  landlord: TestLandlord,
  roles: readonly Role[],
  name?: string,
): Promise<TestBrowser> {
  const staff = await addColleague(services, landlord, roles, name);
  const cookie = await addSession(services, landlord.organisation, staff);
  return browser(app, staff, cookie);
}

/** A session as signing in leaves it. @returns the cookie's value */
export async function addSession(
  services: Services,
  organisation: OrganisationId,
  staff: StaffId,
  secondFactor = true,
): Promise<string> {
  const id = newId<string>();
  const secret = randomBytes(32).toString('base64url');
  const now = services.now();
  await transact(services.db, { organisation, system: true }, (tx) =>
    tx.run(sql`insert into session (organisation_id, id, staff_id, secret_hash, started_at, seen_at, idle_until,
        ends_at, address, agent, second_factor)
      values (${organisation}, ${id}, ${staff}, ${hashSecret(secret)}, ${now}, ${now}, ${now.add({ minutes: 30 })},
        ${now.add({ hours: 12 })}, '127.0.0.1', 'test', ${secondFactor})`),
  );
  return writeSessionCookie(organisation, id, secret);
}

export interface TestBrowser {
  readonly staff: StaffId;
  get(path: string): Promise<LightMyRequestResponse>;
  /** Sends a form as its page would: with proof of origin and a submission id, unless the fields say otherwise. */
  post(
    path: string,
    fields?: Readonly<Record<string, string | readonly string[]>>,
    files?: readonly SentFile[],
  ): Promise<LightMyRequestResponse>;
}

/** A file as somebody chooses it in a form. */
export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A browser without JavaScript: it keeps cookies and sends forms. */
export function browser(app: FastifyInstance, staff: StaffId, session: string): TestBrowser {
  const jar = new Map([[sessionCookie, session]]);
  let csrf = '';
  const cookies = () => Object.fromEntries(jar);
  const keep = (response: LightMyRequestResponse) => {
    for (const { name, value } of response.cookies as { name: string; value: string }[]) {
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    csrf = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? csrf;
    return response;
  };
  return {
    staff,
    get: async (url) => keep(await app.inject({ method: 'GET', url, cookies: cookies() })),
    async post(url, fields = {}, files) {
      if (!csrf) keep(await app.inject({ method: 'GET', url: '/proof', cookies: cookies() }));
      const form = files ? new FormData() : new URLSearchParams();
      const sent = { _csrf: csrf, _submission: newId<string>(), ...fields };
      for (const [name, value] of Object.entries(sent)) {
        for (const each of typeof value === 'string' ? [value] : value) form.append(name, each);
      }
      for (const { field, name, bytes } of files ?? [])
        if (form instanceof FormData) form.append(field, new File([bytes], name));
      const encoded = new Response(form);
      return keep(
        await app.inject({
          method: 'POST',
          url,
          cookies: cookies(),
          headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
          payload: Buffer.from(await encoded.arrayBuffer()),
        }),
      );
    },
  };
}
