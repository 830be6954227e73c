import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, draftQuery, type FormPage, formOn, formPage, untouched } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { today } from '#rules/calendar.ts';
import { asTyped, endingForm, type HelplineEntry, helplineForm } from '../helpline-form.ts';
import {
  addHelpline,
  changeHelpline,
  endedHelplines,
  endHelpline,
  helplineHistory,
  type ListedHelpline,
  listHelplines,
} from '../store/helplines.ts';
import { type HelplineModel, helplineNow, helplinePage, newHelplinePage } from '../views/helpline.ts';
import { helplinesPage } from '../views/helplines.ts';
import { momentsFor } from './form-parts.ts';

const base = { may: 'helpline.manage' } as const;
const openToAll = { nothing: 'Numbers that everybody may know, and which colleague wrote them down.' };
const list = '/helplines';
const backLink = { href: list, text: 'Helplines' };
const onlyOne = 'It is the only one: add another first, so that nobody finds an empty list';

const all = staffRoute({
  ...base,
  method: 'GET',
  path: list,
  records: openToAll,
  async handle(ctx) {
    const [lines, ended] = await Promise.all([
      listHelplines(ctx.tx, ctx.organisation),
      endedHelplines(ctx.tx, ctx.organisation),
    ]);
    const model = { lines, ended, today: today(ctx) };
    const at = momentsFor(ctx);
    return page({ title: 'Helplines', main: () => helplinesPage(model, at) });
  },
});

const newHelpline = formPage({
  ...base,
  path: '/helplines/new',
  records: 'helpline.added',
  shown: { records: { nothing: 'An empty form.' } },
  version: adds,
  draft: () => ({ form: 'helpline', about: null }),
  load: async (ctx) => {
    const others = await listHelplines(ctx.tx, ctx.organisation);
    return { others, places: others.length + 1 };
  },
  schema: (ctx, { others, places }) =>
    helplineForm({ today: today(ctx), otherPhones: phonesOf(others), places, before: null }),
  fresh: (_, { places }) => ({ place: String(places) }),
  view: (form, { places }) => ({
    title: 'Add a helpline',
    backLink,
    main: () => newHelplinePage(form, places),
  }),
  save: async (ctx, entry) => {
    await addHelpline(ctx.tx, ctx, entry);
    return { to: list, said: 'The helpline is on the list' };
  },
});

type LineContext = StaffContext<{ readonly line: string }>;

interface Line {
  readonly versions: HelplineModel['versions'];
  readonly listed: readonly ListedHelpline[];
  /** Null: it is off the list, and changed no more. */
  readonly current: ListedHelpline | null;
}

async function load({ tx, organisation, params }: LineContext): Promise<Line> {
  const [versions, listed] = await Promise.all([
    helplineHistory(tx, organisation, params.line),
    listHelplines(tx, organisation),
  ]);
  if (versions.length === 0) throw notFound();
  return { versions, listed, current: listed.find(({ line }) => line === params.line) ?? null };
}

async function loadCurrent(ctx: LineContext): Promise<Line> {
  const line = await load(ctx);
  if (!line.current) throw notFound();
  return line;
}

type LineForm<Value> = FormPage<{ readonly line: string }, unknown, Line, Value>;
const onLine = {
  ...base,
  path: '/helplines/:line',
  among: true,
  params: ids('line'),
  shown: { records: openToAll },
  load: loadCurrent,
  version: ({ current }: Line) => current?.version ?? 0,
  now: ({ current }: Line) => current && helplineNow(current),
} as const;

const change: LineForm<HelplineEntry> = {
  ...onLine,
  records: 'helpline.changed',
  draft: ({ line }) => ({ form: 'helpline-change', about: line }),
  schema: (ctx, { listed, current }) => {
    const others = listed.filter(({ line }) => line !== current?.line);
    const known = { today: today(ctx), otherPhones: phonesOf(others), places: listed.length };
    return helplineForm({ ...known, before: current });
  },
  fresh: (_, { listed, current }) => (current ? asTyped(current, listed.indexOf(current) + 1) : {}),
  view: (form, line, ctx, meanwhile) =>
    shown(ctx, line, { form, ending: untouched(ending, ctx, line), meanwhile }),
  save: async (ctx, entry, { current }) => {
    if (!current || !(await changeHelpline(ctx.tx, ctx, current, entry))) return { second: true };
    return { to: list, said: 'Saved' };
  },
};

const ending: LineForm<{ readonly why: string }> = {
  ...onLine,
  takenAt: '/helplines/:line/ending',
  records: 'helpline.ended',
  draft: ({ line }) => ({ form: 'helpline-ending', about: line }),
  schema: () => endingForm,
  view: (form, line, ctx, meanwhile) =>
    shown(ctx, line, { form: untouched(change, ctx, line), ending: form, meanwhile }),
  save: async (ctx, { why }, { listed, current }) => {
    if (listed.length === 1) return { errors: { why: onlyOne } };
    if (!current || !(await endHelpline(ctx.tx, ctx, current, why))) return { second: true };
    return { to: list, said: 'The helpline is off the list' };
  },
};

const one = staffRoute({
  ...base,
  method: 'GET',
  path: '/helplines/:line',
  records: openToAll,
  params: ids('line'),
  query: draftQuery,
  async handle(ctx) {
    const line = await load(ctx);
    const form = await formOn(change, ctx, line);
    return page(shown(ctx, line, { form, ending: await formOn(ending, ctx, line), meanwhile: null }));
  },
});

function shown(
  ctx: LineContext,
  { versions, listed, current }: Line,
  forms: Pick<HelplineModel, 'form' | 'ending' | 'meanwhile'>,
) {
  const at = momentsFor(ctx);
  const model = { versions, current, places: listed.length, ...forms };
  return { title: 'A helpline', backLink, main: () => helplinePage(model, at) };
}

function phonesOf(lines: readonly ListedHelpline[]): readonly string[] {
  return lines.map(({ phone }) => phone);
}

export const helplineRoutes: readonly Route[] = [
  all,
  ...newHelpline,
  one,
  ...formPage(change),
  ...formPage(ending),
];
