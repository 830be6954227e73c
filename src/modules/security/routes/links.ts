import type { z } from 'zod';
import { page, redirect } from '#kit/http/answers.ts';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { ofFeared } from '#modules/agreement/index.ts';
import { caseFormPage, inCase, loadCase } from '#modules/case-file/index.ts';
import { linksOffered } from '#modules/sharing/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { linkAddressProblem, linkForm, stopForm } from '../forms/link-form.ts';
import type { LookedSaid } from '../link.ts';
import { maySend } from '../order.ts';
import { paths } from '../paths.ts';
import { conflictsOf } from '../store/conflicts.ts';
import { contractorsOf } from '../store/contractors.ts';
import { answersOf, endLink, sendWorksLink } from '../store/links.ts';
import { ordersOf } from '../store/orders.ts';
import { cannotStay } from '../store/stopped-orders.ts';
import { lookIntoStop } from '../store/stops.ts';
import { codeShownPage, newLinkPage, stopPage } from '../views/links.ts';

const title = 'Home security';

interface OrderParams {
  readonly id: CaseId;
  readonly order: string;
}
const orderParams = ids('id', 'order') as z.ZodType<OrderParams>;

/** An order that still goes on, and its contractor. */
async function goingOn(ctx: StaffContext<OrderParams>) {
  const { tx, organisation } = ctx;
  const [orders, contractors] = await Promise.all([
    ordersOf(tx, organisation, ctx.params.id),
    contractorsOf(tx, organisation),
  ]);
  const order = orders.find(({ id }) => id === ctx.params.order);
  const contractor = contractors.find(({ id }) => id === order?.contractorId);
  if (!order || !contractor || order.endedAt !== null) throw notFound();
  return { order, contractor };
}

const sending = caseFormPage({
  path: '/cases/:id/security/orders/:order/link',
  params: orderParams,
  may: 'case.work',
  records: 'security.link-sent',
  title,
  draft: ({ order }) => ({ form: 'works-link', about: order }),
  version: adds,
  load: async (ctx) => {
    const going = await goingOn(ctx);
    if (!linksOffered(ctx.services) || isOver(ctx, going.order)) throw notFound();
    const conflicts = await conflictsOf(ctx.tx, ctx.organisation, ctx.params.id);
    insist(maySend(going.contractor, conflicts, going.order.dayOn));
    return going;
  },
  schema: (ctx, _, { contractor }) =>
    linkForm((address) => linkAddressProblem(address, contractor, ctx.staff)),
  view: (model, form, { order, contractor }) => newLinkPage(model, form, order, contractor),
  save: async (ctx, { address, codeTold }, model, { order }) => {
    const { id: caseId } = ctx.params;
    const [feared = false] = await ofFeared(ctx.tx, ctx.organisation, caseId, [address]);
    if (feared)
      return {
        errors: { address: 'The register has that as a mailbox of whoever is feared. It never goes there' },
      };
    const from = ctx.who.organisationName;
    const code = await sendWorksLink(ctx.tx, ctx, ctx.services, { caseId, order, address, codeTold, from });
    return page(inCase(model, title, () => codeShownPage(model, order, { code, codeTold })));
  },
});

function isOver(ctx: StaffContext, { dayOn }: { readonly dayOn: Temporal.PlainDate }): boolean {
  return Temporal.PlainDate.compare(dayOn, today(ctx)) < 0;
}

const ending = staffRoute({
  method: 'POST',
  path: '/cases/:id/security/orders/:order/link/ending',
  params: orderParams,
  may: 'case.work',
  records: 'security.link-shut',
  async handle(ctx) {
    const { id: caseId } = ctx.params;
    await loadCase(ctx, caseId);
    const { order } = await goingOn(ctx);
    if (!(await endLink(ctx.tx, ctx, { caseId, order }))) throw new Fault('stale');
    return redirect(paths.order(caseId, order.id), 'The link opens nothing any more. Ring them too');
  },
});

const stopParams = ids('id', 'stop') as z.ZodType<{ readonly id: CaseId; readonly stop: string }>;

const stop = caseFormPage({
  path: '/cases/:id/security/stops/:stop',
  params: stopParams,
  may: 'case.work',
  records: ['security.work-looked-into', 'security.work-asked-after'],
  title,
  draft: ({ stop: about }) => ({ form: 'works-stop', about }),
  version: endsOnce,
  load: async (ctx) => {
    const { tx, organisation } = ctx;
    const [answers, orders] = await Promise.all([
      answersOf(tx, organisation, ctx.params.id),
      ordersOf(tx, organisation, ctx.params.id),
    ]);
    const found = answers.find(({ id }) => id === ctx.params.stop);
    const order = orders.find(({ id }) => id === found?.orderId);
    if (!found || !order || !['cannot', 'problem', 'shut'].includes(found.outcome)) throw notFound();
    const stands = found.words === 'contractor' && (await cannotStay(tx, organisation, ctx.params.id, order));
    return { stop: found, order, stands: found.outcome === 'shut' && stands };
  },
  schema: (_, __, { stop: { outcome }, stands }) => stopForm(outcome, stands),
  view: (model, form, facts) => stopPage(model, form, facts),
  save: async (ctx, { said, words }, _, facts) => {
    const { id: caseId } = ctx.params;
    const looked = { caseId, stop: facts.stop, said: said as LookedSaid, words: words.trim() };
    if (!(await lookIntoStop(ctx.tx, ctx, looked))) return { second: true };
    return {
      to: paths.order(caseId, facts.order.id),
      ...(said === 'not_reached'
        ? { said: 'Written down. It is owed until somebody has spoken with them', warns: true }
        : { said: 'Saved' }),
    };
  },
});

export const linkRoutes: readonly Route[] = [...sending, ending, ...stop];
