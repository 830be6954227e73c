import { kept, typedIn } from '#kit/forms.ts';
import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { today } from '#rules/calendar.ts';
import { stepForm } from '../forms/step-form.ts';
import { paths } from '../paths.ts';
import { sayStep } from '../store/say.ts';
import { findStep, stepsSaid } from '../store/steps.ts';
import { type Finder, findTenancies } from '../store/tenancies.ts';
import { sayPage, stepPage, stepsPage } from '../views/income.ts';

const title = 'Steps over income';
const back = { href: paths.list, text: title };

const list = staffRoute({
  method: 'GET',
  path: paths.list,
  may: 'court-step.say',
  records: 'court-steps.viewed',
  async handle(ctx) {
    const steps = await stepsSaid(ctx.tx, ctx.organisation);
    await record(ctx.tx, ctx, { name: 'court-steps.viewed' });
    return page({ title, main: () => stepsPage(steps, ctx) });
  },
});

const say = formPage({
  path: paths.say,
  may: 'court-step.say',
  records: 'court-step.said',
  shown: { records: { nothing: 'An empty form.' } },
  lookUp: {
    path: paths.find,
    records: 'register.searched',
    async find(ctx, found: Finder) {
      await record(ctx.tx, ctx, { name: 'register.searched', data: { results: found.tenancies.length } });
      return found;
    },
  },
  version: adds,
  draft: () => ({ form: 'court-step', about: null }),
  async load(ctx): Promise<Finder> {
    const search = kept(typedIn(ctx.body), 'search').trim();
    if (search === '') return { search, tenancies: [], more: false };
    return findTenancies(ctx.tx, ctx.organisation, search);
  },
  schema: (ctx) => stepForm(today(ctx)),
  view: (form, found) => ({ title: 'Say a step', backLink: back, main: () => sayPage(form, found) }),
  async save(ctx, { tenancy, step, taken: on, undone }) {
    const taken = on !== null && undone !== '' ? { on, undone } : null;
    const id = await sayStep(ctx.tx, ctx, { tenancy, step, taken });
    // Its answer is said, and no success.
    return { to: paths.step(id) };
  },
});

const one = staffRoute({
  method: 'GET',
  path: paths.step(':step'),
  params: ids('step'),
  may: 'court-step.say',
  records: 'court-steps.viewed',
  async handle(ctx) {
    const said = await findStep(ctx.tx, ctx.organisation, ctx.params.step);
    if (!said) throw notFound();
    await record(ctx.tx, ctx, { name: 'court-steps.viewed', subjectId: said.id });
    return page({ title: 'A step', backLink: back, main: () => stepPage(said, ctx) });
  },
});

export const incomeRoutes: readonly Route[] = [list, ...say, one];
