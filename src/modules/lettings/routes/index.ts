import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { asLateAsAny } from '#modules/holds/index.ts';
import { checkForm } from '../forms/check-form.ts';
import { paths } from '../paths.ts';
import { askers, askOfMove, checksBy, findCheck, lastAsked } from '../store/checks.ts';
import { checksMet } from '../store/met.ts';
import { askedPage } from '../views/asked.ts';
import { askPage, checkPage, checksPage } from '../views/checks.ts';
import { ofCasePage } from '../views/of-case.ts';

const title = 'May it be offered?';
const back = { href: paths.list, text: title };

const list = staffRoute({
  method: 'GET',
  path: paths.list,
  may: 'move-check.ask',
  records: 'move-checks.viewed',
  async handle(ctx) {
    const checks = await checksBy(ctx.tx, ctx);
    await record(ctx.tx, ctx, { name: 'move-checks.viewed' });
    return page({ title, main: () => checksPage(checks, ctx) });
  },
});

const ask = formPage({
  path: paths.ask,
  may: 'move-check.ask',
  records: 'move-check.asked',
  shown: { records: { nothing: 'An empty form.' } },
  version: adds,
  draft: () => ({ form: 'move-check', about: null }),
  load: async () => null,
  schema: () => checkForm,
  view: (form) => ({ title: 'Ask about a home', backLink: back, main: () => askPage(form) }),
  async save(ctx, asked) {
    const late = asLateAsAny();
    const id = await askOfMove(ctx.tx, ctx, asked);
    await late;
    // Its answer is said, and no success.
    return { to: paths.check(id) };
  },
});

const asked = staffRoute({
  method: 'GET',
  path: paths.asked,
  may: 'move-check.review',
  records: 'move-checks.viewed',
  async handle(ctx) {
    const [by, last] = await Promise.all([
      askers(ctx.tx, ctx.organisation, ctx.now),
      lastAsked(ctx.tx, ctx.organisation),
      record(ctx.tx, ctx, { name: 'move-checks.viewed', data: { part: 'asked' } }),
    ]);
    return page({ title: 'Who asked about moves', main: () => askedPage(by, last, ctx) });
  },
});

const one = staffRoute({
  method: 'GET',
  path: paths.check(':check'),
  params: ids('check'),
  may: 'move-check.ask',
  records: 'move-checks.viewed',
  async handle(ctx) {
    const check = await findCheck(ctx.tx, ctx, ctx.params.check);
    if (!check) throw notFound();
    await record(ctx.tx, ctx, { name: 'move-checks.viewed', subjectId: check.id });
    return page({ title: 'A question', backLink: back, main: () => checkPage(check, ctx) });
  },
});

const ofCase = staffRoute({
  method: 'GET',
  path: '/cases/:id/moves/checks',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, met] = await Promise.all([
      loadCase(ctx, id),
      checksMet(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, 'Moves'),
    ]);
    return page(inCase(model, 'Moves', () => ofCasePage(model, met)));
  },
});

/** What lettings asks, who asked how much, and what the team of a case reads of it. */
export const routes: readonly Route[] = [list, ...ask, asked, one, ofCase];
