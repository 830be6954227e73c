import type { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { changedMeanwhile } from '#modules/case-file/pure.ts';
import { happened } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { needsForm, typedFirst, typedNeeds } from '../forms/needs-form.ts';
import { hasNeeds, isChild } from '../needs.ts';
import { paths } from '../paths.ts';
import { adviceOf, factorsOf } from '../store/advice.ts';
import { equalityOf } from '../store/equality.ts';
import { needsInCase, needsOfPerson, recordNeeds } from '../store/person-needs.ts';
import { needsPage } from '../views/needs.ts';
import { personNeedsPage, version } from '../views/person.ts';
import { maySeeEquality, maySeeRestricted } from '../who.ts';

const overview = staffRoute({
  method: 'GET',
  path: '/cases/:id/needs',
  params: caseParams,
  may: 'case.see',
  records: 'needs.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const { tx, organisation } = ctx;
    const [model, versions, factors, advice, equality] = await Promise.all([
      loadCase(ctx, id),
      needsInCase(tx, organisation, id),
      factorsOf(tx, organisation, id),
      adviceOf(tx, organisation, id),
      equalityOf(tx, organisation, id),
      recordView(ctx, id, 'Needs'),
      happened(tx, ctx, { name: 'needs.viewed', caseId: id }),
    ]);
    const may = {
      maySeeEquality: maySeeEquality(model.file),
      maySeeRestricted: maySeeRestricted(model.file, { id: ctx.staff, roles: ctx.who.roles }),
    };
    return page(
      inCase(model, 'Needs', () => needsPage({ ...model, versions, factors, advice, equality, ...may })),
    );
  },
});

const personParams = ids('id', 'person') as unknown as z.ZodType<{
  readonly id: CaseId;
  readonly person: string;
}>;

const ofPerson = caseFormPage({
  path: '/cases/:id/people/:person/needs',
  params: personParams,
  may: 'case.work',
  records: 'needs.recorded',
  title: 'Needs',
  draft: ({ person }) => ({ form: 'needs', about: person }),
  load: async (ctx, loading) => {
    const { people } = await loading;
    const { id, person: wanted } = ctx.params;
    const person = people.find((each) => each.id === wanted && hasNeeds(each.part));
    if (!person) throw notFound();
    return { person, versions: await needsOfPerson(ctx.tx, ctx.organisation, id, wanted) };
  },
  schema: () => needsForm,
  fresh: (ctx, _, { person, versions: [latest] }) =>
    latest ? typedNeeds(latest) : typedFirst(person, today(ctx)),
  version: (_, { versions: [latest] }) => latest?.number ?? 0,
  now: (model, { versions: [latest] }) => (latest ? changedMeanwhile(version(model, latest)) : null),
  view: (model, form, facts, _, meanwhile) => personNeedsPage(model, form, facts, meanwhile),
  save: async (ctx, needs, _, { person }) => {
    const { id } = ctx.params;
    await recordNeeds(ctx.tx, ctx, {
      ...needs,
      caseId: id,
      personId: person.id,
      child: isChild(person.part),
    });
    return { to: paths.needs(id), said: 'Saved' };
  },
});

export const needsRoutes: readonly Route[] = [overview, ...ofPerson];
