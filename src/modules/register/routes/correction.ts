import { freshForm } from '#kit/components/form-state.ts';
import { parseForm } from '#kit/forms.ts';
import { conflicting, invalid, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { today } from '#rules/calendar.ts';
import type { PersonId } from '#rules/facts.ts';
import { correctionForm } from '../forms.ts';
import type { PersonRecord } from '../record-of.ts';
import { correctPerson } from '../store/record-person.ts';
import { personRecord } from '../store/records.ts';
import { correctionPage, correctionValues } from '../views/correction.ts';
import { hiddenFor } from './hidden.ts';

const title = 'Correct details';

const form = staffRoute({
  method: 'GET',
  path: '/people/:id/correction',
  may: 'register.search',
  records: 'person.viewed',
  params: ids('id'),
  async handle(ctx) {
    const found = await correctable(ctx);
    await record(ctx.tx, ctx, { name: 'person.viewed', subjectId: found.id });
    const state = { ...freshForm, values: correctionValues(found) };
    return page({ title, main: () => correctionPage(found, state, hiddenFor(ctx)(found.version)) });
  },
});

const correct = staffRoute({
  method: 'POST',
  path: '/people/:id/correction',
  may: 'register.search',
  records: 'person.changed',
  params: ids('id'),
  async handle(ctx) {
    const found = await correctable(ctx);
    const parsed = parseForm(correctionForm(today(ctx)), ctx.body);
    const hidden = hiddenFor(ctx);
    if (!parsed.ok) {
      const state = { values: parsed.typed, errors: parsed.errors };
      return invalid({ title, main: () => correctionPage(found, state, hidden(found.version)) });
    }
    const { version, ...correction } = parsed.value;
    if (await correctPerson(ctx.tx, ctx, found.id, version, correction))
      return redirect(`/people/${found.id}`, 'Details saved');
    const state = { values: parsed.typed, errors: {} };
    return conflicting({ title, main: () => correctionPage(found, state, hidden(found.version), true) });
  },
});

/** Only somebody whom Lintel recorded: the others are corrected in the housing system. */
async function correctable(ctx: StaffContext<{ readonly id: string }>): Promise<PersonRecord> {
  const found = await personRecord(ctx.tx, ctx.organisation, ctx.params.id as PersonId);
  if (found?.reference !== null) throw notFound();
  return found;
}

export const correctionRoutes: readonly Route[] = [form, correct];
