import { z } from 'zod';
import { discardDraft, keepLonger, listDrafts, saveDraft } from '#kit/drafts/drafts.ts';
import { formName } from '#kit/drafts/fields.ts';
import { typedIn } from '#kit/forms.ts';
import { file, page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { formPages } from '../draft-pages.ts';
import { ownPath } from '../own-path.ts';
import { draftEnds } from '../retention.ts';
import { unfinishedPage } from '../views/unfinished.ts';
import { hiddenFor, momentsFor } from './form-parts.ts';

const params = z.object({ form: z.string().regex(formName) });
const query = z.object({ about: z.uuid().optional() });
/** Where the form stands; what cannot be kept of that costs nobody their words. */
const saving = query.extend({ page: z.string().max(400).optional().catch(undefined) });

export const draftRoutes = [
  staffRoute({
    method: 'POST',
    path: '/drafts/:form',
    may: 'own.account',
    records: { nothing: 'One’s own unfinished words; what is sent at last is recorded.' },
    params,
    query: saving,
    once: false,
    async handle(ctx) {
      const typed = typedIn(ctx.body);
      const { about = null, page = '' } = ctx.query;
      const kept = await saveDraft(ctx, { form: ctx.params.form, about, page }, typed);
      // Sent and saved already: nothing of it is unfinished.
      if (!kept) throw new Fault('stale');
      return file({ name: null, type: 'text/plain; charset=utf-8', body: 'Draft saved' });
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/drafts/:form/discard',
    may: 'own.account',
    records: { nothing: 'One’s own unfinished words.' },
    params,
    query,
    once: false,
    async handle(ctx) {
      const typed = typedIn(ctx.body);
      await discardDraft(ctx, ctx.params.form, ctx.query.about ?? null);
      return redirect(
        ownPath(typeof typed._return === 'string' ? typed._return : undefined),
        'The draft is discarded',
      );
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/drafts/:form/keep',
    may: 'own.account',
    records: { nothing: 'One’s own unfinished words.' },
    params,
    query,
    once: false,
    async handle(ctx) {
      if (!(await keepLonger(ctx, ctx.params.form, ctx.query.about ?? null))) throw notFound();
      return redirect('/account/drafts', 'It is kept for another 30 days');
    },
  }),
];

/** The list of what somebody has not finished. @param forms every route, among which are the forms that keep drafts */
export function unfinishedRoutes(forms: readonly Route[]): readonly Route[] {
  const pageOf = formPages(forms);
  return [
    staffRoute({
      method: 'GET',
      path: '/account/drafts',
      may: 'own.account',
      records: { nothing: 'One’s own list, which tells nothing of what was written.' },
      async handle(ctx) {
        const drafts = (await listDrafts(ctx)).map((each) => ({
          ...each,
          path: pageOf(each),
          until: draftEnds(each.savedAt, ctx.now),
        }));
        const [hidden, at] = [hiddenFor(ctx), momentsFor(ctx)];
        return page({ title: 'Unfinished texts', main: () => unfinishedPage(drafts, hidden, at) });
      },
    }),
  ];
}
