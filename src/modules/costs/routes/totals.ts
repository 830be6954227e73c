import { csvText } from '#kit/documents/csv.ts';
import { file, page } from '#kit/http/answers.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { dayFields } from '#kit/typed-day.ts';
import { yearsUntil } from '#modules/support/index.ts';
import { today } from '#rules/calendar.ts';
import { may } from '#rules/may.ts';
import { rateForm } from '../forms/rate-form.ts';
import { paths } from '../paths.ts';
import { ratesOf, setRate } from '../store/rates.ts';
import { yearsOfCosts } from '../store/totals.ts';
import { ratesPage } from '../views/rates.ts';
import { totalsPage } from '../views/totals.ts';
import { fileHead, fileRows } from '../views/totals-file.ts';

const yearsTold = (ctx: StaffContext) =>
  yearsOfCosts(ctx.tx, yearsUntil(today(ctx)), ctx.calendar.rules.timeZone);

/** What it costs, as totals without people: whoever reads them need not see a case. */
const totals = staffRoute({
  method: 'GET',
  path: paths.totals,
  may: 'cost.see',
  records: 'costs.viewed',
  async handle(ctx) {
    const [years, rates] = await Promise.all([
      yearsTold(ctx),
      ratesOf(ctx.tx, ctx.organisation),
      record(ctx.tx, ctx, { name: 'costs.viewed' }),
    ]);
    const sets = may(ctx.who.roles, 'cost.set').allowed;
    return page({ title: 'Costs', main: () => totalsPage({ years, rates, sets, today: today(ctx) }) });
  },
});

const totalsFile = staffRoute({
  method: 'GET',
  path: paths.file,
  may: 'cost.see',
  records: 'costs.exported',
  async handle(ctx) {
    const [years] = await Promise.all([yearsTold(ctx), record(ctx.tx, ctx, { name: 'costs.exported' })]);
    return file({
      name: 'costs.csv',
      type: 'text/csv; charset=utf-8',
      body: csvText(fileHead, fileRows(years)),
    });
  },
});

const rates = formPage({
  path: paths.rates,
  may: 'cost.set',
  records: 'costs.rate-set',
  shown: { records: 'costs.viewed', record: (ctx) => record(ctx.tx, ctx, { name: 'costs.viewed' }) },
  version: adds,
  draft: () => ({ form: 'cost-rate', about: null }),
  load: (ctx) => ratesOf(ctx.tx, ctx.organisation),
  schema: (ctx, known) => rateForm(known, today(ctx)),
  fresh: (ctx) => dayFields('begins', today(ctx)),
  view: (form, known, ctx) => ({
    title: 'Set a rate',
    backLink: { href: paths.totals, text: 'Costs' },
    main: () => ratesPage(form, known, ctx.calendar),
  }),
  async save(ctx, { kind, amount: pence, begins: fromDay, source }) {
    await setRate(ctx.tx, ctx, { kind, pence, fromDay, source: source.trim() });
    return { to: paths.totals, said: 'It is set' };
  },
});

export const totalsRoutes: readonly Route[] = [totals, totalsFile, ...rates];
