import { formPage } from '#kit/http/form-page.ts';
import { genderForm } from '../forms.ts';
import { paths } from '../paths.ts';
import { gendersOf, sayGender } from '../store/genders.ts';
import { aboutYouPage } from '../views/absence.ts';

export const aboutYouRoutes = formPage({
  path: '/rota/about-you',
  may: 'diary.own',
  records: 'staff.changed',
  shown: { records: { nothing: 'What one said of oneself.' } },
  draft: () => ({ form: 'about-you', about: null }),
  version: { none: 'Nobody else says it, and one answer takes the place of another.' },
  load: async (ctx) => (await gendersOf(ctx.tx, ctx.organisation, [ctx.staff])).get(ctx.staff) ?? '',
  schema: () => genderForm,
  fresh: (_, gender) => ({ gender }),
  view: (form) => ({ title: 'About you', main: () => aboutYouPage(form) }),
  save: async (ctx, { gender }) => {
    await sayGender(ctx.tx, ctx, gender);
    return { to: paths.rota, said: 'Saved' };
  },
});
