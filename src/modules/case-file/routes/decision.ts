import type { z } from 'zod';
import type { FormState } from '#kit/components/form-state.ts';
import { withdrawalForm } from '#kit/decision-form.ts';
import { type Form, parseForm } from '#kit/forms.ts';
import { invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { Fault } from '#kit/http/errors.ts';
import { type Records, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Action } from '#rules/may.ts';

/** What one proposed in a case: shown to whoever may see it, decided by another, taken back by whoever works on it. */
export interface CaseDecision<P extends { readonly id: CaseId }, Value> {
  readonly path: string;
  readonly params: z.ZodType<P>;
  /** Who may come to decide; who does, the kind of proposal says. */
  readonly may: Exclude<Action, 'public.visit'>;
  readonly records: Records;
  readonly withdrawal: Records;
  readonly form: Form<Value>;
  shown(ctx: StaffContext<P>, form: FormState): Promise<Page>;
  /** @returns where it leads */
  decide(ctx: StaffContext<P>, value: Value): Promise<string>;
  /** @param version the one that whoever takes it back has seen. @returns where it leads */
  withdraw(ctx: StaffContext<P>, version: number): Promise<string>;
}

export function caseDecision<P extends { readonly id: CaseId }, Value>(
  decision: CaseDecision<P, Value>,
): readonly Route[] {
  const { path, params, form } = decision;
  return [
    staffRoute({
      ...{ method: 'GET', path, params, may: 'case.see', records: 'case.viewed' },
      handle: async (ctx) => page(await decision.shown(ctx, { values: {}, errors: {} })),
    }),
    staffRoute({
      ...{ method: 'POST', path, params, may: decision.may, records: decision.records },
      handle: async (ctx) => {
        const parsed = parseForm(form, ctx.body);
        if (!parsed.ok)
          return invalid(await decision.shown(ctx, { values: parsed.typed, errors: parsed.errors }));
        return redirect(await decision.decide(ctx, parsed.value), 'The decision is saved');
      },
    }),
    staffRoute({
      ...{ method: 'POST', path: `${path}/withdrawal`, params, may: 'case.work' },
      records: decision.withdrawal,
      handle: async (ctx) => {
        const parsed = parseForm(withdrawalForm, ctx.body);
        if (!parsed.ok) throw new Fault('unreadable');
        return redirect(await decision.withdraw(ctx, parsed.value._version), 'It is taken back');
      },
    }),
  ];
}

/** What the fields of a decision are made from. */
export function decisionModel(
  { csrf }: Pick<StaffContext, 'csrf'>,
  form: FormState,
  action: string,
  { version }: { readonly version: number },
) {
  return { form, action, csrf, submissionId: newId<string>(), version };
}
