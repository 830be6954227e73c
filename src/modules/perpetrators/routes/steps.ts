import type { FormModel } from '#kit/components/form.ts';
import type { Form, Typed } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import type { Records, Route, StaffContext } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { type CaseFile, caseFormPage } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { atTheOffice, today } from '#rules/calendar.ts';
import { droppingForm, managerForm, outcomeForm, takingForm, tellingForm } from '../forms/action-forms.ts';
import { testForm } from '../forms/test-form.ts';
import { viewForm } from '../forms/view-form.ts';
import { paths } from '../paths.ts';
import { putToManager } from '../store/decisions.ts';
import { dropAction, mayBeTold, recordOutcome, recordTelling, takeAction } from '../store/steps.ts';
import { mayTest, recordTest, wasStopped } from '../store/tests.ts';
import { recordView } from '../store/views.ts';
import { testPage, viewPage } from '../views/asking-forms.ts';
import { droppingPage, managerPage, outcomePage, takingPage, tellingPage } from '../views/forms.ts';
import { type ActionParams, actionParams, type Loaded, loadOne } from './params.ts';

type Context = StaffContext<ActionParams>;

interface StepForm<Value> {
  readonly name: 'view' | 'test' | 'manager' | 'telling' | 'taking' | 'outcome' | 'dropping';
  readonly records: Records;
  schema(ctx: Context, one: Loaded, file: CaseFile): Form<Value>;
  fresh?(ctx: Context): Typed;
  view(model: CaseModel, form: FormModel, one: Loaded, ctx: Context): Html;
  readonly said: string;
  save(ctx: Context, value: Value): Promise<unknown>;
}

/** A step of one action; a form that was opened before something else was written is second. */
function stepForm<Value>({ name, records, said, fresh, ...form }: StepForm<Value>): readonly Route[] {
  return caseFormPage<ActionParams, unknown, Loaded, Value>({
    path: `/cases/:id/enforcement/:action/${name}`,
    params: actionParams,
    may: 'case.work',
    records,
    title: 'Enforcement',
    draft: ({ action }) => ({ form: `enforcement-${name}`, about: action }),
    version: (_, { action }) => action.revision,
    load: loadOne,
    schema: (ctx, { file }, one) => form.schema(ctx, one, file),
    fresh: (ctx) => fresh?.(ctx) ?? {},
    view: (model, fields, one, ctx) => form.view(model, fields, one, ctx),
    save: async (ctx, value) => {
      await form.save(ctx, value);
      return { to: paths.action(ctx.params.id, ctx.params.action), said };
    },
  });
}

const of = ({ params: { id: caseId, action: actionId } }: Context) => ({ caseId, actionId });
const feared = ({ action }: Loaded) => action.views[0]?.fears === 'yes';

export const stepRoutes: readonly Route[] = [
  ...stepForm({
    name: 'view',
    records: 'perpetrator-action.view-recorded',
    schema: (ctx, one) => viewForm(feared(one), ctx.calendar.rules.timeZone, ctx.now),
    view: (model, form, one) => viewPage(model, form, one, feared(one)),
    said: 'What they say is saved',
    save: (ctx, value) => recordView(ctx.tx, ctx, { ...of(ctx), ...value }),
  }),
  ...stepForm({
    name: 'test',
    records: 'perpetrator-action.tested',
    schema: (ctx, { before }) => testForm(wasStopped(before), mayTest(before, ctx.staff)),
    view: (model, form, one, ctx) =>
      testPage(model, form, one, wasStopped(one.before), mayTest(one.before, ctx.staff)),
    said: 'The test is saved',
    save: (ctx, value) => recordTest(ctx.tx, ctx, { ...of(ctx), ...value }),
  }),
  ...stepForm({
    name: 'manager',
    records: 'perpetrator-action.put',
    schema: () => managerForm,
    view: managerPage,
    said: 'A manager is asked',
    save: (ctx, { why }) => putToManager(ctx.tx, ctx, { ...of(ctx), why }),
  }),
  ...stepForm({
    name: 'telling',
    records: ['perpetrator-action.told', 'perpetrator-action.not-safe-to-tell'],
    schema: (ctx, { action }, file) => tellingForm(today(ctx), (told) => mayBeTold(told, action, file)),
    view: tellingPage,
    said: 'Saved',
    save: (ctx, value) => recordTelling(ctx.tx, ctx, { ...of(ctx), ...value }),
  }),
  ...stepForm({
    name: 'taking',
    records: 'perpetrator-action.taken',
    schema: (ctx, { action }) => {
      const told = action.steps.find(({ step }) => step === 'told' || step === 'not_safe_to_tell');
      const day = told ? atTheOffice(told.recordedAt, ctx.calendar).toPlainDate() : today(ctx);
      return takingForm(today(ctx), day);
    },
    fresh: (ctx) => dayFields('done', today(ctx)),
    view: takingPage,
    said: 'Saved. The risk is to be looked at within two working days',
    save: (ctx, value) => takeAction(ctx.tx, ctx, { ...of(ctx), ...value }),
  }),
  ...stepForm({
    name: 'outcome',
    records: 'perpetrator-action.outcome-recorded',
    schema: () => outcomeForm,
    view: outcomePage,
    said: 'Saved',
    save: (ctx, value) => recordOutcome(ctx.tx, ctx, { ...of(ctx), ...value }),
  }),
  ...stepForm({
    name: 'dropping',
    records: 'perpetrator-action.dropped',
    schema: () => droppingForm,
    view: droppingPage,
    said: 'Saved, with the reason',
    save: (ctx, value) => dropAction(ctx.tx, ctx, { ...of(ctx), ...value }),
  }),
];
