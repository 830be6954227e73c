import { type FormState, freshForm } from '#kit/components/form-state.ts';
import { parseForm } from '#kit/forms.ts';
import { type Answer, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { ids, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { decisionForm } from '../forms.ts';
import { mayConfirm } from '../second-person.ts';
import { confirm, decline } from '../store/confirm.ts';
import { type Confirmation, findWaiting, waitingConfirmations } from '../store/confirmations.ts';
import { findMember } from '../store/staff.ts';
import { confirmationPage, confirmationsPage } from '../views/confirmations.ts';
import { hiddenFor, momentsFor, stateOf } from './form-parts.ts';
import { handOver } from './hand-over.ts';

const base = { may: 'staff.confirm' } as const;
const list = '/staff/confirmations';

export const confirmationRoutes = [
  staffRoute({
    ...base,
    method: 'GET',
    path: list,
    records: 'confirmations.viewed',
    async handle(ctx) {
      const waiting = await waitingConfirmations(ctx.tx, ctx.organisation);
      await record(ctx.tx, ctx, { name: 'confirmations.viewed' });
      const at = momentsFor(ctx);
      return page({ title: 'To confirm', main: () => confirmationsPage(waiting, at) });
    },
  }),
  staffRoute({
    ...base,
    method: 'GET',
    path: `${list}/:id`,
    records: 'confirmations.viewed',
    params: ids('id'),
    async handle(ctx) {
      const asked = await open(ctx, ctx.params.id);
      await record(ctx.tx, ctx, { name: 'confirmations.viewed', subjectId: asked.about });
      return page(await question(ctx, asked, freshForm));
    },
  }),
  staffRoute({
    ...base,
    method: 'POST',
    path: `${list}/:id`,
    records: ['roles.confirmed', 'roles.declined', 'new-start.confirmed', 'new-start.declined'],
    params: ids('id'),
    async handle(ctx): Promise<Answer> {
      const asked = await open(ctx, ctx.params.id);
      insist(verdictOn(ctx, asked));
      const parsed = parseForm(decisionForm, ctx.body);
      if (!parsed.ok) return invalid(await question(ctx, asked, stateOf(parsed.typed, parsed.errors)));
      if (parsed.value.decision === 'decline') {
        await decline(ctx.tx, ctx, asked, parsed.value.reason);
        return redirect(list, 'Declined. Whoever asked is told');
      }
      const done = await confirm(ctx.tx, ctx, asked);
      if (!done) throw notFound();
      return done.link ? handOver(ctx, done.link, done.member.email) : redirect(list, 'Confirmed');
    },
  }),
];

async function open(ctx: StaffContext, id: string): Promise<Confirmation> {
  const asked = await findWaiting(ctx.tx, ctx.organisation, id);
  if (!asked) throw notFound();
  return asked;
}

function verdictOn(ctx: StaffContext, asked: Confirmation) {
  return mayConfirm(asked, { by: ctx.staff, roles: ctx.who.roles });
}

async function question(ctx: StaffContext, asked: Confirmation, form: FormState): Promise<Page> {
  const member = await findMember(ctx.tx, ctx.organisation, asked.about);
  if (!member) throw notFound();
  const model = { asked, member, verdict: verdictOn(ctx, asked), form };
  const [hidden, at] = [hiddenFor(ctx), momentsFor(ctx)];
  const backLink = { href: list, text: 'Everything that waits' };
  return { title: 'To confirm', backLink, main: () => confirmationPage(model, hidden, at) };
}
