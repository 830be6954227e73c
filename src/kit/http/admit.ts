import type { FastifyRequest } from 'fastify';
import { may } from '#rules/may.ts';
import { officeUnder } from '../office.ts';
import type { Services } from '../services.ts';
import { type Tx, within } from '../sql.ts';
import { authorOf } from './author.ts';
import { type Began, beginRequest, readSessionCookie, sessionCookie, whoBegan } from './begin.ts';
import { isOpen, openingOf } from './case-wall.ts';
import { Fault, insist } from './errors.ts';
import { demand } from './input.ts';
import type { StaffContext, StaffRoute } from './route.ts';
import type { StaffHooks } from './serve-staff.ts';
import type { Admitted } from './uploads.ts';

/**
 * Throws unless somebody is signed in who may use the route: uploads ask this before a byte of them is read. Of whoever
 * was signed in and is no more the words are read, where their form keeps a draft, also once they signed out; and of
 * whoever sends to what is not there for them, so that they are answered, and it is recorded, as everywhere.
 */
export async function admit(
  route: StaffRoute,
  request: FastifyRequest,
  services: Services,
  hooks: StaffHooks,
): Promise<Admitted> {
  const credentials = readSessionCookie(request.cookies[sessionCookie]);
  if (!credentials) {
    if (!route.draft) throw new Fault('signed-out');
    return { wordsOf: (proof) => authorOf(proof, services.secret) !== null };
  }
  const wall = route.upload ? wallOf(route, request) : null;
  const opening = [
    beginRequest(credentials, services.now(), services.settings.idle),
    ...(wall ? [wall] : []),
  ];
  const { began, there } = await within(services.db, opening, async (tx, opened, ...after) => {
    const found = whoBegan(credentials.organisation, opened ?? []);
    if (!found?.who.secondFactor) return { began: found, there: true };
    insist(may(found.who.roles, route.may));
    const inSight = wall === null || isOpen(after[0]);
    return { began: found, there: inSight && (await isThere(route, request, services, found, tx)) };
  });
  if (began?.who.secondFactor) {
    request.sender = `${began.who.organisation} ${began.who.staff}`;
    return there ? 'files' : 'words';
  }
  if (began || !route.draft || !(await hooks.wasSignedIn?.(services, credentials)))
    throw new Fault('signed-out');
  return 'words';
}

function wallOf({ path, params }: StaffRoute, request: FastifyRequest) {
  return openingOf(path, demand(params, request.params, 'not-found'));
}

/** Whatever keeps them from it is said once their words are read. */
async function isThere(
  { upload, params, query }: StaffRoute,
  request: FastifyRequest,
  services: Services,
  { who, packId, closedDays }: Began,
  tx: Tx,
): Promise<boolean> {
  if (!upload?.target) return true;
  const { organisation, staff, session } = who;
  const now = services.now();
  const ctx: StaffContext = {
    ...officeUnder(services.packs, packId, { organisation, staff, session, now }, closedDays),
    ...{ tx, who, staff, services, body: {}, files: [], address: request.ip, agent: '', csrf: '' },
    params: demand(params, request.params, 'not-found'),
    query: demand(query, request.query, 'unreadable'),
  };
  try {
    await upload.target(ctx);
    return true;
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}
