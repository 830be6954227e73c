import { page } from '#kit/http/answers.ts';
import { adds, type FormPage, formPage } from '#kit/http/form-page.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { momentInWords } from '#rules/moment.ts';
import { type ProposedSystem, systemForm } from '../forms/system-form.ts';
import { paths } from '../paths.ts';
import { proposeSystem, systemsOf } from '../store/systems.ts';
import { newSystemPage } from '../views/new-system.ts';
import { systemsPage } from '../views/systems.ts';

const list = staffRoute({
  method: 'GET',
  path: paths.systems,
  may: 'hold-system.see',
  records: 'hold-systems.viewed',
  async handle(ctx) {
    const systems = await systemsOf(ctx.tx, ctx.organisation);
    await record(ctx.tx, ctx, { name: 'hold-systems.viewed' });
    const when = (at: Temporal.Instant) => momentInWords(at, ctx.calendar);
    return page({
      title: 'Systems that ask',
      paper: 'page',
      main: () => systemsPage({ systems, now: ctx.now, when }),
    });
  },
});

const proposing: FormPage<unknown, unknown, null, ProposedSystem> = {
  path: paths.newSystem,
  may: 'hold-system.propose',
  records: 'hold-system.proposed',
  shown: { records: { nothing: 'An empty form.' } },
  version: adds,
  draft: () => ({ form: 'hold-system', about: null }),
  load: async () => null,
  schema: () => systemForm,
  view: (form) => ({
    title: 'Propose a system that asks',
    backLink: { href: paths.systems, text: 'Systems that ask' },
    main: () => newSystemPage(form),
  }),
  async save(ctx, system) {
    const id = await proposeSystem(ctx.tx, ctx, system);
    return { to: paths.system(id), said: 'Proposed. Another administrator has to decide' };
  },
};

export const systemsRoutes: readonly Route[] = [list, ...formPage(proposing)];
