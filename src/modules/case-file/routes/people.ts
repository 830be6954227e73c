import type { z } from 'zod';
import { kept, typedIn } from '#kit/forms.ts';
import { page } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { type PersonSummary, personSummary, searchRegister } from '#modules/register/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { endPersonForm, personForm } from '../forms/person-form.ts';
import { paths } from '../paths.ts';
import { addPerson, endPerson } from '../store/people.ts';
import { endPersonPage, newPersonPage, peoplePage } from '../views/people.ts';
import { type CaseContext, caseParams, inCase, loadCase, recordView } from './case-page.ts';
import { caseFormPage } from './form-page.ts';

const personParams = ids('id', 'person') as z.ZodType<{
  readonly id: CaseId;
  readonly person: string;
}>;

const people = staffRoute({
  method: 'GET',
  path: '/cases/:id/people',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model] = await Promise.all([loadCase(ctx, id), recordView(ctx, id, 'People')]);
    return page(inCase(model, 'People', () => peoplePage(model)));
  },
});

async function lookedUp(ctx: CaseContext, text: string): Promise<readonly PersonSummary[]> {
  if (text === '') return [];
  const { people } = await searchRegister(ctx.tx, ctx.organisation, text);
  const data = { results: people.found.length };
  await record(ctx.tx, ctx, { name: 'register.searched', caseId: ctx.params.id, data });
  return people.found;
}

const newPerson = caseFormPage({
  path: '/cases/:id/people/new',
  params: caseParams,
  may: 'case.work',
  records: 'case.person-added',
  lookUp: { path: '/cases/:id/people/search', records: ['register.searched', 'case.viewed'] },
  title: 'Add somebody',
  draft: ({ id }) => ({ form: 'person', about: id }),
  version: adds,
  load: async (ctx) => {
    const typed = typedIn(ctx.body);
    const text = kept(typed, 'q').trim().slice(0, 100);
    return { text, people: await lookedUp(ctx, text) };
  },
  schema: (ctx) => personForm(today(ctx)),
  view: newPersonPage,
  save: async (ctx, person) => {
    const { id } = ctx.params;
    const { personId } = person;
    if (personId && !(await personSummary(ctx.tx, ctx.organisation, personId))) throw notFound();
    await addPerson(ctx.tx, ctx, { ...person, caseId: id });
    return { to: paths.people(id), said: 'Added to this case' };
  },
});

const ending = caseFormPage({
  path: '/cases/:id/people/:person/ending',
  params: personParams,
  may: 'case.work',
  records: 'case.person-ended',
  title: 'End a part',
  draft: ({ person }) => ({ form: 'person-ending', about: person }),
  load: async (ctx, loading) => {
    const { people: inThisCase } = await loading;
    const person = inThisCase.find((each) => each.id === ctx.params.person && each.endedAt === null);
    if (!person) throw notFound();
    return person;
  },
  schema: () => endPersonForm,
  version: (_, person) => person.version,
  view: endPersonPage,
  save: async (ctx, { reason, _version: version }, _, person) => {
    const { id } = ctx.params;
    const ended = await endPerson(ctx.tx, ctx, { caseId: id, id: person.id, version, reason });
    if (!ended) throw new Fault('stale');
    return { to: paths.people(id), said: 'Their part in this case has ended' };
  },
});

export const peopleRoutes: readonly Route[] = [people, ...newPerson, ...ending];
