import { z } from 'zod';
import { choice } from '#kit/forms.ts';
import { notFound } from '#kit/http/errors.ts';
import { endsOnce } from '#kit/http/form-page.ts';
import { ids, type Route } from '#kit/http/route.ts';
import { reason } from '#kit/real-reason.ts';
import { caseFormPage } from '#modules/case-file/index.ts';
import { casePaths as paths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import { mayDealWith, stillSafeAnswers } from '../dealing.ts';
import { contactOf, dealWith } from '../store/dealing.ts';
import { dealingPage } from '../views/dealing.ts';

const params = ids('id', 'contact') as z.ZodType<{ readonly id: CaseId; readonly contact: string }>;

const dealingForm = z.object({
  done: reason('Say what was done', 4_000),
  stillSafe: choice(
    stillSafeAnswers.map(({ value }) => value),
    'Say whether the agreed way is still safe',
  ),
});

const dealing = caseFormPage({
  path: '/cases/:id/contacts/:contact/dealing',
  params,
  may: 'case.work',
  records: 'contact.against-dealt-with',
  title: 'Against what was agreed',
  draft: ({ contact }) => ({ form: 'dealing', about: contact }),
  version: endsOnce,
  load: async (ctx) => {
    const contact = await contactOf(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.contact);
    if (!contact || contact.against.length === 0) throw notFound();
    return { contact, may: mayDealWith(contact, ctx.staff) };
  },
  schema: () => dealingForm,
  view: dealingPage,
  save: async (ctx, done) => {
    const { id: caseId, contact: contactId } = ctx.params;
    await dealWith(ctx.tx, ctx, { ...done, caseId, contactId });
    return done.stillSafe === 'yes'
      ? { to: paths.contact(caseId), said: 'Saved' }
      : {
          to: paths.contact(caseId),
          said: 'Saved. Nobody uses the agreed way until they were asked',
          warns: true,
        };
  },
});

export const dealingRoutes: readonly Route[] = dealing;
