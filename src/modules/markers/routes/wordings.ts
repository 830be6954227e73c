import { redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { wordingForm } from '../forms.ts';
import { paths } from '../paths.ts';
import { addWording, endWording, wordingsOf } from '../store/wordings.ts';
import { wordingsPage } from '../views/wordings.ts';

const add = formPage({
  path: '/markers/wordings',
  may: 'marker.manage',
  records: 'marker.reviewed',
  shown: { records: { nothing: 'Words that stand on no home yet.' } },
  version: adds,
  draft: () => ({ form: 'wording', about: null }),
  load: (ctx) => wordingsOf(ctx.tx, ctx.organisation),
  schema: () => wordingForm,
  view: (form, own) => ({
    title: 'Approved wordings',
    main: () => wordingsPage(own, form, () => newId<string>()),
    backLink: { href: paths.search, text: 'Markers on homes' },
  }),
  save: async (ctx, { text }) => {
    if (!(await addWording(ctx.tx, ctx, text))) return { errors: { text: 'This is approved already' } };
    return { to: paths.wordings, said: 'The wording is added' };
  },
});

const end = staffRoute({
  method: 'POST',
  path: '/markers/wordings/:wording/ending',
  params: ids('wording'),
  may: 'marker.manage',
  records: 'marker.reviewed',
  handle: async (ctx) => {
    if (!(await endWording(ctx.tx, ctx, ctx.params.wording))) throw notFound();
    return redirect(paths.wordings, 'No new marker says it');
  },
});

export const wordingRoutes: readonly Route[] = [...add, end];
