import type { z } from 'zod';
import { type FieldErrors, parseForm, type Typed } from '#kit/forms.ts';
import { type Answer, invalid, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { dayFields } from '#kit/typed-day.ts';
import { today } from '#rules/calendar.ts';
import { pastedFile, readWording, wordingForm } from '../forms/wording-form.ts';
import { newestOf } from '../instruments/catalogue.ts';
import type { Instrument } from '../instruments/instrument.ts';
import { worded } from '../instruments/wording.ts';
import { instrumentPaths as paths } from '../paths.ts';
import { asInstrument, instrumentsInForce, loadedWordings, loadWording } from '../store/instruments.ts';
import { instrumentPage, instrumentsPage, loadPage, wordingPage } from '../views/instruments.ts';
import { instrumentParams } from './params.ts';

const common = { may: 'risk.settings', records: 'risk.settings-viewed' } as const;

const all = staffRoute({
  ...common,
  method: 'GET',
  path: '/risk/instruments',
  handle: async (ctx) => {
    const model = await settings(ctx, 'instruments');
    return page({ title: 'Questions about risk', main: () => instrumentsPage(model) });
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
    const inUse = inForce.find((each) => each.id === id) ?? newestOf(id);
    const own = loaded.filter((each) => each.instrument === id);
    const calendar = ctx.calendar;
    return page({
      title: 'Instrument',
      backLink: { href: paths.all, text: 'All instruments' },
      main: () => instrumentPage({ id, inUse, loaded: own, calendar }),
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
      backLink: { href: paths.one(found.instrument), text: newestOf(found.instrument).name },
      main: () => wordingPage(asInstrument(found), found),
    });
  },
});

const form = staffRoute({
  ...common,
  method: 'GET',
  path: '/risk/instruments/new',
  handle: async (ctx) => {
    await recordView(ctx, 'load');
    return page(shown(ctx, { typed: dayFields('from', today(ctx)) }));
  },
});

/** How the file would read, and what is wrong with it: nothing is loaded yet. */
const check = staffRoute({
  ...common,
  method: 'POST',
  path: '/risk/instruments/check',
  once: false,
  handle: async (ctx) => {
    const { typed, file } = pastedFile(ctx.body);
    await recordView(ctx, 'check');
    const read = readWording(file);
    if (!read.ok) return page(shown(ctx, { typed, problems: read.problems }));
    return page(shown(ctx, { typed, preview: worded(newestOf(read.wording.instrument), read.wording) }));
  },
});

/** Reached by reloading what was checked: the form again. */
const checked = staffRoute({
  method: 'GET',
  path: '/risk/instruments/check',
  may: 'risk.settings',
  records: { nothing: 'It leads to the form.' },
  handle: async () => redirect(paths.load),
});

const load = staffRoute({
  method: 'POST',
  path: '/risk/instruments/new',
  may: 'risk.settings',
  records: 'risk.instrument-loaded',
  handle: async (ctx): Promise<Answer> => {
    const parsed = parseForm(wordingForm(today(ctx)), ctx.body);
    if (!parsed.ok) return invalid(shown(ctx, parsed));
    const { wording: words, effectiveFrom } = parsed.value;
    if (await loadWording(ctx.tx, ctx, { ...words, effectiveFrom }))
      return redirect(paths.one(words.instrument), 'Loaded. It is used from its day on');
    const message = `There is a version ${words.version} already. Give this one another: a wording is never changed`;
    return invalid(shown(ctx, { typed: parsed.typed, errors: { file: message } }));
  },
});

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

interface Shown {
  readonly typed: Typed;
  readonly errors?: FieldErrors;
  readonly preview?: Instrument;
  readonly problems?: readonly string[];
}

function shown(ctx: StaffContext, { typed, errors = {}, preview, problems = [] }: Shown) {
  const submissionId = newId<string>();
  return {
    title: 'Load a wording',
    backLink: { href: paths.all, text: 'All instruments' },
    main: () =>
      loadPage({
        form: { values: typed, errors },
        csrf: ctx.csrf,
        submissionId,
        preview: preview ?? null,
        problems,
      }),
  };
}

export const instrumentRoutes: readonly Route[] = [all, form, check, checked, load, wording, one];
