import { z } from 'zod';
import { parseForm } from '#kit/forms.ts';
import { file, redirect } from '#kit/http/answers.ts';
import { staffRoute } from '#kit/http/route.ts';
import { formName } from '../drafts.ts';
import { ownPath } from '../own-path.ts';
import { discardDraft, saveDraft } from '../store/drafts.ts';

const params = z.object({ form: z.string().regex(formName) });
const query = z.object({ about: z.uuid().optional() });

export const draftRoutes = [
  staffRoute({
    method: 'POST',
    path: '/drafts/:form',
    may: 'own.account',
    records: { nothing: 'One’s own unfinished words; what is sent at last is recorded.' },
    params,
    query,
    once: false,
    async handle(ctx) {
      const { typed } = parseForm(z.unknown(), ctx.body);
      await saveDraft(ctx, ctx.params.form, ctx.query.about ?? null, typed);
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
      const { typed } = parseForm(z.unknown(), ctx.body);
      await discardDraft(ctx, ctx.params.form, ctx.query.about ?? null);
      return redirect(
        ownPath(typeof typed._return === 'string' ? typed._return : undefined),
        'The draft is discarded',
      );
    },
  }),
];
