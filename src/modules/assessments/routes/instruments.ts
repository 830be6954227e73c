import type { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { dayFields } from '#kit/typed-day.ts';
import { loosenedByVersion } from '#modules/risk-level/index.ts';
import { whyNotLoaded } from '#modules/risk-level/pure.ts';
import { today } from '#rules/calendar.ts';
import { pastedFile, readInstrumentFile, wordingForm } from '../forms/wording-form.ts';
import { newestOf } from '../instruments/catalogue.ts';
import { type Instrument, isBuiltIn } from '../instruments/instrument.ts';
import { ownInstrument } from '../instruments/own.ts';
import { worded } from '../instruments/wording.ts';
import { instrumentPaths as paths } from '../paths.ts';
import { asInstrument, instrumentsInForce, loadedWordings, loadInstrument } from '../store/instruments.ts';
import { instrumentPage, instrumentsPage, loadPage, wordingPage } from '../views/instruments.ts';
import { instrumentParams } from './params.ts';
import { withdrawalRoutes } from './withdrawal.ts';

const common = { may: 'risk.settings', records: 'risk.settings-viewed' } as const;

const all = staffRoute({
  ...common,
  method: 'GET',
  path: '/risk/instruments',
  handle: async (ctx) => {
    const model = await settings(ctx, 'instruments');
    return page({ title: 'Questions about risk', paper: 'page', main: () => instrumentsPage(model) });
  },
});

const one = staffRoute({
  ...common,
  method: 'GET',
  path: '/risk/instruments/:instrument',
  params: instrumentParams,
  handle: async (ctx) => {
    const id = ctx.params.instrument;
    const { inForce, loaded } = await settings(ctx, id);
    const own = loaded.filter((each) => each.instrument === id);
    const begun = own.find(({ effectiveFrom }) => Temporal.PlainDate.compare(effectiveFrom, today(ctx)) <= 0);
    const lastOrNext = begun ?? own.at(-1);
    const held = inForce.find((each) => each.id === id);
    const inUse = held ?? (isBuiltIn(id) ? newestOf(id) : lastOrNext ? asInstrument(lastOrNext) : null);
    if (!inUse) throw notFound();
    const calendar = ctx.calendar;
    return page({
      title: 'Instrument',
      backLink: { href: paths.all, text: 'All instruments' },
      main: () => instrumentPage({ id, inUse, offered: held !== undefined, loaded: own, calendar }),
    });
  },
});

const wording = staffRoute({
  ...common,
  method: 'GET',
  path: '/risk/instruments/wordings/:wording',
  params: ids('wording') as z.ZodType<{ readonly wording: string }>,
  handle: async (ctx) => {
    const { loaded } = await settings(ctx, 'wording');
    const found = loaded.find(({ id }) => id === ctx.params.wording);
    if (!found) throw notFound();
    return page({
      title: 'Wording',
      backLink: { href: paths.one(found.instrument), text: 'Instrument' },
      main: () => wordingPage(asInstrument(found), found),
    });
  },
});

/** How the file would read, and what is wrong with it: nothing is loaded by checking it. */
const load = formPage({
  path: '/risk/instruments/new',
  may: 'risk.settings',
  records: 'risk.instrument-loaded',
  shown: {
    records: 'risk.settings-viewed',
    record: (ctx: StaffContext) => recordView(ctx, ctx.body === undefined ? 'load' : 'check'),
  },
  lookUp: {
    path: '/risk/instruments/check',
    records: 'risk.settings-viewed',
    find: async (ctx: StaffContext) => checked(ctx.body),
  },
  version: adds,
  draft: () => ({ form: 'wording-file', about: null }),
  load: async (): Promise<Checked> => ({ preview: null, problems: [] }),
  schema: (ctx) => wordingForm(today(ctx)),
  fresh: (ctx) => dayFields('from', today(ctx)),
  view: (form, found) => ({
    title: 'Load questions',
    backLink: { href: paths.all, text: 'All instruments' },
    main: () => loadPage({ form, ...found }),
  }),
  save: async (ctx, loaded) => {
    const { instrument, version } = loaded.file.kind === 'own' ? loaded.file.own : loaded.file.wording;
    if (loaded.file.kind === 'own') {
      const { effectiveFrom, file } = loaded;
      const fewer = await loosenedByVersion(ctx.tx, ctx, { ...file.own, effectiveFrom });
      if (fewer.length > 0) return { errors: { file: whyNotLoaded(fewer) } };
    }
    if (await loadInstrument(ctx.tx, ctx, loaded))
      return { to: paths.one(instrument), said: 'Loaded. It is used from its day on' };
    const file = `There is a version ${version} already. Give this one another: what was loaded is never changed`;
    return { errors: { file } };
  },
});

interface Checked {
  readonly preview: Instrument | null;
  readonly problems: readonly string[];
}

function checked(body: unknown): Checked {
  const read = readInstrumentFile(pastedFile(body));
  if (!read.ok) return { preview: null, problems: read.problems };
  const { file } = read;
  const preview =
    file.kind === 'own' ? ownInstrument(file.own) : worded(newestOf(file.wording.instrument), file.wording);
  return { preview, problems: [] };
}

async function settings(ctx: StaffContext, part: string) {
  const [inForce, loaded] = await Promise.all([
    instrumentsInForce(ctx.tx, ctx.organisation, today(ctx)),
    loadedWordings(ctx.tx, ctx.organisation),
    recordView(ctx, part),
  ]);
  return { inForce, loaded };
}

function recordView(ctx: StaffContext, part: string): Promise<string> {
  return record(ctx.tx, ctx, { name: 'risk.settings-viewed', data: { part } });
}

export const instrumentRoutes: readonly Route[] = [all, ...load, wording, ...withdrawalRoutes, one];
