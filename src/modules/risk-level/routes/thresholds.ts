import { changedMeanwhile } from '#kit/components/form.ts';
import { fingerprint } from '#kit/fingerprint.ts';
import { html } from '#kit/html.ts';
import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { isReason } from '#kit/real-reason.ts';
import { record } from '#kit/record.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import { guidanceOnRepeats } from '#rules/repeat.ts';
import { pathwayForm } from '../forms/pathway-form.ts';
import { areaForm, caseAreaForm, newAreaForm, thresholdForm } from '../forms/threshold-form.ts';
import { whyHeardThere, whyNotMoved } from '../moving.ts';
import { thresholdPaths as paths, ratingPaths } from '../paths.ts';
import { pathways } from '../pathways.ts';
import { linesToCheck } from '../store/local-checks.ts';
import { meetingsOf } from '../store/meetings.ts';
import { loosenedFor, loosenedIn } from '../store/moving.ts';
import { takePathway } from '../store/pathways.ts';
import { loosening, setThreshold } from '../store/set-threshold.ts';
import { areasOf, saveArea, setCaseArea, thresholdFor, thresholdsOf } from '../store/thresholds.ts';
import { weighedInstruments } from '../store/weighed-instruments.ts';
import { areaOf } from '../threshold.ts';
import { areaThresholds, meetingsPart } from '../views/meetings.ts';
import { newThresholdPage, whyFewer } from '../views/new-threshold.ts';
import { pathwaysPage } from '../views/pathways.ts';
import { areaPage, authoritiesNow, caseAreaPage, thresholdsPage } from '../views/thresholds.ts';
import { checkRoutes } from './checks.ts';
import { meetingRoutes } from './meetings.ts';
import { areaParams, sets } from './settings.ts';
import { decisionRoutes } from './threshold-decision.ts';

const title = 'Local thresholds of risk';
const backLink = { href: paths.all, text: title };

const thresholds = staffRoute({
  method: 'GET',
  path: paths.all,
  may: 'risk.settings',
  records: 'risk.settings-viewed',
  handle: async (ctx) => {
    const [areas, lines, set] = await Promise.all([
      areasOf(ctx.tx, ctx.organisation),
      linesToCheck(ctx.tx, ctx.organisation, today(ctx)),
      thresholdsOf(ctx.tx, ctx.organisation),
      record(ctx.tx, ctx, { name: 'risk.settings-viewed' }),
    ]);
    const model = { areas, lines, thresholds: set, today: today(ctx) };
    return page({ title, paper: 'page', main: () => thresholdsPage(model) });
  },
});

const saved = { to: paths.all, said: 'Saved' } as const;

/** What is safer counts at once; else it waits. */
const setting = ['risk.threshold-changed', 'risk.threshold-proposed'] as const;
const proposed =
  'Proposed. Fewer people would be high or medium, so another manager has to agree; until then what held holds';

const newThreshold = formPage({
  ...sets,
  records: setting,
  path: paths.newThreshold,
  version: adds,
  draft: () => ({ form: 'threshold', about: null }),
  load: async (ctx) => ({
    areas: await areasOf(ctx.tx, ctx.organisation),
    instruments: await weighedInstruments(ctx.tx, ctx.organisation, today(ctx)),
  }),
  schema: (_, { areas, instruments }) =>
    thresholdForm(
      areas.map(({ id }) => id),
      instruments,
    ),
  fresh: () => ({ instrument: 'dash', repeat: guidanceOnRepeats }),
  view: (form, found) => ({
    title: 'Set a threshold',
    backLink,
    main: () => newThresholdPage(form, found.areas, found.instruments),
  }),
  save: async (ctx, { area, from, why: reason, ...typed }) => {
    const threshold = { ...typed, areaId: area || null, effectiveFrom: from };
    const fewer = await loosening(ctx.tx, ctx, threshold);
    if (fewer.length > 0 && !isReason(reason)) return { errors: { why: whyFewer(fewer) } };
    const waits = await setThreshold(ctx.tx, ctx, { ...threshold, reason });
    return waits ? { to: paths.all, said: proposed, warns: true } : saved;
  },
});

const newArea = formPage({
  ...sets,
  path: paths.newArea,
  version: adds,
  draft: () => ({ form: 'area', about: null }),
  load: async () => null,
  schema: () => newAreaForm,
  view: (form) => ({ title: 'Add a local area', backLink, main: () => areaPage(form, null) }),
  save: async (ctx, { name, authorities }) => {
    const loosened = await loosenedIn(ctx.tx, ctx, null, authorities);
    if (loosened.length > 0) return { errors: { authorities: whyNotMoved(loosened) } };
    const area = await saveArea(ctx.tx, ctx, { areaId: null, name, authorities });
    return area === null ? { errors: { name: 'There is a Marac area of this name already' } } : saved;
  },
});

const area = formPage({
  ...sets,
  path: '/risk/areas/:area',
  params: areaParams,
  draft: ({ area: about }) => ({ form: 'area-authorities', about }),
  load: async (ctx) => {
    const areas = await areasOf(ctx.tx, ctx.organisation);
    const found = areas.find(({ id }) => id === ctx.params.area);
    if (!found) throw notFound();
    const [meetings, thresholds] = await Promise.all([
      meetingsOf(ctx.tx, ctx.organisation, found.id),
      thresholdsOf(ctx.tx, ctx.organisation),
    ]);
    return { area: found, meetings, thresholds: thresholds.filter(({ areaId }) => areaId === found.id) };
  },
  schema: () => areaForm,
  fresh: (_, { area: { authorities } }) => ({ authorities: authorities.join('\n') }),
  version: ({ area: { authorities } }) => fingerprint(authorities),
  now: ({ area: { authorities } }) => changedMeanwhile(authoritiesNow(authorities)),
  view: (form, found, ctx, meanwhile) => ({
    title: 'Local area',
    backLink,
    main: () =>
      html`${areaPage(form, found.area, meanwhile)}${meetingsPart(found.area, found.meetings, ctx)}
${areaThresholds(found.thresholds, ctx)}`,
  }),
  save: async (ctx, { authorities }, { area: { id, name } }) => {
    const loosened = await loosenedIn(ctx.tx, ctx, id, authorities);
    if (loosened.length > 0) return { errors: { authorities: whyNotMoved(loosened) } };
    await saveArea(ctx.tx, ctx, { areaId: id, name, authorities });
    return saved;
  },
});

const takeOver = formPage({
  ...sets,
  records: setting,
  path: paths.takePathway,
  version: adds,
  draft: () => ({ form: 'pathway', about: null }),
  load: async () => null,
  schema: () => pathwayForm,
  view: (form) => ({ title: 'How it is done where you are', backLink, main: () => pathwaysPage(form) }),
  save: async (ctx, { pathway }) => {
    const found = pathways.find(({ id }) => id === pathway);
    if (!found) throw notFound();
    const left = await takePathway(ctx.tx, ctx, found);
    if (left.length === 0) return saved;
    const names = left.map(({ authority }) => authority).join(', ');
    return {
      to: paths.all,
      said: `Saved. Left where they are, because fewer people there would be high or medium: ${names}`,
      warns: true,
    };
  },
});

const caseArea = caseFormPage({
  path: '/cases/:id/risk/area',
  params: caseParams,
  may: 'case.work',
  records: 'risk.threshold-changed',
  title: 'Local area',
  draft: ({ id }) => ({ form: 'case-area', about: id }),
  version: (_, { local }) => fingerprint([String(local.set?.at), local.area?.id ?? null]),
  load: async (ctx) => ({
    areas: await areasOf(ctx.tx, ctx.organisation),
    local: await thresholdFor(ctx.tx, ctx.organisation, ctx.params.id, today(ctx)),
  }),
  schema: (_, __, { areas }) => caseAreaForm(areas.map(({ id }) => id)),
  fresh: (_, __, { local }) => ({ area: local.set && local.area ? local.area.id : '' }),
  view: caseAreaPage,
  save: async (ctx, { area, reason }, _, { areas, local }) => {
    const caseId = ctx.params.id;
    const areaId = area || null;
    const to = areaId ?? areaOf(areas, local.localAuthority)?.id ?? null;
    const fewer = await loosenedFor(ctx.tx, ctx, { from: local.area?.id ?? null, to });
    if (fewer.length > 0 && !isReason(reason)) return { errors: { reason: whyHeardThere(fewer) } };
    await setCaseArea(ctx.tx, ctx, { caseId, areaId, reason, fewer });
    const said = fewer.length > 0 ? 'Saved. The risk weighs less there, so managers are told' : 'Saved';
    return { to: ratingPaths.risk(caseId), said, warns: fewer.length > 0 };
  },
});

export const thresholdRoutes: readonly Route[] = [
  thresholds,
  ...newThreshold,
  ...decisionRoutes,
  ...newArea,
  ...area,
  ...meetingRoutes,
  ...checkRoutes,
  ...takeOver,
  ...caseArea,
];
