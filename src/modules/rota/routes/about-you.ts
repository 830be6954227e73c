import { parseForm } from '#kit/forms.ts';
import { invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { type StaffContext, staffRoute } from '#kit/http/route.ts';
import { genderForm } from '../forms.ts';
import { paths } from '../paths.ts';
import { gendersOf, sayGender } from '../store/genders.ts';
import { aboutYouPage } from '../views/absence.ts';
import { formFor } from './asked.ts';

export const aboutYouRoutes = [
  staffRoute({
    method: 'GET',
    path: '/rota/about-you',
    may: 'diary.own',
    records: { nothing: 'What one said of oneself.' },
    async handle(ctx) {
      const said = await gendersOf(ctx.tx, ctx.organisation, [ctx.staff]);
      return page(shown(ctx, { typed: { gender: said.get(ctx.staff) ?? '' }, errors: {} }));
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/rota/about-you',
    may: 'diary.own',
    records: 'staff.changed',
    async handle(ctx) {
      const parsed = parseForm(genderForm, ctx.body);
      if (!parsed.ok) return invalid(shown(ctx, parsed));
      await sayGender(ctx.tx, ctx, parsed.value.gender);
      return redirect(paths.rota, 'Saved');
    },
  }),
];

function shown(ctx: StaffContext, typed: Parameters<typeof formFor>[2]): Page {
  const form = formFor(ctx, paths.aboutYou, typed);
  return { title: 'About you', main: () => aboutYouPage(form) };
}
