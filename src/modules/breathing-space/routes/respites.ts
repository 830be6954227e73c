import type { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import { ids, type Route } from '#kit/http/route.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { respiteChangeForm, respiteForm } from '../forms/respite-forms.ts';
import { paths } from '../paths.ts';
import { changeRespite, recordRespite, respitesOf } from '../store/respites.ts';
import { respiteChangePage, respiteFormPage } from '../views/respites.ts';

const params = ids('id', 'respite') as z.ZodType<{ readonly id: CaseId; readonly respite: string }>;
const title = 'Breathing space';

const record = caseFormPage({
  path: '/cases/:id/debt-respite/new',
  params: caseParams,
  may: 'case.work',
  records: 'debt-respite.recorded',
  title,
  draft: ({ id }) => ({ form: 'debt-respite', about: id }),
  version: adds,
  load: (ctx) => respitesOf(ctx.tx, ctx.organisation, ctx.params.id),
  schema: (ctx, _, others) => respiteForm(today(ctx), others),
  view: respiteFormPage,
  save: async (ctx, { started: startedOn, treatmentEnded: treatmentEndedOn, ...respite }) => {
    const { id: caseId } = ctx.params;
    await recordRespite(ctx.tx, ctx, { ...respite, caseId, startedOn, treatmentEndedOn });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const change = caseFormPage({
  path: '/cases/:id/debt-respite/:respite',
  params,
  may: 'case.work',
  records: 'debt-respite.changed',
  title,
  draft: ({ respite }) => ({ form: 'debt-respite-change', about: respite }),
  version: (_, { version }) => version,
  load: async (ctx) => {
    const all = await respitesOf(ctx.tx, ctx.organisation, ctx.params.id);
    const found = all.find(({ id, endedOn }) => id === ctx.params.respite && endedOn === null);
    if (!found) throw notFound();
    return found;
  },
  schema: (ctx, _, { startedOn }) => respiteChangeForm(today(ctx), startedOn),
  view: respiteChangePage,
  save: async (ctx, changed, _, respite) => {
    const { id: caseId } = ctx.params;
    await changeRespite(ctx.tx, ctx, { ...changed, caseId, respite });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

export const respiteRoutes: readonly Route[] = [...record, ...change];
