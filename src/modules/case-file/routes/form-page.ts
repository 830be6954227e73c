import type { z } from 'zod';
import type { FormModel } from '#kit/components/form.ts';
import type { Form, Typed } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import { type FormPage, formPage, type Outcome } from '#kit/http/form-page.ts';
import type { Records, Route, StaffContext } from '#kit/http/route.ts';
import type { CaseId } from '#rules/facts.ts';
import type { CaseModel } from '../views/model.ts';
import { inCase, loadCase, recordView } from './case-page.ts';

type OfAnyForm<P, Q, Value> = Pick<
  FormPage<P, Q, unknown, Value>,
  'path' | 'takenAt' | 'query' | 'may' | 'seenBy' | 'records' | 'draft'
>;

/** A form about a case: behind its wall, in its frame, and each look at it recorded. */
export interface CaseFormPage<P extends { readonly id: CaseId }, Q, Facts, Value>
  extends OfAnyForm<P, Q, Value> {
  readonly params: z.ZodType<P>;
  readonly lookUp?: { readonly path: string; readonly records: Records };
  /** The neutral title, and the part of the case in the record of views. */
  readonly title: string;
  /** What the form needs beyond the case itself. */
  load(ctx: StaffContext<P, Q>, model: CaseModel): Promise<Facts>;
  schema(ctx: StaffContext<P, Q>, model: CaseModel, facts: Facts): Form<Value>;
  /** How the fields stand when the form is opened. */
  fresh?(ctx: StaffContext<P, Q>, model: CaseModel, facts: Facts): Typed;
  /** The version of what is changed: a form that saw another one shows both texts. Else why there is none. */
  readonly version: ((model: CaseModel, facts: Facts) => number | string) | { readonly none: string };
  /** What is there now, for somebody who was second. */
  now?(model: CaseModel, facts: Facts): Html | null;
  view(
    model: CaseModel,
    form: FormModel,
    facts: Facts,
    ctx: StaffContext<P, Q>,
    meanwhile: Html | null,
  ): Html;
  save(ctx: StaffContext<P, Q>, value: Value, model: CaseModel, facts: Facts): Promise<Outcome>;
}

export function caseFormPage<P extends { readonly id: CaseId }, Q, Facts, Value>(
  form: CaseFormPage<P, Q, Facts, Value>,
): readonly Route[] {
  const { title, version, now, fresh, ...own } = form;
  return formPage<P, Q, { readonly model: CaseModel; readonly facts: Facts }, Value>({
    ...own,
    shown: { records: 'case.viewed', record: (ctx) => recordView(ctx, ctx.params.id, title) },
    load: async (ctx) => {
      const model = await loadCase(ctx, ctx.params.id);
      return { model, facts: await form.load(ctx, model) };
    },
    schema: (ctx, { model, facts }) => form.schema(ctx, model, facts),
    fresh: (ctx, { model, facts }) => fresh?.(ctx, model, facts) ?? {},
    version: typeof version === 'function' ? ({ model, facts }) => version(model, facts) : version,
    ...(now && { now: ({ model, facts }) => now(model, facts) }),
    view: (fields, { model, facts }, ctx, meanwhile) =>
      inCase(model, title, () => form.view(model, fields, facts, ctx, meanwhile)),
    save: (ctx, value, { model, facts }) => form.save(ctx, value, model, facts),
  });
}
