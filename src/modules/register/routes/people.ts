import { type FormState, freshForm } from '#kit/components/form-state.ts';
import { showListedForm } from '#kit/components/show-because.ts';
import { submission } from '#kit/components/submission.ts';
import { kept, parseForm } from '#kit/forms.ts';
import { type Answer, invalid, type Page, page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record, recordAtEnd } from '#kit/record.ts';
import type { PersonId, PropertyId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { searchFields } from '../forms.ts';
import { searchRegister } from '../store/find.ts';
import { homeRecord, personRecord } from '../store/records.ts';
import { pagesAtMost } from '../store/search.ts';
import { homePage } from '../views/home.ts';
import { personPage } from '../views/person.ts';
import { type SearchModel, searchPage } from '../views/search.ts';

const newSearch = staffRoute({
  method: 'GET',
  path: '/people',
  may: 'register.search',
  records: { nothing: 'An empty search.' },
  handle: async ({ csrf }) => page(results({ ...nothingYet, csrf })),
});

const search = staffRoute({
  method: 'POST',
  path: '/people',
  may: 'register.search',
  records: 'register.searched',
  once: false,
  async handle(ctx): Promise<Answer> {
    const { csrf } = ctx;
    const asked = parseForm(searchFields, ctx.body);
    if (!asked.ok)
      return invalid(results({ ...nothingYet, csrf, typed: kept(asked.typed, 'q'), kind: 'too-long' }));
    const { q, page: number } = asked.value;
    const { kind, how, people, homes } = await searchRegister(ctx.tx, ctx.organisation, q, number);
    // How many, never what was typed: that is a name.
    recordAtEnd(ctx.tx, ctx, {
      name: 'register.searched',
      data: { results: people.found.length + homes.found.length },
    });
    const model = {
      csrf,
      typed: q,
      page: number,
      kind,
      how,
      people: people.found,
      homes: homes.found,
      morePeople: people.more,
      moreHomes: homes.more,
      canGoOn: number < pagesAtMost,
    };
    return page(results(model));
  },
});

const nothingYet = {
  typed: '',
  page: 1,
  kind: 'empty',
  how: 'as-typed',
  people: [],
  homes: [],
  morePeople: false,
  moreHomes: false,
  canGoOn: false,
} as const;

function results(model: SearchModel): Page {
  return { title: 'People and homes', main: () => searchPage(model) };
}

type PersonContext = StaffContext<{ readonly id: string }>;

const person = staffRoute({
  method: 'GET',
  path: '/people/:id',
  may: 'register.search',
  records: 'person.viewed',
  params: ids('id'),
  handle: async (ctx) => page(await personShown(ctx, freshForm, false)),
});

/**
 * Phones and e-mails are kept back for everybody alike: keeping back only those of people with a case would tell who
 * has one. Whoever needs them says why, in the words of a list: no wall stands in front of a person on the register.
 */
const show = staffRoute({
  method: 'POST',
  path: '/people/:id',
  may: 'contact-detail.show',
  records: 'contact-detail.shown',
  params: ids('id'),
  once: false,
  async handle(ctx) {
    const parsed = parseForm(showListedForm, ctx.body);
    if (!parsed.ok)
      return invalid(await personShown(ctx, { values: parsed.typed, errors: parsed.errors }, false));
    const data = { channel: 'register', reason: parsed.value.reason };
    const shown = await personShown(ctx, freshForm, true);
    await record(ctx.tx, ctx, { name: 'contact-detail.shown', subjectId: ctx.params.id, data });
    return page(shown);
  },
});

async function personShown(ctx: PersonContext, form: FormState, shown: boolean): Promise<Page> {
  const { id } = ctx.params;
  const found = await personRecord(ctx.tx, ctx.organisation, id as PersonId, shown);
  if (!found) throw notFound();
  await record(ctx.tx, ctx, { name: 'person.viewed', subjectId: found.id });
  const mayShow = !shown && may(ctx.who.roles, 'contact-detail.show').allowed;
  const asks = mayShow
    ? { form, action: `/people/${id}`, hidden: submission(ctx.csrf, newId<string>()) }
    : null;
  return { title: 'Person', main: () => personPage(found, asks), backLink: toSearch };
}

const home = staffRoute({
  method: 'GET',
  path: '/homes/:id',
  may: 'register.search',
  records: 'property.viewed',
  params: ids('id'),
  async handle(ctx) {
    const found = await homeRecord(ctx.tx, ctx.organisation, ctx.params.id as PropertyId);
    if (!found) throw notFound();
    await record(ctx.tx, ctx, { name: 'property.viewed', subjectId: found.id });
    return page({ title: 'Home', main: () => homePage(found), backLink: toSearch });
  },
});

const toSearch = { href: '/people', text: 'Back to search' };

export const peopleRoutes: readonly Route[] = [newSearch, search, person, show, home];
