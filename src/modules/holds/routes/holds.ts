import { changedMeanwhile } from '#kit/components/form.ts';
import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { dayFields } from '#kit/typed-day.ts';
import { today } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { holdForm, holdReviewForm } from '../forms/hold-form.ts';
import { paths } from '../paths.ts';
import { findHold, type HoldByHand, holdsByHand, reviewHold, setHold } from '../store/holds.ts';
import { holdFacts, holdReviewPage, holdsPage, newHoldPage } from '../views/holds.ts';

const list = staffRoute({
  method: 'GET',
  path: paths.holds,
  may: 'hold.set',
  records: 'holds.viewed',
  async handle(ctx) {
    const holds = await holdsByHand(ctx.tx, ctx.organisation);
    await record(ctx.tx, ctx, { name: 'holds.viewed' });
    return page({ title: 'Holds', main: () => holdsPage(holds, today(ctx)) });
  },
});

const setting = formPage({
  path: paths.newHold,
  may: 'hold.set',
  records: 'hold.set',
  shown: { records: { nothing: 'An empty form.' } },
  version: adds,
  draft: () => ({ form: 'hold', about: null }),
  load: async () => null,
  schema: (ctx) => holdForm(today(ctx)),
  fresh: (ctx) => dayFields('lookOn', today(ctx).add({ months: 3 })),
  view: (form) => ({
    title: 'Set a hold',
    backLink: { href: paths.holds, text: 'Holds' },
    main: () => newHoldPage(form),
  }),
  async save(ctx, hold) {
    if (!(await setHold(ctx.tx, ctx, hold)))
      return { errors: { tenancy: 'No tenancy has this reference: enter it as your housing system has it' } };
    return { to: paths.holds, said: 'The hold is set' };
  },
});

const review = formPage({
  path: paths.review(':hold'),
  params: ids('hold'),
  may: 'hold.set',
  records: ['hold.kept', 'hold.ended'],
  shown: {
    records: 'holds.viewed',
    record: (ctx, hold: HoldByHand) => record(ctx.tx, ctx, { name: 'holds.viewed', subjectId: hold.id }),
  },
  draft: ({ hold }) => ({ form: 'hold-review', about: hold }),
  async load(ctx) {
    const hold = await findHold(ctx.tx, ctx.organisation, ctx.params.hold);
    if (!hold) throw notFound();
    return hold;
  },
  schema: (ctx) => holdReviewForm(today(ctx)),
  version: ({ version }) => version,
  now: (hold, ctx) => changedMeanwhile(holdFacts(hold, (at) => momentInWords(at, ctx.calendar))),
  view: (form, hold, ctx, meanwhile) => ({
    title: 'Look at a hold again',
    backLink: { href: paths.holds, text: 'Holds' },
    main: () => holdReviewPage(form, meanwhile ?? holdFacts(hold, (at) => momentInWords(at, ctx.calendar))),
  }),
  async save(ctx, { decision, lookOn, why }, hold) {
    const kept = decision === 'kept' && lookOn ? ({ decision, lookOn, why } as const) : null;
    if (!(await reviewHold(ctx.tx, ctx, hold, kept ?? { decision: 'ended', why }))) return { second: true };
    return { to: paths.holds, said: kept ? 'The hold stays' : 'The hold has ended' };
  },
});

export const holdsRoutes: readonly Route[] = [list, ...setting, ...review];
