import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DraftAt } from '#kit/drafts/drafts.ts';
import { basisOnRecord } from '#rules/clauses.ts';
import { noClosedDays } from '#rules/closed-days.ts';
import { may } from '#rules/may.ts';
import { recordedIn } from '../event.ts';
import { type Typed, typedIn } from '../forms.ts';
import { officeUnder } from '../office.ts';
import { record } from '../record.ts';
import type { Services } from '../services.ts';
import { type Sql, sql, type Tx, transact, within } from '../sql.ts';
import { type Answer, type Page, redirect } from './answers.ts';
import {
  type Began,
  beginRequest,
  type Credentials,
  hiddenCookie,
  readSessionCookie,
  sessionCookie,
  whoBegan,
} from './begin.ts';
import { isOpen, openingOf } from './case-wall.ts';
import { draftSent } from './draft-sent.ts';
import { Fault, insist, notFound } from './errors.ts';
import { demand } from './input.ts';
import { proofOfOrigin } from './proof.ts';
import type { Again, Later, Records, StaffContext, StaffRoute, Who } from './route.ts';

/** What the site lends to signed-in routes beyond the services. */
export interface StaffHooks {
  /**
   * Keeps what was typed into a form whose session ended meanwhile; true where it could.
   * @param whose without the secret’s hash where the form itself names its author (author.ts)
   */
  keepDraft(
    services: Services,
    whose: Omit<Credentials, 'secretHash'> & { readonly secretHash: Buffer | null },
    form: DraftAt,
    typed: Typed,
  ): Promise<boolean>;
  /** Whether this was somebody's session, and they themselves ended it or it ran out. */
  wasSignedIn?(services: Services, whose: Credentials): Promise<boolean>;
  /** What is shown, with the same status, to somebody who may know why a page is not there any more; null: no more. */
  whenGone?(
    services: Services,
    who: Who,
    asked: { readonly path: string } & Pick<Began, 'packId' | 'closedDays'>,
  ): Promise<Page | null>;
}

export interface Served {
  readonly answer: Answer;
  readonly who: Who | null;
}

/**
 * A signed-in request's walk: find who asks and begin (one round trip), ask `may`, claim the submission, run the
 * handler, hold it to the event that it declared, commit. The answer is rendered by the caller, after the commit.
 */
export async function serveStaff(
  route: StaffRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  hooks: StaffHooks,
): Promise<Served> {
  const credentials = readSessionCookie(request.cookies[sessionCookie]);
  if (!credentials) return { answer: toSignIn(request), who: null };
  const params = demand(route.params, request.params, 'not-found');
  const now = services.now();
  const claim = route.method === 'POST' && route.once !== false ? submissionOf(request.body) : null;
  const wall = openingOf(route.path, params);
  let who: Who | null = null;
  let packId = '';
  let closedDays = noClosedDays;
  const opening = [beginRequest(credentials, now, services.settings.idle), ...(wall ? [wall] : [])];
  const open = (rows: readonly unknown[] | undefined) => !wall || isOpen(rows);

  async function begun(tx: Tx, opened: readonly unknown[], at: Temporal.Instant): Promise<StaffContext> {
    const began = credentials && whoBegan(credentials.organisation, opened);
    if (!began) throw new Fault('signed-out');
    ({ who, packId, closedDays } = began);
    const { organisation, staff, session } = who;
    return {
      ...officeUnder(services.packs, packId, { organisation, staff, session, now: at }, closedDays),
      tx,
      who,
      staff,
      services,
      params,
      query: demand(route.query, request.query, 'unreadable'),
      body: request.body,
      files: request.uploads ?? [],
      address: request.ip,
      agent: String(request.headers['user-agent'] ?? '').slice(0, 200),
      csrf: proofOfOrigin(request, reply, { secret: services.secret, who }),
    };
  }

  try {
    const claims = claim ? [claiming(claim, now)] : [];
    const answer = await within(services.db, [...opening, ...claims], async (tx, opened = [], ...after) => {
      const ctx = await begun(tx, opened, now);
      await request.server.bound(request, ctx.staff, services.settings.requestsPerMinute);
      if (route.perMinute) await request.server.bound(request, `${ctx.staff} ${route.path}`, route.perMinute);
      if (!ctx.who.secondFactor && !route.beforeSecondFactor) throw new Undone(redirect('/second-factor'));
      insist(may(ctx.who.roles, route.may));
      // Sent before: led where the first sending led, even if that shut them out.
      if (claim && after.at(-1)?.length === 0) return earlier(ctx, claim);
      if (!open(after[0])) throw notFound();
      if (route.within && opensAlone(request)) throw new Undone(redirect(route.within(params)));
      return claim ? onceOnly(ctx, claim, () => run(route, ctx)) : run(route, ctx);
    });
    if (answer.kind !== 'later') return { answer, who };
    return { answer: await finished(answer), who };
  } catch (error) {
    if (error instanceof Undone) return { answer: error.answer, who };
    if (error instanceof Fault) {
      if (error.code === 'signed-out') return { answer: await signedOut(), who: null };
      if (who) await recordRefusal(services, who, packId, now, route, error);
      const gone =
        error.code === 'not-found' && who
          ? await hooks.whenGone?.(services, who, { path: request.url, packId, closedDays })
          : null;
      if (gone) return { answer: { kind: 'page', status: 404, page: gone, keeps: false }, who };
    }
    throw Object.assign(error as Error, { who, packId });
  }

  /** What takes long, between transactions; each of them as the first one: they may have been shut out meanwhile. */
  async function finished(later: Later): Promise<Answer> {
    const written = new Set<string>();
    const again: Again = (work) =>
      within(services.db, opening, async (tx, opened = [], ...after) => {
        const ctx = await begun(tx, opened, services.now());
        insist(may(ctx.who.roles, route.may));
        if (!open(after[0])) throw notFound();
        const done = await work(ctx);
        for (const name of recordedIn(tx)) written.add(name);
        return done;
      });
    const answer = await later.work(again);
    if (answer.kind === 'page' && !answer.keeps) return answer;
    holdToRecord(route.records, written, `${route.method} ${route.path}`);
    if (claim && answer.kind === 'redirect') await again((ctx) => ctx.tx.run(leads(ctx, claim, answer.to)));
    return answer;
  }

  async function signedOut(): Promise<Answer> {
    const form = draftSent(route, params);
    if (!form || request.method !== 'POST' || !credentials) return toSignIn(request);
    const typed = typedIn(request.body);
    const kept = await hooks.keepDraft(services, credentials, form, typed);
    return toSignIn(request, kept);
  }
}

/** Rolls the transaction back, and still has something to show. */
class Undone extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super('undone');
    this.answer = answer;
  }
}

/** Browsers say since 2023 what they ask something for; one that does not is taken to show it in its page. */
function opensAlone({ headers }: FastifyRequest): boolean {
  const asked = headers['sec-fetch-dest'];
  return asked !== undefined && asked !== 'image';
}

async function run(route: StaffRoute, ctx: StaffContext): Promise<Answer | Later> {
  const answer = await route.handle(ctx);
  if (answer.kind === 'later') return answer;
  if (answer.kind === 'page' && !answer.keeps) throw new Undone(answer);
  holdToRecord(route.records, recordedIn(ctx.tx), `${route.method} ${route.path}`);
  return answer;
}

/** A route that says it records must have recorded: a view or a change that leaves no trace is a fault of ours. */
function holdToRecord(records: Records, written: ReadonlySet<string>, name: string): void {
  if (typeof records === 'object' && 'nothing' in records) return;
  const expected = typeof records === 'string' ? [records] : records;
  if (!expected.some((event) => written.has(event)))
    throw new Error(`${name} did not record ${expected.join(' or ')}`);
}

const submitted = z.looseObject({ _submission: z.uuid() });

function submissionOf(body: unknown): string {
  return demand(submitted, body, 'unreadable')._submission;
}

/** Claims a submission for whoever began this request: no row comes back where it was claimed before. */
function claiming(submission: string, now: Temporal.Instant): Sql {
  return sql`insert into submission (organisation_id, id, staff_id, at)
    select lintel.organisation(), ${submission}::uuid, lintel.staff(), ${now}::timestamptz
    where lintel.staff() is not null on conflict do nothing returning id`;
}

/** Twice sent, once done: the second sending is shown where the first one led. */
async function onceOnly(
  ctx: StaffContext,
  submission: string,
  work: () => Promise<Answer | Later>,
): Promise<Answer | Later> {
  const answer = await work();
  if (answer.kind === 'redirect') ctx.tx.atEnd(leads(ctx, submission, answer.to));
  return answer;
}

function leads({ organisation }: StaffContext, submission: string, to: string): Sql {
  return sql`update submission set location = ${to} where organisation_id = ${organisation} and id = ${submission}`;
}

const locationRow = z.object({ location: z.string().nullable() });

async function earlier(ctx: StaffContext, id: string): Promise<Answer> {
  const found = await ctx.tx.maybe(
    locationRow,
    sql`select location from submission
      where organisation_id = ${ctx.organisation} and id = ${id} and staff_id = ${ctx.staff}`,
  );
  if (!found?.location) throw new Fault('stale');
  return redirect(found.location, 'This was already saved');
}

/** Refusals outlive the transaction that they roll back. */
async function recordRefusal(
  services: Services,
  who: Who,
  packId: string,
  now: Temporal.Instant,
  route: StaffRoute,
  fault: Fault,
): Promise<void> {
  if (fault.code !== 'refused') return;
  const { verdict } = fault;
  const rests =
    verdict && !verdict.allowed
      ? basisOnRecord(services.packs.find(packId), verdict.basis)
      : { purpose: '', clause: '' };
  await transact(services.db, { organisation: who.organisation, staff: who.staff, roles: who.roles }, (tx) =>
    record(
      tx,
      { organisation: who.organisation, staff: who.staff, session: who.session, now },
      {
        name: 'request.refused',
        data: { route: `${route.method} ${route.path}`, ...rests },
      },
    ),
  );
}

/**
 * To the sign-in page, which says why, and back to the same page after it; where the session is hidden, to the page
 * that hides it.
 */
export function toSignIn(request: FastifyRequest, kept = false): Answer {
  if (request.cookies[hiddenCookie]) return redirect('/hidden');
  const next = request.url === '/' ? '' : `?next=${encodeURIComponent(request.url.slice(0, 500))}`;
  const sent =
    request.method === 'POST' ? 'What you sent was not saved. Sign in to go on' : 'Sign in to go on';
  const typed =
    'What you typed is kept for you: sign in and it is offered again. Files have to be chosen again';
  const came = request.cookies[sessionCookie] !== undefined || request.method === 'POST';
  return redirect(
    `/sign-in${next}`,
    came ? `You are not signed in any more. ${kept ? typed : sent}` : undefined,
  );
}
