import { z } from 'zod';
import { choice, requiredLine } from '#kit/forms.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext } from '#kit/http/route.ts';
import { reason } from '#kit/real-reason.ts';
import { caseFormPage } from '#modules/case-file/index.ts';
import { casePaths as paths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import { liftings } from '../lifting.ts';
import { liftConditions, setCondition } from '../store/conditions.ts';
import { entryOf } from '../store/entries.ts';
import { conditionPage, liftingPage } from '../views/conditions.ts';

const params = ids('id', 'entry') as unknown as z.ZodType<{ readonly id: CaseId; readonly entry: string }>;
type Context = StaffContext<{ readonly id: CaseId; readonly entry: string }>;

async function found(ctx: Context) {
  const entry = await entryOf(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.entry);
  if (!entry) throw notFound();
  return entry;
}

const conditionForm = z.object({
  saidBy: requiredLine('Say who asked', 200),
  words: reason('Say what they asked for', 2_000),
});
const liftingForm = z.object({
  because: choice(
    liftings.map(({ value }) => value),
    'Say why it stands no longer',
  ),
  why: reason('Say who there allowed it and what, or how the error came about', 2_000),
});

/** “Police: do not disclose” follows an entry wherever anything leaves (V3.2, domain §10). */
const setting = caseFormPage({
  path: '/cases/:id/entries/:entry/condition/new',
  params,
  may: 'case.work',
  records: ['entry.condition-set', 'entry.condition-set-too-late'],
  title: 'Who may see an entry',
  draft: ({ entry }) => ({ form: 'condition', about: entry }),
  version: adds,
  load: (ctx) => found(ctx),
  schema: () => conditionForm,
  view: (model, form, entry) => conditionPage(model, form, entry),
  save: async (ctx, { saidBy, words }) => {
    const { id: caseId, entry: entryId } = ctx.params;
    await setCondition(ctx.tx, ctx, { caseId, entryId, saidBy, words: words.trim() });
    return { to: paths.entry(caseId, entryId), said: 'Saved. It reaches nobody outside the team' };
  },
});

const lifting = caseFormPage({
  path: '/cases/:id/entries/:entry/condition/lifting',
  params,
  may: 'case.work',
  records: 'entry.condition-lifted',
  title: 'Who may see an entry',
  draft: ({ entry }) => ({ form: 'condition-lifting', about: entry }),
  version: endsOnce,
  load: async (ctx) => {
    const entry = await found(ctx);
    if (!entry.heldBack) throw notFound();
    return entry;
  },
  schema: () => liftingForm,
  view: (model, form, entry) => liftingPage(model, form, entry),
  save: async (ctx, { because, why }) => {
    const { id: caseId, entry: entryId } = ctx.params;
    const lifted = await liftConditions(ctx.tx, ctx, { caseId, entryId, because, why: why.trim() });
    if (!lifted) throw new Fault('stale');
    return { to: paths.entry(caseId, entryId), said: 'Saved' };
  },
});

export const conditionRoutes: readonly Route[] = [...setting, ...lifting];
