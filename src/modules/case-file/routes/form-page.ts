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
  'path' | 'takenAt' | 'query' | 'may' | 'seenBy' | 'records' | 'draft' | 'upload'
>;

/** A form about a case: behind its wall, in its frame, and each look at it recorded. */
export interface CaseFormPage<P extends { readonly id: CaseId }, Q, Facts, Value, Sent = CaseModel>
  extends OfAnyForm<P, Q, Value> {
  readonly params: z.ZodType<P>;
  readonly lookUp?: { readonly path: string; readonly records: Records };
  /** The neutral title, and the part of the case in the record of views. */
  readonly title: string;
  /**
   * What the form needs beyond the case itself, in the same round trip; unless it has to know the case first, and waits
   * for it.
   */
  load(ctx: StaffContext<P, Q>, loading: Promise<Sent>): Promise<Facts>;
  /** What of the case its checks ask for as it is sent; left out: everything, as its page does. */
  readonly sent?: (ctx: StaffContext<P, Q>, caseId: CaseId) => Promise<Sent>;
  schema(ctx: StaffContext<P, Q>, model: Sent, facts: Facts): Form<Value>;
  /** How the fields stand when the form is opened. */
  fresh?(ctx: StaffContext<P, Q>, model: CaseModel, facts: Facts): Typed;
  /** The version of what is changed: a form that saw another one shows both texts. Else why there is none. */
  readonly version: ((model: Sent, facts: Facts) => number | string) | { readonly none: string };
  /** What is there now, for somebody who was second. */
  now?(model: CaseModel, facts: Facts): Html | null;
  view(
    model: CaseModel,
    form: FormModel,
    facts: Facts,
    ctx: StaffContext<P, Q>,
    meanwhile: Html | null,
  ): Html;
  save(ctx: StaffContext<P, Q>, value: Value, model: Sent, facts: Facts): Promise<Outcome<P, Q>>;
}

interface Whole<Sent, Facts> {
  readonly model: CaseModel & Sent;
  readonly facts: Facts;
}

export function caseFormPage<P extends { readonly id: CaseId }, Q, Facts, Value, Sent = CaseModel>(
  form: CaseFormPage<P, Q, Facts, Value, Sent>,
): readonly Route[] {
  const { title, version, now, fresh, sent, ...own } = form;
  const loadFrom = async <M extends Sent>(ctx: StaffContext<P, Q>, loading: Promise<M>) => {
    const [model, facts] = await Promise.all([loading, form.load(ctx, loading)]);
    return { model, facts };
  };
  return formPage<P, Q, Whole<Sent, Facts>, Value, { readonly model: Sent; readonly facts: Facts }>({
    ...own,
    shown: { records: 'case.viewed', record: (ctx) => recordView(ctx, ctx.params.id, title) },
    load: (ctx) => loadFrom(ctx, loadCase(ctx, ctx.params.id) as Promise<CaseModel & Sent>),
    loadSent: sent && ((ctx) => loadFrom(ctx, sent(ctx, ctx.params.id))),
    schema: (ctx, { model, facts }) => form.schema(ctx, model, facts),
    fresh: (ctx, { model, facts }) => fresh?.(ctx, model, facts) ?? {},
    version: typeof version === 'function' ? ({ model, facts }) => version(model, facts) : version,
    ...(now && { now: ({ model, facts }) => now(model, facts) }),
    view: (fields, { model, facts }, ctx, meanwhile) =>
      inCase(model, title, () => form.view(model, fields, facts, ctx, meanwhile)),
    save: (ctx, value, { model, facts }) => form.save(ctx, value, model, facts),
  });
}
