import type { FastifyRequest } from 'fastify';
import { typedIn } from '../forms.ts';
import type { Services } from '../services.ts';
import { within } from '../sql.ts';
import { type Answer, redirect } from './answers.ts';
import { authorOf } from './author.ts';
import { beginRequest, readSessionCookie, sessionCookie, whoBegan } from './begin.ts';
import { draftSent } from './draft-sent.ts';
import { demand } from './input.ts';
import type { Route, StaffRoute } from './route.ts';
import { type StaffHooks, toSignIn } from './serve-staff.ts';

/**
 * A form that came from another session than the one that sends it: they signed out while they wrote, or signed in
 * anew, or somebody else did. What it carries is kept as the draft of whoever wrote it.
 * @returns where to go; null where somebody else is signed in, or nobody of ours wrote it: they learn nothing of it
 */
export async function keepLapsed(
  route: Route,
  request: FastifyRequest,
  services: Services,
  hooks: StaffHooks,
): Promise<Answer | null> {
  const typed = typedIn(request.body);
  const author = authorOf(typed._csrf, services.secret);
  if (!author || route.may === 'public.visit') return null;
  const form = draftSent(route as StaffRoute, demand(route.params, request.params, 'not-found'));
  const kept = form ? await hooks.keepDraft(services, { ...author, secretHash: null }, form, typed) : false;
  const signedIn = await whoIsSignedIn(request, services);
  if (signedIn === null) return toSignIn(request, kept);
  if (signedIn !== author.staff || !kept || !('form' in route) || !route.form) return null;
  return redirect(
    request.url,
    'You signed in anew while you wrote. What you typed is kept, and offered here',
  );
}

async function whoIsSignedIn(request: FastifyRequest, services: Services): Promise<string | null> {
  const credentials = readSessionCookie(request.cookies[sessionCookie]);
  if (!credentials) return null;
  const opening = beginRequest(credentials, services.now(), services.settings.idle);
  return within(services.db, [opening], async (_tx, opened) => {
    const began = whoBegan(credentials.organisation, opened ?? []);
    return began?.who.staff ?? null;
  });
}
