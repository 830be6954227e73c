import type { FormModel } from '#kit/components/form.ts';
import type { Form } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import type { Records, Route, StaffContext } from '#kit/http/route.ts';
import { caseFormPage } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { today } from '#rules/calendar.ts';
import type { Verdict } from '#rules/facts.ts';
import { mayUnfind } from '#rules/may-mediate.ts';
import { verdictOf } from '../deciding.ts';
import {
  arrangementForm,
  mediationAdviceForm,
  mediationEndForm,
  mediationStopForm,
  mediationTestForm,
  putMediationForm,
  wishForm,
} from '../forms/mediation-forms.ts';
import { paths } from '../paths.ts';
import { adviseMediation, sayWish, testMediation } from '../store/ask.ts';
import { mayPut, putMediation } from '../store/decide.ts';
import { arrangeMediation, endMediation, stopMediation } from '../store/steps.ts';
import {
  advicePage,
  arrangementPage,
  managerPage,
  outcomePage,
  stoppingPage,
  testPage,
  wishPage,
} from '../views/forms.ts';
import { type Loaded, loadOne, type MediationParams, mediationParams } from './params.ts';

type Context = StaffContext<MediationParams>;

interface StepForm<Value> {
  readonly name: 'wish' | 'test' | 'advice' | 'manager' | 'arrangement' | 'outcome' | 'stopping';
  readonly records: Records;
  schema(ctx: Context, one: Loaded): Form<Value>;
  view(model: CaseModel, form: FormModel, one: Loaded): Html;
  /** Why it may not be saved as it was typed, and beside which field that is said. */
  refuses?(ctx: Context, value: Value, one: Loaded): readonly [field: string, Verdict];
  readonly said: string;
  save(ctx: Context, value: Value): Promise<unknown>;
}

/** A step of one request; a form that was opened before something else was written is second. */
function stepForm<Value>({ name, records, said, ...form }: StepForm<Value>): readonly Route[] {
  return caseFormPage<MediationParams, unknown, Loaded, Value>({
    path: `/cases/:id/mediation/:mediation/${name}`,
    params: mediationParams,
    may: 'case.work',
    records,
    title: 'Mediation',
    draft: ({ mediation }) => ({ form: `mediation-${name}`, about: mediation }),
    version: (_, { mediation }) => mediation.revision,
    load: loadOne,
    schema: (ctx, _, one) => form.schema(ctx, one),
    view: (model, fields, one) => form.view(model, fields, one),
    save: async (ctx, value, _, one) => {
      const [field, verdict] = form.refuses?.(ctx, value, one) ?? [];
      if (field !== undefined && verdict && !verdict.allowed) return { errors: { [field]: verdict.reason } };
      await form.save(ctx, value);
      return { to: paths.one(ctx.params.id, ctx.params.mediation), said };
    },
  });
}

const of = ({ params: { id: caseId, mediation: mediationId } }: Context) => ({ caseId, mediationId });

export const stepRoutes: readonly Route[] = [
  ...stepForm({
    name: 'wish',
    records: 'mediation.wish-said',
    schema: (ctx) => wishForm(ctx.calendar.rules.timeZone, ctx.now),
    view: wishPage,
    said: 'What they say is saved',
    save: (ctx, value) => sayWish(ctx.tx, ctx, { ...of(ctx), ...value }),
  }),
  ...stepForm({
    name: 'test',
    records: 'mediation.tested',
    schema: () => mediationTestForm,
    view: testPage,
    refuses: (ctx, { answers }, { before }) => ['afraid', mayUnfind(before, answers, ctx.staff)],
    said: 'Saved',
    save: (ctx, value) => testMediation(ctx.tx, ctx, { ...of(ctx), ...value }),
  }),
  ...stepForm({
    name: 'advice',
    records: 'mediation.advised',
    schema: (ctx) => mediationAdviceForm(ctx.calendar.rules.timeZone, ctx.now),
    view: advicePage,
    said: 'Saved',
    save: (ctx, value) => adviseMediation(ctx.tx, ctx, { ...of(ctx), ...value }),
  }),
  ...stepForm({
    name: 'manager',
    records: 'mediation.put',
    schema: () => putMediationForm,
    view: managerPage,
    refuses: (_, __, { mediation, gate }) => ['why', mayPut(mediation, gate)],
    said: 'A manager is asked',
    save: (ctx, { why }) => putMediation(ctx.tx, ctx, { ...of(ctx), why }),
  }),
  ...stepForm({
    name: 'arrangement',
    records: 'mediation.arranged',
    schema: (ctx) => arrangementForm(today(ctx)),
    view: arrangementPage,
    refuses: (_, __, { gate }) => ['who', verdictOf(gate.arrange)],
    said: 'Saved. It shuts by itself as soon as anything changes',
    save: (ctx, value) => arrangeMediation(ctx.tx, ctx, { ...of(ctx), ...value }),
  }),
  ...stepForm({
    name: 'outcome',
    records: 'mediation.ended',
    schema: () => mediationEndForm,
    view: outcomePage,
    said: 'Saved',
    save: (ctx, value) => endMediation(ctx.tx, ctx, { ...of(ctx), ...value }),
  }),
  ...stepForm({
    name: 'stopping',
    records: 'mediation.stopped',
    schema: () => mediationStopForm,
    view: stoppingPage,
    said: 'Saved. It is no failure',
    save: (ctx, value) => stopMediation(ctx.tx, ctx, { ...of(ctx), ...value }),
  }),
];
