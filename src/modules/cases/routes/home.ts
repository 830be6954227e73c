import { kept, typedIn } from '#kit/forms.ts';
import { page } from '#kit/http/answers.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { caseFormPage, caseParams, homesIn, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { type CaseModel, changedMeanwhile, moves, casePaths as paths } from '#modules/case-file/pure.ts';
import { occupantsOf, personSummaries, propertySummary, searchHomes } from '#modules/register/index.ts';
import { today } from '#rules/calendar.ts';
import type { PropertyId } from '#rules/facts.ts';
import { inForce } from '#rules/ways.ts';
import { chosenHome, homeForm } from '../forms/home-form.ts';
import { writeHome } from '../store/move.ts';
import { homePage, homeRows, newHomePage } from '../views/home.ts';

const shown = staffRoute({
  method: 'GET',
  path: '/cases/:id/home',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, homes] = await Promise.all([
      loadCase(ctx, id),
      homesIn(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, 'Home'),
    ]);
    const { personId, propertyId } = model.file;
    const [registered] = personId ? await personSummaries(ctx.tx, ctx.organisation, [personId]) : [];
    const residents = await livingIn(ctx, propertyId);
    return page(inCase(model, 'Home', () => homePage({ ...model, homes, registered, residents })));
  },
});

const recorded = caseFormPage({
  path: '/cases/:id/home/new',
  params: caseParams,
  may: 'case.work',
  records: 'case.home-recorded',
  lookUp: { path: '/cases/:id/home/search', records: ['register.searched', 'case.viewed'] },
  title: 'Where they live',
  draft: ({ id }) => ({ form: 'home', about: id }),
  load: async (ctx) => {
    const typed = typedIn(ctx.body);
    const [before = null] = await homesIn(ctx.tx, ctx.organisation, ctx.params.id);
    return { before, finder: await lookedUp(ctx, kept(typed, 'search'), chosenHome(typed)) };
  },
  schema: (ctx, _, { before, finder }) => homeForm(before, finder.home, today(ctx)),
  version: (_, { before }) => before?.number ?? 0,
  now: (model, { before }) => before && changedMeanwhile(homeRows(model, before)),
  view: (model, form, facts, _, meanwhile) => newHomePage(model, form, facts, meanwhile),
  save: async (ctx, home, model, { before }) => {
    const { id } = ctx.params;
    const weighsLess = await writeHome(ctx.tx, ctx, id, home, before);
    const toDo = [
      moves(before, home) &&
        agreesOnAddresses(model) &&
        'Ask again about every address that was agreed before',
      weighsLess && 'The risk weighs less there, so managers are told',
    ].filter((each) => each !== false);
    return { to: paths.home(id), said: ['Saved', ...toDo].join('. '), warns: toDo.length > 0 };
  },
});

/** Homes by their address; who lives in the one that was chosen, so that nobody is sent back to whom they fled. */
async function lookedUp(ctx: StaffContext, search: string, chosen: PropertyId | null) {
  const { tx, organisation } = ctx;
  const found = chosen && (await propertySummary(tx, organisation, chosen));
  const text = found ? '' : search.trim().slice(0, 200);
  const { homes, how } = text === '' ? nothing : await searchHomes(tx, organisation, text);
  if (text !== '')
    await record(tx, ctx, { name: 'register.searched', data: { results: homes.found.length } });
  const inOneLine = (home: { readonly addressLines: readonly string[]; readonly postcode: string }) =>
    [...home.addressLines, home.postcode].filter(Boolean).join(', ');
  return {
    search: text,
    homes: homes.found.map((each) => ({ id: each.id, text: inOneLine(each) })),
    more: homes.more,
    similar: how === 'similar',
    home: found ? { id: found.id, text: inOneLine(found) } : null,
    residents: await livingIn(ctx, found ? found.id : null),
  };
}

const nothing = { homes: { found: [], more: false }, how: 'as-typed' } as const;

async function livingIn({ tx, organisation }: StaffContext, propertyId: PropertyId | null) {
  const all = propertyId ? await occupantsOf(tx, organisation, propertyId) : [];
  return all.filter(({ to }) => to === null);
}

/** Post, visits or places were agreed, of the first way or of another. */
function agreesOnAddresses({ agreed }: CaseModel): boolean {
  if (agreed === null) return false;
  const { channel, mayPost, mayVisit, meetingPlace } = agreed;
  const places = [channel, ...inForce(agreed).map((way) => way.channel)];
  return (
    mayPost || mayVisit || meetingPlace !== '' || places.some((way) => way === 'post' || way === 'in_person')
  );
}

export const homeRoutes: readonly Route[] = [shown, ...recorded];
