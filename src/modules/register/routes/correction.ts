import { notFound } from '#kit/http/errors.ts';
import { formPage } from '#kit/http/form-page.ts';
import { ids, type Route } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { today } from '#rules/calendar.ts';
import type { PersonId } from '#rules/facts.ts';
import { correctionForm } from '../forms.ts';
import { correctPerson } from '../store/record-person.ts';
import { personRecord } from '../store/records.ts';
import { correctedMeanwhile, correctionPage, correctionValues } from '../views/correction.ts';

/** Only somebody whom Lintel recorded: the others are corrected in the housing system. */
export const correctionRoutes: readonly Route[] = formPage({
  path: '/people/:id/correction',
  params: ids('id'),
  may: 'register.search',
  records: 'person.changed',
  shown: {
    records: 'person.viewed',
    record: (ctx) => record(ctx.tx, ctx, { name: 'person.viewed', subjectId: ctx.params.id }),
  },
  draft: ({ id }) => ({ form: 'person-correction', about: id }),
  load: async (ctx) => {
    const found = await personRecord(ctx.tx, ctx.organisation, ctx.params.id as PersonId);
    if (found?.reference !== null) throw notFound();
    return found;
  },
  schema: (ctx) => correctionForm(today(ctx)),
  fresh: (_, found) => correctionValues(found),
  version: ({ version }) => version,
  now: correctedMeanwhile,
  view: (form, _, __, meanwhile) => ({
    title: 'Correct details',
    main: () => correctionPage(form, meanwhile),
  }),
  save: async (ctx, { version, ...correction }, { id }) => {
    if (!(await correctPerson(ctx.tx, ctx, id, version, correction))) return { second: true };
    return { to: `/people/${id}`, said: 'Details saved' };
  },
});
