import type { FastifyRequest } from 'fastify';
import { may } from '#rules/may.ts';
import type { Services } from '../services.ts';
import { within } from '../sql.ts';
import { beginRequest, readSessionCookie, sessionCookie, whoBegan } from './begin.ts';
import { Fault, insist } from './errors.ts';
import type { StaffRoute } from './route.ts';
import type { StaffHooks } from './serve-staff.ts';
import type { Admitted } from './uploads.ts';

/**
 * Throws unless somebody is signed in who may use the route: uploads ask this before a byte of them is read. Of whoever
 * was signed in and is no more the words are read, where their form keeps a draft.
 */
export async function admit(
  route: StaffRoute,
  request: FastifyRequest,
  services: Services,
  hooks: StaffHooks,
): Promise<Admitted> {
  const credentials = readSessionCookie(request.cookies[sessionCookie]);
  if (!credentials) throw new Fault('signed-out');
  const opening = beginRequest(credentials, services.now(), services.settings.idle);
  const began = await within(services.db, [opening], async (_tx, opened) =>
    whoBegan(credentials.organisation, opened ?? []),
  );
  if (began?.who.secondFactor) {
    insist(may(began.who.roles, route.may));
    return 'files';
  }
  if (began || !route.draft || !(await hooks.wasSignedIn?.(services, credentials)))
    throw new Fault('signed-out');
  return 'words';
}
