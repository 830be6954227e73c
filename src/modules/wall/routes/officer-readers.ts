import { page } from '#kit/http/answers.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import type { Route } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { byReferenceForm } from '../forms/emergency-forms.ts';
import { paths } from '../paths.ts';
import { readersByReference } from '../store/officer-readers.ts';
import { officerReadersPage, readersFoundPage } from '../views/officer-readers.ts';

const title = 'Who opened a case';
const backLink = { href: paths.uses, text: 'Emergency access' };

/** What is not there and what a conflict stands in front of: one answer. */
const nothing = { reference: 'There is no such case. Check the reference.' };

/** For the data protection officer, who sees no case: who opened one, when and why (V3.2). */
export const officerReadersRoutes: readonly Route[] = formPage({
  path: paths.readersByReference,
  may: 'case-readers.see',
  records: 'case-readers.viewed',
  shown: { records: { nothing: 'An empty form.' } },
  version: adds,
  draft: () => ({ form: 'case-readers', about: null }),
  load: async () => null,
  schema: () => byReferenceForm,
  view: (form) => ({ title, backLink, main: () => officerReadersPage(form) }),
  save: async (ctx, { reference }) => {
    const found = await readersByReference(ctx.tx, reference, ctx.pack.calendar.timeZone);
    await record(ctx.tx, ctx, { name: 'case-readers.viewed', caseId: found?.caseId ?? null });
    if (!found) return { errors: nothing, kept: true };
    return page({ title, backLink, main: () => readersFoundPage({ reference, days: found.days }) });
  },
});
