import { type FormState, freshForm } from '#kit/components/form-state.ts';
import { parseForm } from '#kit/forms.ts';
import { invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { wordingForm } from '../forms.ts';
import { paths } from '../paths.ts';
import { addWording, endWording, wordingsOf } from '../store/wordings.ts';
import { wordingsPage } from '../views/wordings.ts';

const show = staffRoute({
  method: 'GET',
  path: '/markers/wordings',
  may: 'marker.manage',
  records: { nothing: 'Words that stand on no home yet.' },
  handle: async (ctx) => page(await shown(ctx, freshForm)),
});

const add = staffRoute({
  method: 'POST',
  path: '/markers/wordings',
  may: 'marker.manage',
  records: 'marker.reviewed',
  handle: async (ctx) => {
    const parsed = parseForm(wordingForm, ctx.body);
    if (!parsed.ok) return invalid(await shown(ctx, { values: parsed.typed, errors: parsed.errors }));
    if (!(await addWording(ctx.tx, ctx, parsed.value.text)))
      return invalid(
        await shown(ctx, { values: parsed.typed, errors: { text: 'This is approved already' } }),
      );
    return redirect(paths.wordings, 'The wording is added');
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

async function shown(ctx: StaffContext, form: FormState): Promise<Page> {
  const own = await wordingsOf(ctx.tx, ctx.organisation);
  const fresh = () => newId<string>();
  const fields = { form, action: paths.wordings, csrf: ctx.csrf, submissionId: fresh() };
  return {
    title: 'Approved wordings',
    main: () => wordingsPage(own, fields, fresh),
    backLink: { href: paths.search, text: 'Markers on homes' },
  };
}

export const wordingRoutes: readonly Route[] = [show, add, end];
