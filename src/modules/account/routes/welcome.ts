import { z } from 'zod';
import { type FormState, freshForm } from '#kit/components/form-state.ts';
import { type Answer, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { sessionCookie } from '#kit/http/begin.ts';
import { type OpenContext, openRoute } from '#kit/http/route.ts';
import { hashPassword } from '#kit/password-hash.ts';
import { record } from '#kit/record.ts';
import { type Tx, transact } from '#kit/sql.ts';
import { newPasswordForm, parseSecretForm } from '../forms.ts';
import type { Owner } from '../password-rules.ts';
import { forgetSecondFactor, setPassword } from '../store/credentials.ts';
import { markEnrolled } from '../store/enrol.ts';
import { type LinkParts, linkOwner, readLink, useLink } from '../store/links.ts';
import { landlords } from '../store/organisations.ts';
import { startSession } from '../store/sessions.ts';
import { findMember, type Member } from '../store/staff.ts';
import { spentLinkPage, welcomePage } from '../views/welcome.ts';
import { hiddenFor, stateOf } from './form-parts.ts';

const params = z.object({ link: z.string().max(200) });
type Asked = OpenContext<z.infer<typeof params>, unknown>;

/** Looking at a link does not use it up: mail programs look at every link before anybody reads them. */
export const welcomeRoutes = [
  openRoute({
    method: 'GET',
    path: '/welcome/:link',
    may: 'public.visit',
    records: { nothing: 'Nothing is used up by looking.' },
    params,
    async handle(ctx) {
      await boundLink(ctx);
      const found = await owner(ctx);
      return page(found ? choose(ctx, found, freshForm) : spent);
    },
  }),
  openRoute({
    method: 'POST',
    path: '/welcome/:link',
    may: 'public.visit',
    records: ['staff.enrolled', 'session.started'],
    params,
    async handle(ctx): Promise<Answer> {
      await boundLink(ctx);
      const found = await owner(ctx);
      if (!found) return page(spent);
      const parsed = parseSecretForm(newPasswordForm(found.owner), ctx.body);
      if (!parsed.ok) return invalid(choose(ctx, found, stateOf(parsed.typed, parsed.errors)));
      const hash = await hashPassword(parsed.value.newPassword);
      const cookie = await asProgram(ctx, found.link, (tx) => enrol(tx, ctx, found, hash));
      return cookie === null
        ? page(spent)
        : redirect('/second-factor', undefined, { [sessionCookie]: cookie });
    },
  }),
];

/** A whole team may be welcomed in one room, at one address. */
async function boundLink({ bound, params, address }: Asked): Promise<void> {
  await bound(params.link, 30);
  await bound(address, 600);
}

interface Found {
  readonly link: LinkParts;
  readonly member: Member;
  readonly owner: Owner;
}

async function owner(ctx: Asked): Promise<Found | null> {
  const link = readLink(ctx.params.link);
  if (!link) return null;
  return asProgram(ctx, link, async (tx) => {
    const staff = await linkOwner(tx, link, ctx.now);
    const member = staff && (await findMember(tx, link.organisation, staff));
    if (!member) return null;
    const landlord = (await landlords(tx)).find(({ id }) => id === link.organisation);
    const { name, email } = member;
    return { link, member, owner: { name, email, organisationName: landlord?.name ?? '' } };
  });
}

/**
 * A new start: the password is set, an earlier second factor is forgotten, and a session begins.
 * @returns its cookie
 */
async function enrol(tx: Tx, ctx: Asked, { link, member }: Found, hash: string): Promise<string | null> {
  const { organisation } = link;
  const { now, address, agent } = ctx;
  if (!(await useLink(tx, link, now))) return null;
  await setPassword(tx, organisation, member.id, hash, now);
  await forgetSecondFactor(tx, organisation, member.id);
  const { idle } = ctx.services.settings;
  const session = await startSession(tx, {
    organisation,
    staff: member.id,
    address,
    agent,
    now,
    idle,
    secondFactor: false,
  });
  const author = { organisation, staff: member.id, session: session.id, now };
  await markEnrolled(tx, author, member.id);
  await record(tx, author, { name: 'session.started', subjectId: member.id, data: { by: 'link' } });
  return session.cookie;
}

function asProgram<T>(ctx: Asked, { organisation }: LinkParts, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(ctx.services.db, { organisation, system: true }, work);
}

function choose(ctx: Asked, { member }: Found, form: FormState): Page {
  const hidden = hiddenFor(ctx);
  return {
    title: 'Choose a password',
    main: () => welcomePage(`/welcome/${ctx.params.link}`, member.email, form, hidden),
  };
}

const spent: Page = { title: 'This link no longer works', main: spentLinkPage };
