import type { z } from 'zod';
import type { FormModel } from '#kit/components/form.ts';
import type { Html } from '#kit/html.ts';
import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { atTheOffice, today } from '#rules/calendar.ts';
import { may } from '#rules/may.ts';
import { budgetForm, coverForm, endingForm, fundForm, yearEndForm } from '../forms/fund-forms.ts';
import { yearToEnd } from '../fund.ts';
import { financialYear } from '../ledger.ts';
import { paths } from '../paths.ts';
import {
  endFund,
  endYear,
  type Fund,
  findFund,
  fundsOf,
  fundYears,
  givenTo,
  openFund,
  topUp,
  yearEndsOf,
} from '../store/funds.ts';
import { coverShort, shortCounts, shortOf } from '../store/take.ts';
import { budgetPage, coverPage, endingPage, newFundPage, yearEndPage } from '../views/fund-forms.ts';
import { fundPage, fundsPage } from '../views/funds.ts';

interface FundParams {
  readonly fund: string;
}
const params = ids('fund') as z.ZodType<FundParams>;
type FundContext = StaffContext<FundParams>;

/** What was taken is told once the month is over. */
const monthBegan = ({ now, calendar }: StaffContext) =>
  atTheOffice(now, calendar).with({ day: 1 }).startOfDay().toInstant();

const list = staffRoute({
  method: 'GET',
  path: paths.funds,
  may: 'fund.see',
  records: 'funds.viewed',
  async handle(ctx) {
    const [funds, years, short] = await Promise.all([
      fundsOf(ctx.tx, ctx.organisation),
      fundYears(ctx.tx, monthBegan(ctx)),
      shortCounts(ctx.tx, ctx.organisation),
      record(ctx.tx, ctx, { name: 'funds.viewed' }),
    ]);
    const manages = may(ctx.who.roles, 'fund.manage').allowed;
    const model = { funds, years, short, manages, year: financialYear(today(ctx)) };
    return page({ title: 'Funds', main: () => fundsPage(model) });
  },
});

const opening = formPage({
  path: paths.newFund,
  may: 'fund.manage',
  records: ['fund.opened', 'fund.topped-up'],
  shown: { records: { nothing: 'An empty form.' } },
  version: adds,
  draft: () => ({ form: 'fund', about: null }),
  load: async () => null,
  schema: () => fundForm,
  view: (form, _, ctx) => ({
    title: 'Open a fund',
    backLink: { href: paths.funds, text: 'Funds' },
    main: () => newFundPage(form, financialYear(today(ctx))),
  }),
  async save(ctx, { name, about, amount: pence }) {
    const fundId = await openFund(ctx.tx, ctx, { name, about: about.trim() });
    if (fundId === null) return { errors: { name: 'Another fund has this name' } };
    await topUp(ctx.tx, ctx, { fundId, year: financialYear(today(ctx)), pence, words: 'Its first budget.' });
    return { to: paths.fund(fundId), said: 'It is open' };
  },
});

async function loaded(ctx: FundContext): Promise<Fund> {
  const fund = await findFund(ctx.tx, ctx.organisation, ctx.params.fund);
  if (!fund) throw notFound();
  return fund;
}

async function withYears(ctx: FundContext) {
  const { tx, organisation } = ctx;
  const [fund, given, ends] = await Promise.all([
    loaded(ctx),
    givenTo(tx, organisation, ctx.params.fund),
    yearEndsOf(tx, organisation, ctx.params.fund),
  ]);
  const ended = ends.map(({ year }) => year);
  const toEnd = yearToEnd({ given: given.map(({ year }) => year), ended }, today(ctx));
  return { fund, given, ends, toEnd };
}

const one = staffRoute({
  method: 'GET',
  path: paths.fund(':fund'),
  params,
  may: 'fund.see',
  records: 'funds.viewed',
  async handle(ctx) {
    const [known, years, short] = await Promise.all([
      withYears(ctx),
      fundYears(ctx.tx, monthBegan(ctx)),
      shortCounts(ctx.tx, ctx.organisation),
      record(ctx.tx, ctx, { name: 'funds.viewed', subjectId: ctx.params.fund }),
    ]);
    const model = {
      ...{ ...known, years: years.filter(({ fundId }) => fundId === known.fund.id), calendar: ctx.calendar },
      manages: may(ctx.who.roles, 'fund.manage').allowed,
      short: may(ctx.who.roles, 'fund.cover').allowed ? (short.get(known.fund.id) ?? 0) : null,
    };
    return page({
      title: 'A fund',
      backLink: { href: paths.funds, text: 'Funds' },
      main: () => fundPage(model),
    });
  },
});

const viewed = {
  records: 'funds.viewed' as const,
  record: (ctx: FundContext) => record(ctx.tx, ctx, { name: 'funds.viewed', subjectId: ctx.params.fund }),
};

const inFrame = ({ fund }: { readonly fund: Fund }, title: string, main: () => Html) => ({
  ...{ title, main, backLink: { href: paths.fund(fund.id), text: 'The fund' } },
});

const years = (ctx: StaffContext): readonly number[] => {
  const year = financialYear(today(ctx));
  return [year, year + 1];
};

const budget = formPage({
  path: paths.budget(':fund'),
  params,
  may: 'fund.manage',
  records: 'fund.topped-up',
  shown: viewed,
  version: adds,
  draft: ({ fund }: FundParams) => ({ form: 'fund-budget', about: fund }),
  load: async (ctx) => ({ fund: await loaded(ctx) }),
  schema: (ctx) => budgetForm(years(ctx)),
  view: (form, model, ctx) => inFrame(model, 'Put money in', () => budgetPage(form, model.fund, years(ctx))),
  async save(ctx, { amount: pence, year, words }, { fund }) {
    await topUp(ctx.tx, ctx, { fundId: fund.id, year: Number(year), pence, words: words.trim() });
    return { to: paths.fund(fund.id), said: 'It is in' };
  },
});

const yearEnd = formPage({
  path: paths.yearEnd(':fund'),
  params,
  may: 'fund.manage',
  records: 'fund.year-ended',
  shown: viewed,
  version: endsOnce,
  draft: ({ fund }: FundParams) => ({ form: 'fund-year-end', about: fund }),
  async load(ctx) {
    const { fund, toEnd } = await withYears(ctx);
    return { fund, year: toEnd };
  },
  schema: () => yearEndForm,
  view: (form, model) => inFrame(model, 'End a year', () => yearEndPage(form, model.fund, model.year)),
  async save(ctx, { promised, rest, words }, { fund, year }) {
    if (year === null) return { errors: { words: 'No year of it is over that was not ended' } };
    await endYear(ctx.tx, ctx, { fundId: fund.id, year, promised, rest, why: words.trim() });
    return { to: paths.fund(fund.id), said: 'The year is ended' };
  },
});

const ending = formPage({
  path: paths.ending(':fund'),
  params,
  may: 'fund.manage',
  records: 'fund.ended',
  shown: viewed,
  version: endsOnce,
  draft: ({ fund }: FundParams) => ({ form: 'fund-ending', about: fund }),
  async load(ctx) {
    const fund = await loaded(ctx);
    if (fund.endedAt) throw notFound();
    return { fund };
  },
  schema: () => endingForm,
  view: (form, model) => inFrame(model, 'The fund ends', () => endingPage(form, model.fund)),
  async save(ctx, { words }, { fund }) {
    await endFund(ctx.tx, ctx, { fundId: fund.id, why: words.trim() });
    return { to: paths.fund(fund.id), said: 'It has ended' };
  },
});

const cover = formPage({
  path: paths.cover(':fund'),
  params,
  may: 'fund.cover',
  records: 'fund.asked-again',
  shown: viewed,
  version: adds,
  draft: ({ fund }: FundParams) => ({ form: 'fund-cover', about: fund }),
  async load(ctx) {
    const [fund, short] = await Promise.all([
      loaded(ctx),
      shortOf(ctx.tx, ctx.organisation, ctx.params.fund),
    ]);
    return { fund, short };
  },
  schema: () => coverForm,
  view: (form: FormModel, model, ctx) =>
    inFrame(model, 'Without its money yet', () => coverPage(form, model, ctx.calendar)),
  async save(ctx, _, { fund }) {
    const { left } = await coverShort(ctx.tx, ctx, fund.id);
    await record(ctx.tx, ctx, { name: 'fund.asked-again', subjectId: fund.id, data: { left } });
    if (left === 0) return { to: paths.fund(fund.id), said: 'The fund has it' };
    return { to: paths.cover(fund.id), said: 'The fund has not all of it yet', warns: true };
  },
});

export const routes: readonly Route[] = [list, ...opening, one, ...budget, ...yearEnd, ...ending, ...cover];
