import { freshForm } from '#kit/components/form-state.ts';
import { type FieldErrors, parseForm } from '#kit/forms.ts';
import { type Answer, conflicting, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { today } from '#rules/calendar.ts';
import { asTyped, endingForm, helplineForm } from '../helpline-form.ts';
import {
  addHelpline,
  changeHelpline,
  endedHelplines,
  endHelpline,
  type HelplineVersion,
  helplineHistory,
  type ListedHelpline,
  listHelplines,
} from '../store/helplines.ts';
import { type HelplineModel, helplinePage, newHelplinePage } from '../views/helpline.ts';
import { helplinesPage } from '../views/helplines.ts';
import { hiddenFor, momentsFor, stateOf } from './asked.ts';

const base = { may: 'helpline.manage' } as const;
const openToAll = { nothing: 'Numbers that everybody may know, and which colleague wrote them down.' };
const list = '/helplines';
const onlyOne = 'It is the only one: add another first, so that nobody finds an empty list';

export const helplineRoutes = [
  staffRoute({
    ...base,
    method: 'GET',
    path: '/helplines',
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
  }),
  staffRoute({
    ...base,
    method: 'GET',
    path: '/helplines/new',
    records: { nothing: 'An empty form.' },
    async handle(ctx) {
      const places = (await listHelplines(ctx.tx, ctx.organisation)).length + 1;
      return page(newOne(ctx, stateOf({ place: String(places) }), places));
    },
  }),
  staffRoute({
    ...base,
    method: 'POST',
    path: '/helplines/new',
    records: 'helpline.added',
    async handle(ctx): Promise<Answer> {
      const others = await listHelplines(ctx.tx, ctx.organisation);
      const places = others.length + 1;
      const schema = helplineForm({
        today: today(ctx),
        otherPhones: phonesOf(others),
        places,
        before: null,
      });
      const parsed = parseForm(schema, ctx.body);
      if (!parsed.ok) return invalid(newOne(ctx, stateOf(parsed.typed, parsed.errors), places));
      await addHelpline(ctx.tx, ctx, parsed.value);
      return redirect(list, 'The helpline is on the list');
    },
  }),
  staffRoute({
    ...base,
    method: 'GET',
    path: '/helplines/:line',
    records: openToAll,
    params: ids('line'),
    async handle(ctx) {
      const { versions, listed } = await load(ctx, ctx.params.line);
      const current = listed.find(({ line }) => line === ctx.params.line);
      const form = current ? stateOf(asTyped(current, listed.indexOf(current) + 1)) : freshForm;
      return page(shown(ctx, { versions, current, places: listed.length, form, ending: freshForm }));
    },
  }),
  staffRoute({
    ...base,
    method: 'POST',
    path: '/helplines/:line',
    records: 'helpline.changed',
    params: ids('line'),
    async handle(ctx): Promise<Answer> {
      const { versions, listed, current } = await loadCurrent(ctx, ctx.params.line);
      const others = listed.filter(({ line }) => line !== current.line);
      const places = listed.length;
      const known = { today: today(ctx), otherPhones: phonesOf(others), places, before: current };
      const parsed = parseForm(helplineForm(known), ctx.body);
      const again = (errors: FieldErrors, second = false) => {
        const form = stateOf(parsed.typed, errors);
        return shown(ctx, { versions, current, places, form, ending: freshForm, second });
      };
      if (Number(parsed.typed._version) !== current.version) return conflicting(again({}, true));
      if (!parsed.ok) return invalid(again(parsed.errors));
      if (!(await changeHelpline(ctx.tx, ctx, current, parsed.value))) return conflicting(again({}, true));
      return redirect(list, 'Saved');
    },
  }),
  staffRoute({
    ...base,
    method: 'POST',
    path: '/helplines/:line/ending',
    records: 'helpline.ended',
    params: ids('line'),
    async handle(ctx): Promise<Answer> {
      const { versions, listed, current } = await loadCurrent(ctx, ctx.params.line);
      const parsed = parseForm(endingForm, ctx.body);
      const form = stateOf(asTyped(current, listed.indexOf(current) + 1));
      const again = (errors: FieldErrors, second = false) => {
        const ending = stateOf(parsed.typed, errors);
        return shown(ctx, { versions, current, places: listed.length, form, ending, second });
      };
      if (Number(parsed.typed._version) !== current.version) return conflicting(again({}, true));
      if (!parsed.ok) return invalid(again(parsed.errors));
      if (listed.length === 1) return invalid(again({ why: onlyOne }));
      if (!(await endHelpline(ctx.tx, ctx, current, parsed.value.why))) return conflicting(again({}, true));
      return redirect(list, 'The helpline is off the list');
    },
  }),
];

async function load(ctx: StaffContext, line: string) {
  const [versions, listed] = await Promise.all([
    helplineHistory(ctx.tx, ctx.organisation, line),
    listHelplines(ctx.tx, ctx.organisation),
  ]);
  if (versions.length === 0) throw notFound();
  return { versions, listed };
}

/** For whoever changes it: what is off the list is changed no more. */
async function loadCurrent(ctx: StaffContext, line: string) {
  const { versions, listed } = await load(ctx, line);
  const current = listed.find((each) => each.line === line);
  if (!current) throw notFound();
  return { versions, listed, current };
}

interface Shown extends Omit<HelplineModel, 'current'> {
  readonly versions: readonly HelplineVersion[];
  readonly current: ListedHelpline | undefined;
}

function shown(ctx: StaffContext, { current, ...model }: Shown): Page {
  const [hidden, at] = [hiddenFor(ctx), momentsFor(ctx)];
  const main = () => helplinePage({ ...model, current: current ?? null }, hidden, at);
  return { title: 'A helpline', main, backLink: { href: list, text: 'Helplines' } };
}

function newOne(ctx: StaffContext, form: Parameters<typeof newHelplinePage>[0], places: number): Page {
  const hidden = hiddenFor(ctx);
  const main = () => newHelplinePage(form, places, hidden);
  return { title: 'Add a helpline', main, backLink: { href: list, text: 'Helplines' } };
}

function phonesOf(lines: readonly ListedHelpline[]): readonly string[] {
  return lines.map(({ phone }) => phone);
}
