import { z } from 'zod';
import { submission } from '#kit/components/submission.ts';
import { type FieldErrors, parseForm, type Typed } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import { type Answer, conflicting, invalid, page, redirect } from '#kit/http/answers.ts';
import { type Records, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { takeTurn } from '#kit/turns.ts';
import { discardDraft, draftAddress, draftOffer, findDraft } from '#modules/account/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Action } from '#rules/may.ts';
import { momentInWords } from '#rules/moment.ts';
import type { CaseModel, FormModel } from '../views/model.ts';
import { inCase, loadCase, recordView } from './case-page.ts';

/** A form about a case: one address shows it and takes it. */
export interface FormPage<P extends { readonly id: CaseId }, Q, Facts, Value> {
  readonly path: string;
  readonly params: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  /** To send it; to look at it the same, unless `seenBy` says otherwise. */
  readonly may: Exclude<Action, 'public.visit'>;
  readonly seenBy?: Exclude<Action, 'public.visit'>;
  readonly records: Records;
  /** Where a button of the form looks something up: the form again, with what was typed and what was found. */
  readonly lookUp?: { readonly path: string; readonly records: Records };
  /** The neutral title, and the part of the case in the record of views. */
  readonly title: string;
  /** What the form needs beyond the case itself. */
  load(ctx: StaffContext<P, Q>, model: CaseModel): Promise<Facts>;
  schema(ctx: StaffContext<P, Q>, model: CaseModel, facts: Facts): z.ZodType<Value>;
  /** How the fields stand when the form is opened. */
  fresh?(ctx: StaffContext<P, Q>, model: CaseModel, facts: Facts): Typed;
  /** The version of what is changed; a form that saw another one shows both texts. */
  version?(model: CaseModel, facts: Facts): number;
  /** What is there now, for somebody who was second. */
  now?(model: CaseModel, facts: Facts): Html | null;
  view(
    model: CaseModel,
    form: FormModel,
    facts: Facts,
    ctx: StaffContext<P, Q>,
    meanwhile: Html | null,
  ): Html;
  save(ctx: StaffContext<P, Q>, value: Value, model: CaseModel, facts: Facts): Promise<Saved>;
  /** Long forms keep a draft, of this form and about this. */
  readonly draft?: (params: P) => { readonly form: string; readonly about: string };
}

/** Where to look next, and what to say there: neutral words. */
export interface Saved {
  readonly to: string;
  readonly said: string;
}

const draftQuery = z.object({ draft: z.literal('continue').optional().catch(undefined) });
type DraftQuery = z.infer<typeof draftQuery>;

export function formPage<P extends { readonly id: CaseId }, Q, Facts, Value>(
  form: FormPage<P, Q, Facts, Value>,
): readonly Route[] {
  const { path, params, query, may, seenBy = may, draft } = form;
  const common = {
    path,
    params,
    query: (query ? draftQuery.and(query) : draftQuery) as z.ZodType<Q & DraftQuery>,
  };
  return [
    staffRoute<P, Q & DraftQuery>({
      ...common,
      method: 'GET',
      may: seenBy,
      records: 'case.viewed',
      handle: async (ctx) => {
        const { model, facts } = await load(form, ctx);
        const kept = draft
          ? await keptDraft(ctx, draft(ctx.params), model, addressOf(path, ctx.params))
          : null;
        const typed = kept?.fields ?? form.fresh?.(ctx, model, facts) ?? {};
        await recordView(ctx, ctx.params.id, form.title);
        return page(shown(form, ctx, model, facts, { typed, errors: {}, draftOffer: kept?.offer }));
      },
    }),
    staffRoute<P, Q & DraftQuery>({
      ...common,
      method: 'POST',
      may,
      records: form.records,
      ...(draft && { draft }),
      handle: (ctx) => take(form, ctx),
    }),
    ...lookUpRoutes(form),
  ];
}

function lookUpRoutes<P extends { readonly id: CaseId }, Q, Facts, Value>(
  form: FormPage<P, Q, Facts, Value>,
): readonly Route[] {
  const { params, may, lookUp } = form;
  if (!lookUp) return [];
  const { path, records } = lookUp;
  return [
    staffRoute<P, Q>({
      method: 'GET',
      path,
      params,
      may,
      records: { nothing: 'It leads to the form.' },
      handle: async (ctx) => redirect(addressOf(form.path, ctx.params)),
    }),
    staffRoute<P, Q>({
      method: 'POST',
      path,
      params,
      may,
      records,
      once: false,
      async handle(ctx) {
        const { model, facts } = await load(form, ctx);
        const { typed } = parseForm(z.unknown(), ctx.body);
        await recordView(ctx, ctx.params.id, form.title);
        return page(shown(form, ctx, model, facts, { typed, errors: {} }));
      },
    }),
  ];
}

async function take<P extends { readonly id: CaseId }, Q, Facts, Value>(
  form: FormPage<P, Q, Facts, Value>,
  ctx: StaffContext<P, Q>,
): Promise<Answer> {
  // Two who save at the same moment: the second must see what the first one wrote.
  if (form.version) await takeTurn(ctx.tx, ctx.organisation, addressOf(form.path, ctx.params));
  const { model, facts } = await load(form, ctx);
  const parsed = parseForm(form.schema(ctx, model, facts), ctx.body);
  const version = form.version?.(model, facts);
  if (version !== undefined && parsed.typed._version !== String(version))
    return conflicting(
      shown(form, ctx, model, facts, {
        typed: parsed.typed,
        errors: {},
        meanwhile: form.now?.(model, facts) ?? null,
      }),
    );
  if (!parsed.ok) return invalid(shown(form, ctx, model, facts, parsed));
  const { to, said } = await form.save(ctx, parsed.value, model, facts);
  const draft = form.draft?.(ctx.params);
  if (draft) await discardDraft(ctx, draft.form, draft.about);
  return redirect(to, said);
}

async function load<P extends { readonly id: CaseId }, Q, Facts, Value>(
  form: FormPage<P, Q, Facts, Value>,
  ctx: StaffContext<P, Q>,
) {
  const model = await loadCase(ctx, ctx.params.id);
  return { model, facts: await form.load(ctx, model) };
}

interface Shown {
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly meanwhile?: Html | null;
  readonly draftOffer?: Html | undefined;
}

function shown<P extends { readonly id: CaseId }, Q, Facts, Value>(
  form: FormPage<P, Q, Facts, Value>,
  ctx: StaffContext<P, Q>,
  model: CaseModel,
  facts: Facts,
  { typed, errors, meanwhile = null, draftOffer: offer }: Shown,
) {
  const draft = form.draft?.(ctx.params);
  const fields: FormModel = {
    form: { values: typed, errors },
    action: addressOf(form.path, ctx.params),
    csrf: ctx.csrf,
    submissionId: newId(),
    version: form.version?.(model, facts),
    draftUrl: draft && draftAddress(draft.form, draft.about),
    draftOffer: offer,
  };
  return inCase(model, form.title, () => form.view(model, fields, facts, ctx, meanwhile));
}

/** A draft is offered, never put into a form unasked: whoever opens it may have come to write something else. */
async function keptDraft<P extends { readonly id: CaseId }>(
  ctx: StaffContext<P, DraftQuery>,
  { form, about }: { readonly form: string; readonly about: string },
  { calendar }: CaseModel,
  path: string,
): Promise<{ readonly fields: Typed | null; readonly offer: Html | undefined }> {
  const draft = await findDraft(ctx, form, about);
  if (!draft) return { fields: null, offer: undefined };
  if (ctx.query.draft === 'continue') return { fields: draft.fields, offer: undefined };
  const savedAt = momentInWords(draft.savedAt, calendar);
  const hidden = submission(ctx.csrf, newId());
  return { fields: null, offer: draftOffer({ form, about, savedAt, path, hidden }) };
}

function addressOf(path: string, params: object): string {
  const values = params as Readonly<Record<string, string>>;
  return path.replaceAll(/:([a-z]+)/g, (_, name: string) => values[name] ?? '');
}
