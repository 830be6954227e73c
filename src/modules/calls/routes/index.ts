import type { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { endsOnce, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext } from '#kit/http/route.ts';
import { momentFields } from '#kit/typed-moment.ts';
import { inCase, loadCase } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { answerForm } from '../forms.ts';
import { paths } from '../paths.ts';
import { mayBeAnswered } from '../promised-call.ts';
import { answerCall } from '../store/end.ts';
import { callOf } from '../store/rows.ts';
import { type CallModel, callPage } from '../views/call.ts';

interface Params {
  readonly call: string;
}

/** The call, in its case where there is one; behind either wall it is not there. */
async function loaded(ctx: StaffContext<Params>): Promise<CallModel> {
  const call = await callOf(ctx.tx, ctx.organisation, ctx.params.call);
  if (!call) throw notFound();
  return { call, model: call.caseId ? await loadCase(ctx, call.caseId) : null, calendar: ctx.calendar };
}

/** A look at it is a look at its case, or at what was told. */
function viewed(ctx: StaffContext<Params>, { call: { caseId, disclosureId } }: CallModel): Promise<string> {
  return caseId
    ? happened(ctx.tx, ctx, { name: 'case.viewed', caseId, data: { part: 'Contact' } })
    : happened(ctx.tx, ctx, { name: 'disclosure.viewed', disclosureId, subjectId: disclosureId });
}

export const routes: readonly Route[] = formPage({
  path: '/calls/:call',
  params: ids('call') as z.ZodType<Params>,
  may: 'case.work',
  records: ['call.rung', 'call.moved', 'call.let-go'],
  shown: { records: ['case.viewed', 'disclosure.viewed'], record: viewed },
  version: endsOnce,
  draft: ({ call }) => ({ form: 'promised-call', about: call }),
  load: loaded,
  allows: ({ call }) => mayBeAnswered(call),
  schema: ({ now }, { call: { countsFrom, promisedAt }, calendar }) =>
    answerForm({ now, timeZone: calendar.rules.timeZone, countsFrom, promisedAt }),
  fresh: ({ now, calendar }) => momentFields('happened', now, calendar.rules.timeZone),
  view: (form, shown) => {
    const main = () => callPage(shown, form);
    if (shown.model) return inCase(shown.model, 'A call that was promised', main);
    const href = `/disclosures/${shown.call.disclosureId}`;
    return { title: 'A call that was promised', backLink: { href, text: 'What was told' }, main };
  },
  save: async (ctx, value) => {
    await answerCall(ctx.tx, ctx, ctx.params.call, value);
    return { to: paths.call(ctx.params.call), said: 'Saved' };
  },
});
