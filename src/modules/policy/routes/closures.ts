import { notFound } from '#kit/http/errors.ts';
import { adds, type FormPage, formPage } from '#kit/http/form-page.ts';
import { ids, type Route } from '#kit/http/route.ts';
import { today } from '#rules/calendar.ts';
import { mayClose, stillToOpen } from '../closures.ts';
import { closureForm, openingForm, type ProposedClosure } from '../forms/closure-form.ts';
import { paths } from '../paths.ts';
import { type Closure, findClosure, proposeClosure } from '../store/closures.ts';
import { newClosurePage, openAgainPage } from '../views/propose-closure.ts';

const backLink = { href: paths.hours, text: 'Office hours' };
const said = 'Proposed. Another manager or administrator has to decide; until then nothing changes';

const closing: FormPage<unknown, unknown, null, ProposedClosure> = {
  path: paths.newClosure,
  may: 'closure.propose',
  records: 'closure.proposed',
  shown: { records: { nothing: 'A form, and the office hours that everybody here works by.' } },
  version: adds,
  draft: () => ({ form: 'closure', about: null }),
  load: async () => null,
  schema: (ctx) => closureForm(today(ctx)),
  view: (form) => ({ title: 'Close the office', backLink, main: () => newClosurePage(form) }),
  async save(ctx, { first: firstDay, last, reason }) {
    const days = { firstDay, lastDay: last ?? firstDay };
    const verdict = mayClose(days, ctx.calendar, today(ctx));
    if (!verdict.allowed) return { errors: { first: verdict.reason } };
    const id = await proposeClosure(ctx.tx, ctx, { ...days, opens: null, reason });
    return { to: paths.closure(id), said };
  },
};

const opening: FormPage<{ readonly closure: string }, unknown, Closure, { readonly reason: string }> = {
  path: paths.openAgain(':closure'),
  params: ids('closure'),
  may: 'closure.propose',
  records: 'closure.proposed',
  shown: { records: { nothing: 'A form, and days that everybody here works by.' } },
  version: ({ version }) => version,
  draft: ({ closure }) => ({ form: 'closure-opening', about: closure }),
  async load(ctx) {
    const found = await findClosure(ctx.tx, ctx.organisation, ctx.params.closure);
    const opens = found?.opens === null && found.decision === 'approved';
    if (!opens || found.openedAt !== null || stillToOpen(found, today(ctx)) === null) throw notFound();
    return found;
  },
  schema: () => openingForm,
  view: (form, closure, ctx) => ({
    title: 'Open the office again',
    backLink: { href: paths.closure(closure.id), text: 'The closure' },
    main: () => openAgainPage(form, stillToOpen(closure, today(ctx)) ?? closure),
  }),
  async save(ctx, { reason }, closure) {
    const days = stillToOpen(closure, today(ctx)) ?? closure;
    const id = await proposeClosure(ctx.tx, ctx, { ...days, opens: closure.id, reason });
    return { to: paths.closure(id), said };
  },
};

export const closureRoutes: readonly Route[] = [...formPage(closing), ...formPage(opening)];
