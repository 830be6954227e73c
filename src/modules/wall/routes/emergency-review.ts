import { z } from 'zod';
import { type FormState, freshForm } from '#kit/components/form-state.ts';
import { parseForm } from '#kit/forms.ts';
import { invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { triesWithin } from '../emergency.ts';
import { mayReview } from '../emergency-review.ts';
import { reviewForm } from '../forms/emergency-forms.ts';
import { paths } from '../paths.ts';
import { endEarly } from '../store/emergency-endings.ts';
import { review } from '../store/emergency-reviews.ts';
import {
  findUse,
  listUses,
  openedDuring,
  triesSince,
  type Use,
  usesPerPage,
} from '../store/emergency-uses.ts';
import { colleaguesPage } from '../views/emergency-colleagues.ts';
import { usePage } from '../views/emergency-use.ts';
import { usesPage } from '../views/emergency-uses.ts';

const useParams = ids('use');
type UseContext = StaffContext<{ readonly use: string }>;

const list = staffRoute({
  method: 'GET',
  path: '/emergency-access',
  may: 'break-glass.review',
  records: 'break-glass.viewed',
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  handle: async (ctx) => {
    const found = await listUses(ctx.tx, ctx.organisation, ctx.query.page);
    await record(ctx.tx, ctx, { name: 'break-glass.viewed' });
    const calendar = ctx.calendar;
    const model = { ...found, page: ctx.query.page, pageSize: usesPerPage, calendar, now: ctx.now };
    return page({ title: 'Emergency access', main: () => usesPage(model) });
  },
});

const colleagues = staffRoute({
  method: 'GET',
  path: '/emergency-access/colleagues',
  may: 'case.grant',
  records: 'break-glass.viewed',
  handle: async (ctx) => {
    const tries = await triesSince(ctx.tx, ctx.organisation, ctx.now.subtract(triesWithin));
    await record(ctx.tx, ctx, { name: 'break-glass.viewed' });
    const calendar = ctx.calendar;
    return page({ title: 'Emergency access', main: () => colleaguesPage(tries, calendar) });
  },
});

const show = staffRoute({
  method: 'GET',
  path: '/emergency-access/:use',
  params: useParams,
  may: 'break-glass.review',
  records: 'break-glass.viewed',
  handle: async (ctx) => {
    const use = await useOf(ctx);
    await record(ctx.tx, ctx, { name: 'break-glass.viewed', subjectId: use.id });
    return page(await shown(ctx, use));
  },
});

const finding = staffRoute({
  method: 'POST',
  path: '/emergency-access/:use/review',
  params: useParams,
  may: 'break-glass.review',
  records: 'break-glass.reviewed',
  handle: async (ctx) => {
    const use = await useOf(ctx);
    insist(mayReview(use, ctx.staff));
    const parsed = parseForm(reviewForm, ctx.body);
    if (!parsed.ok) return invalid(await shown(ctx, use, { values: parsed.typed, errors: parsed.errors }));
    await review(ctx.tx, ctx, use, parsed.value);
    return redirect(paths.uses, 'The review is saved');
  },
});

const ending = staffRoute({
  method: 'POST',
  path: '/emergency-access/:use/ending',
  params: useParams,
  may: 'break-glass.review',
  records: 'break-glass.ended',
  handle: async (ctx) => {
    const use = await useOf(ctx);
    if (!(await endEarly(ctx.tx, ctx, use.id))) throw notFound();
    return redirect(paths.use(use.id), 'This access has ended');
  },
});

async function useOf(ctx: UseContext): Promise<Use> {
  const use = await findUse(ctx.tx, ctx.organisation, ctx.params.use);
  if (!use) throw notFound();
  return use;
}

async function shown(ctx: UseContext, use: Use, form: FormState = freshForm): Promise<Page> {
  const opened = await openedDuring(ctx.tx, use.id);
  const model = {
    use,
    opened,
    mayReview: mayReview(use, ctx.staff),
    pack: ctx.pack,
    calendar: ctx.calendar,
    now: ctx.now,
  };
  const fields = { form, action: paths.review(use.id), csrf: ctx.csrf, submissionId: newId<string>() };
  return {
    title: 'Emergency access',
    backLink: { href: paths.uses, text: 'Emergency access' },
    main: () => usePage(model, fields),
  };
}

export const reviewRoutes: readonly Route[] = [list, colleagues, show, finding, ending];
