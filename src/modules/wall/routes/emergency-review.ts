import { z } from 'zod';
import { page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { endsOnce, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { type Author, record } from '#kit/record.ts';
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

/** Shown with what was opened; found on by somebody else than whoever used it. */
const finding = formPage({
  path: '/emergency-access/:use',
  takenAt: '/emergency-access/:use/review',
  params: useParams,
  may: 'break-glass.review',
  records: 'break-glass.reviewed',
  shown: {
    records: 'break-glass.viewed',
    record: (ctx: Pick<StaffContext, 'tx' | keyof Author>, { use }: Found) =>
      record(ctx.tx, ctx, { name: 'break-glass.viewed', subjectId: use.id }),
  },
  version: endsOnce,
  draft: ({ use }) => ({ form: 'emergency-review', about: use }),
  load: async (ctx): Promise<Found> => {
    const use = await useOf(ctx);
    return { use, opened: await openedDuring(ctx.tx, use.id) };
  },
  allows: ({ use }, { staff }) => mayReview(use, staff),
  schema: () => reviewForm,
  view: (form, { use, opened }, ctx) => {
    const { pack, calendar, now } = ctx;
    const model = { use, opened, mayReview: mayReview(use, ctx.staff), pack, calendar, now };
    return {
      title: 'Emergency access',
      backLink: { href: paths.uses, text: 'Emergency access' },
      main: () => usePage(model, form),
    };
  },
  save: async (ctx, value, { use }) => {
    await review(ctx.tx, ctx, use, value);
    return { to: paths.uses, said: 'The review is saved' };
  },
});

interface Found {
  readonly use: Use;
  readonly opened: Awaited<ReturnType<typeof openedDuring>>;
}

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

export const reviewRoutes: readonly Route[] = [list, colleagues, ...finding, ending];
