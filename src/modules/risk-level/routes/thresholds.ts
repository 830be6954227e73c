import type { z } from 'zod';
import { parseForm, type Typed } from '#kit/forms.ts';
import { type Answer, invalid, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { caseParams, formPage } from '#modules/case-file/index.ts';
import type { FormModel } from '#modules/case-file/pure.ts';
import { today } from '#rules/calendar.ts';
import { guidanceOnRepeats } from '#rules/repeat.ts';
import { areaForm, caseAreaForm, newAreaForm, thresholdForm } from '../forms/threshold-form.ts';
import { thresholdPaths as paths, ratingPaths } from '../paths.ts';
import {
  areasOf,
  saveArea,
  setCaseArea,
  setThreshold,
  thresholdFor,
  thresholdsOf,
} from '../store/thresholds.ts';
import { areaPage, caseAreaPage, newThresholdPage, thresholdsPage } from '../views/thresholds.ts';

const areaParams = ids('area');

const title = 'Local thresholds of risk';
const backLink = { href: paths.all, text: title };

const thresholds = staffRoute({
  method: 'GET',
  path: paths.all,
  may: 'risk.settings',
  records: 'risk.settings-viewed',
  handle: async (ctx) => {
    const [areas, set] = await Promise.all([
      areasOf(ctx.tx, ctx.organisation),
      thresholdsOf(ctx.tx, ctx.organisation),
      record(ctx.tx, ctx, { name: 'risk.settings-viewed' }),
    ]);
    const model = { areas, thresholds: set, today: today(ctx) };
    return page({ title, main: () => thresholdsPage(model) });
  },
});

type Form = FormModel['form'];

function fields(ctx: StaffContext, action: string, form: Form): FormModel {
  return { form, action, csrf: ctx.csrf, submissionId: newId<string>() };
}

/** A form that sets something: shown, and shown again with what is wrong. */
function settingsForm<P, Value>(form: {
  readonly path: string;
  readonly params?: z.ZodType<P>;
  readonly schema: (ctx: StaffContext<P>) => Promise<z.ZodType<Value>>;
  readonly fresh?: (ctx: StaffContext<P>) => Promise<Typed>;
  readonly shown: (ctx: StaffContext<P>, form: Form) => Promise<Parameters<typeof page>[0]>;
  /** What is wrong with it after all, by field; null: it is saved. */
  readonly save: (ctx: StaffContext<P>, value: Value) => Promise<Readonly<Record<string, string>> | null>;
}): readonly Route[] {
  const { path, params, schema, shown, save } = form;
  const common = { path, may: 'risk.settings', ...(params && { params }) } as const;
  return [
    staffRoute<P, unknown>({
      ...common,
      method: 'GET',
      records: 'risk.settings-viewed',
      handle: async (ctx) => {
        await record(ctx.tx, ctx, { name: 'risk.settings-viewed' });
        return page(await shown(ctx, { values: (await form.fresh?.(ctx)) ?? {}, errors: {} }));
      },
    }),
    staffRoute<P, unknown>({
      ...common,
      method: 'POST',
      records: 'risk.threshold-changed',
      handle: async (ctx): Promise<Answer> => {
        const parsed = parseForm(await schema(ctx), ctx.body);
        const errors = parsed.ok ? await save(ctx, parsed.value) : parsed.errors;
        if (errors !== null) return invalid(await shown(ctx, { values: parsed.typed, errors }));
        return redirect(paths.all, 'Saved');
      },
    }),
  ];
}

const areaIds = async (ctx: StaffContext) => (await areasOf(ctx.tx, ctx.organisation)).map(({ id }) => id);

const newThreshold = settingsForm({
  path: paths.newThreshold,
  schema: async (ctx) => thresholdForm(await areaIds(ctx)),
  fresh: async () => ({ repeat: guidanceOnRepeats }),
  shown: async (ctx, form) => {
    const areas = await areasOf(ctx.tx, ctx.organisation);
    const model = fields(ctx, paths.newThreshold, form);
    return { title: 'Set a threshold', backLink, main: () => newThresholdPage(model, areas) };
  },
  save: async (ctx, { area, from, ...threshold }) => {
    await setThreshold(ctx.tx, ctx, { ...threshold, areaId: area || null, effectiveFrom: from });
    return null;
  },
});

const newArea = settingsForm({
  path: paths.newArea,
  schema: async () => newAreaForm,
  shown: async (ctx, form) => {
    const model = fields(ctx, paths.newArea, form);
    return { title: 'Add a local area', backLink, main: () => areaPage(model, null) };
  },
  save: async (ctx, { name, authorities }) => {
    const saved = await saveArea(ctx.tx, ctx, { areaId: null, name, authorities });
    return saved === null ? { name: 'There is a Marac area of this name already' } : null;
  },
});

async function areaIn(ctx: StaffContext<{ readonly area: string }>) {
  const areas = await areasOf(ctx.tx, ctx.organisation);
  const area = areas.find(({ id }) => id === ctx.params.area);
  if (!area) throw notFound();
  return area;
}

const area = settingsForm({
  path: '/risk/areas/:area',
  params: areaParams,
  schema: async () => areaForm,
  fresh: async (ctx) => ({ authorities: (await areaIn(ctx)).authorities.join('\n') }),
  shown: async (ctx, form) => {
    const found = await areaIn(ctx);
    const model = fields(ctx, paths.area(found.id), form);
    return { title: 'Local area', backLink, main: () => areaPage(model, found) };
  },
  save: async (ctx, { authorities }) => {
    const { id, name } = await areaIn(ctx);
    await saveArea(ctx.tx, ctx, { areaId: id, name, authorities });
    return null;
  },
});

const caseArea = formPage({
  path: '/cases/:id/risk/area',
  params: caseParams,
  may: 'case.work',
  records: 'risk.threshold-changed',
  title: 'Local area',
  load: async (ctx) => ({
    areas: await areasOf(ctx.tx, ctx.organisation),
    local: await thresholdFor(ctx.tx, ctx.organisation, ctx.params.id, today(ctx)),
  }),
  schema: (_, __, { areas }) => caseAreaForm(areas.map(({ id }) => id)),
  fresh: (_, __, { local }) => ({ area: local.set && local.area ? local.area.id : '' }),
  view: caseAreaPage,
  save: async (ctx, { area: areaId, reason }) => {
    const caseId = ctx.params.id;
    await setCaseArea(ctx.tx, ctx, { caseId, areaId: areaId || null, reason });
    return { to: ratingPaths.risk(caseId), said: 'Saved' };
  },
});

export const thresholdRoutes: readonly Route[] = [
  thresholds,
  ...newThreshold,
  ...newArea,
  ...area,
  ...caseArea,
];
