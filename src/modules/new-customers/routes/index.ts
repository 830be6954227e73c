import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { listStaff } from '#modules/account/index.ts';
import { today } from '#rules/calendar.ts';
import { caseRoles } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { answerForm, handOnForm, tellForm } from '../forms/letting-forms.ts';
import { paths } from '../paths.ts';
import { keepAnswer } from '../store/answer.ts';
import { colleagues, months } from '../store/figures.ts';
import { handOn } from '../store/hand-on.ts';
import { findLetting, keepTry, lettingsFor, tellOfLetting } from '../store/lettings.ts';
import { told } from '../told.ts';
import { answerPage, handOnPage, tellPage } from '../views/forms.ts';
import { figuresPage, lettingPage, lettingsPage } from '../views/pages.ts';

const title = 'New lettings';
const back = { href: paths.list, text: title };

const list = staffRoute({
  method: 'GET',
  path: paths.list,
  may: 'letting.ask',
  records: 'lettings.viewed',
  async handle(ctx) {
    const lettings = await lettingsFor(ctx.tx, ctx);
    await record(ctx.tx, ctx, { name: 'lettings.viewed' });
    const reviews = may(ctx.who.roles, 'letting.review').allowed;
    return page({ title, main: () => lettingsPage(lettings, { today: today(ctx), reviews }) });
  },
});

const tell = formPage({
  path: paths.tell,
  may: 'letting.ask',
  records: 'letting.told',
  shown: { records: { nothing: 'An empty form.' } },
  version: adds,
  draft: () => ({ form: 'letting', about: null }),
  load: async () => null,
  schema: (ctx) => tellForm(today(ctx)),
  view: (form) => ({ title: 'A new letting', backLink: back, main: () => tellPage(form) }),
  async save(ctx, letting) {
    const id = await tellOfLetting(ctx.tx, ctx, letting);
    return id === null
      ? { errors: { reference: 'This letting was told before' } }
      : { to: paths.letting(id), said: 'Saved' };
  },
});

const figures = staffRoute({
  method: 'GET',
  path: paths.figures,
  may: 'letting.review',
  records: 'lettings.viewed',
  async handle(ctx) {
    const [byMonth, byColleague] = await Promise.all([
      months(ctx.tx, ctx),
      colleagues(ctx.tx, ctx),
      record(ctx.tx, ctx, { name: 'lettings.viewed', data: { part: 'figures' } }),
    ]);
    return page({
      title: 'Asked at lettings',
      backLink: back,
      main: () => figuresPage(byMonth, byColleague),
    });
  },
});

const params = ids('letting');
type Context = StaffContext<{ readonly letting: string }>;
const shown = {
  records: 'lettings.viewed',
  record: (ctx: Context) => record(ctx.tx, ctx, { name: 'lettings.viewed', subjectId: ctx.params.letting }),
} as const;

async function load(ctx: Context) {
  const letting = await findLetting(ctx.tx, ctx, ctx.params.letting);
  if (!letting || letting.countedAs === 'fell_through') throw notFound();
  return letting;
}

const one = staffRoute({
  method: 'GET',
  path: paths.letting(':letting'),
  params,
  may: 'letting.ask',
  records: 'lettings.viewed',
  async handle(ctx: Context) {
    const letting = await load(ctx);
    await shown.record(ctx);
    return page({ title, backLink: back, main: () => lettingPage(letting, ctx.pack.words) });
  },
});

const answer = formPage({
  path: paths.answer(':letting'),
  params,
  may: 'letting.ask',
  records: ['letting.asked', 'letting.asked-late', 'letting.tried', 'letting.fell-through'],
  shown,
  version: endsOnce,
  // No draft: what somebody answered is kept nowhere.
  async load(ctx: Context) {
    const letting = await load(ctx);
    if (letting.asked) throw notFound();
    return letting;
  },
  schema: () => answerForm(),
  view: (form, letting) => ({
    title: 'What became of the question',
    backLink: { href: paths.letting(letting.id), text: 'Back' },
    main: () => answerPage(form, letting),
  }),
  async save(ctx, value, letting) {
    const kept =
      'asked' in value
        ? await keepAnswer(ctx.tx, ctx, letting, value.asked)
        : await keepTry(ctx.tx, ctx, letting.id, value.whyNot);
    return kept ? { to: paths.list, said: 'Saved' } : { second: true };
  },
});

const hand = formPage({
  path: paths.handOn(':letting'),
  params,
  may: 'letting.ask',
  records: 'disclosure.received',
  shown,
  version: endsOnce,
  draft: ({ letting }) => ({ form: 'letting-hand-on', about: letting }),
  async load(ctx: Context) {
    const [letting, team] = await Promise.all([
      load(ctx),
      listStaff(ctx.tx, ctx.organisation, { roles: caseRoles }),
    ]);
    if (letting.handedOn) throw notFound();
    return { letting, team };
  },
  schema: (_ctx, { team }) => handOnForm(team.map(({ id }) => id)),
  view: (form, { letting, team }, ctx) => ({
    title: 'Hand on what they want',
    backLink: { href: paths.letting(letting.id), text: 'Back' },
    main: () => handOnPage(form, { letting, team, words: ctx.pack.words }),
  }),
  async save(ctx, typed, { letting }) {
    const received = await handOn(ctx.tx, ctx, letting, told(typed, letting, ctx.now));
    // The reference, and whom to ring in danger: what whoever reports a concern reads.
    return received === null ? { second: true } : { to: `/concerns/thanks?receipt=${received.receipt}` };
  },
});

/** The question at lettings, what is handed on, and for managers how often it is asked. */
export const routes: readonly Route[] = [list, ...tell, figures, one, ...answer, ...hand];
