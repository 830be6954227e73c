import { z } from 'zod';
import { adds, formPage } from '#kit/http/form-page.ts';
import type { Route, StaffContext } from '#kit/http/route.ts';
import type { Language } from '#rules/languages.ts';
import { withdrawingForm, wordingForm } from '../forms/forms.ts';
import { paths } from '../paths.ts';
import { problemsWith } from '../preview.ts';
import { inLanguage, lintFactsOf } from '../store/lint-facts.ts';
import { proposeWording, withdrawWording, wordingsOf } from '../store/wordings.ts';
import { newWordingPage, withdrawalPage } from '../views/propose.ts';

const query = z.object({ of: z.string().max(80).optional().catch(undefined) });
type Query = z.infer<typeof query>;
type Asked = StaffContext<unknown, Query>;
const backLink = { href: paths.wordings, text: 'Wordings' };

const allOf = async (ctx: Asked) => {
  const all = await wordingsOf(ctx.tx, ctx.organisation);
  const named = typeof ctx.body === 'object' && ctx.body && 'of' in ctx.body ? String(ctx.body.of) : '';
  const of = ctx.query.of ?? named;
  return { all, chosen: all.find((each) => each.of === of) ?? null };
};

const proposing = formPage({
  path: paths.newWording,
  query,
  may: 'wording.propose',
  records: 'wording.proposed',
  shown: { records: { nothing: 'A form, and words that are in no case.' } },
  version: adds,
  draft: () => ({ form: 'wording-version', about: null }),
  load: allOf,
  schema: (_, { chosen }) => wordingForm(chosen?.wording ?? null),
  fresh: (_, { chosen }) => (chosen ? { body: chosen.wording.body } : { language: 'en' }),
  view: (form, { chosen }) => ({
    title: chosen ? 'Another version' : 'A new wording',
    backLink,
    main: () => newWordingPage(form, chosen),
  }),
  async save(ctx, version, { chosen }) {
    if (chosen?.waits) return { errors: { body: 'Another version of it waits for a decision already' } };
    const facts = inLanguage(await lintFactsOf(ctx.tx, ctx), version.language);
    const errors = problemsWith(version, facts);
    if (Object.keys(errors).length > 0) return { errors };
    const id = await proposeWording(ctx.tx, ctx, version);
    return {
      to: paths.version(id),
      said: 'Proposed. A manager of the team decides; until then nothing changes',
    };
  },
});

const withdrawing = formPage({
  path: paths.withdrawal,
  query,
  may: 'wording.manage',
  records: 'wording.withdrawn',
  shown: { records: { nothing: 'A form, and words that are in no case.' } },
  version: adds,
  draft: () => ({ form: 'wording-withdrawal', about: null }),
  load: async (ctx: Asked) => {
    const { all, chosen } = await allOf(ctx);
    return { inUse: all.filter(({ state }) => state === 'in-use'), chosen };
  },
  schema: (_, { inUse }) => withdrawingForm(inUse.map(({ of }) => of)),
  fresh: (_, { chosen }) => ({ of: chosen?.of ?? '' }),
  view: (form, { inUse }) => ({
    title: 'Take a wording out of use',
    backLink,
    main: () => withdrawalPage(form, inUse),
  }),
  async save(ctx, { of, why }) {
    const [key = '', language = ''] = of.split('.');
    await withdrawWording(ctx.tx, ctx, { key, language: language as Language }, why);
    return { to: paths.wordings, said: 'Nothing more is made of it' };
  },
});

export const proposingRoutes: readonly Route[] = [...proposing, ...withdrawing];
