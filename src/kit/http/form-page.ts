import { z } from 'zod';
import { takeTurn } from '#kit/advisory-lock.ts';
import { draftAddress } from '#kit/components/draft-offer.ts';
import { changedMeanwhile, type FormModel } from '#kit/components/form.ts';
import { type DraftOf, discardDraft } from '#kit/drafts/drafts.ts';
import { waitingDraft } from '#kit/drafts/waiting.ts';
import { type FieldErrors, type Form, parseForm, type Typed, typedIn } from '#kit/forms.ts';
import { type Html, html } from '#kit/html.ts';
import { newId } from '#kit/ids.ts';
import type { Verdict } from '#rules/facts.ts';
import type { Action } from '#rules/may.ts';
import { addressOf } from './address.ts';
import {
  type Answer,
  conflicting,
  declined,
  invalid,
  type Page,
  page,
  redirect,
  redirectWarning,
} from './answers.ts';
import { discardsLater } from './discards-later.ts';
import { insist } from './errors.ts';
import { targetOf } from './form-target.ts';
import type { Later, Records, Route, StaffContext, TakesFiles } from './route.ts';
import { staffRoute } from './route.ts';

/** A form: what it is about, how it is shown, what it asks, and what sending it does. */
export interface FormPage<P, Q, Model extends Sent, Value, Sent = Model> {
  /** The address that shows it, and takes it unless `takenAt` says otherwise. */
  readonly path: string;
  readonly takenAt?: string;
  /** It stands on a page with others, which a route of its own shows (`formOn`). */
  readonly among?: true;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  /** To send it; to look at it the same, unless `seenBy` says otherwise. */
  readonly may: Exclude<Action, 'public.visit'>;
  readonly seenBy?: Exclude<Action, 'public.visit'>;
  readonly records: Records;
  /** The record of somebody’s looking at it. */
  readonly shown: Shown<P, Q, Model>;
  /** Where a button of the form looks something up: the form again, with what was typed and what was found. */
  readonly lookUp?: LookUp<P, Q, Model>;
  /** What it is about; throws `not-found` where that is not there for this person. */
  load(ctx: StaffContext<P, Q>): Promise<Model>;
  /** As it is sent, where its checks ask for less than its page shows: the page is loaded if it is shown again. */
  loadSent?: ((ctx: StaffContext<P, Q>) => Promise<Sent>) | undefined;
  /** Whether it may be sent at all, beyond the role. */
  allows?(model: Sent, ctx: StaffContext<P, Q>): Verdict;
  /** Built once (`formGiven`): here it is only given what is known now. */
  schema(ctx: StaffContext<P, Q>, model: Sent): Form<Value>;
  /** How the fields stand when the form is opened. */
  fresh?(ctx: StaffContext<P, Q>, model: Model): Typed;
  /** The version of what is changed: a form that saw another one shows both texts. Else why there is none. */
  readonly version: ((model: Sent) => number | string) | { readonly none: string };
  /** What is there now, for somebody who was second; a form without it says only that there is something. */
  now?(model: Model, ctx: StaffContext<P, Q>): Html | null;
  /** The form in its page. @param meanwhile what is saved now, where somebody else saved first; else null */
  view(form: FormModel, model: Model, ctx: StaffContext<P, Q>, meanwhile: Html | null): Page;
  save(ctx: StaffContext<P, Q>, value: Value, model: Sent): Promise<Outcome<P, Q>>;
  /** Kept when a session ends before the form is sent, and while somebody types. */
  readonly draft?: (params: P) => DraftOf;
  /** It takes files, which no draft keeps. */
  readonly upload?: TakesFiles;
}

interface LookUp<P, Q, Model> {
  readonly path: string;
  readonly records: Records;
  /** What is found, where loading does not find it yet. */
  find?(ctx: StaffContext<P, Q>, model: Model): Promise<Model>;
}

interface Shown<P, Q, Model> {
  readonly records: Records;
  record?(ctx: StaffContext<P, Q>, model: Model): Promise<unknown>;
}

/** Where to look next, and what to say there: neutral words. */
export interface Saved {
  readonly to: string;
  readonly said?: string;
  /** What is said leaves something to be done now, and is never told as a success. */
  readonly warns?: boolean;
}

/**
 * Saved; or what is wrong after all, by field (`kept`: that it was asked is recorded nevertheless); or somebody else
 * was first; or an answer of its own.
 */
export type Outcome<P = unknown, Q = unknown> =
  | Saved
  | { readonly errors: FieldErrors; readonly kept?: true }
  | { readonly second: true }
  | Answer
  | Later<P, Q>;

/** For a form that adds something: nobody’s words are overwritten by it. */
export const adds = { none: 'It adds; what others wrote stays.' } as const;

/** For a form that ends or corrects something: whoever is second finds it there no more. */
export const endsOnce = { none: 'It is done once; whoever is second finds it no more.' } as const;

/** `?draft=…`: the draft that was offered and taken up. */
export const draftQuery = z.object({ draft: z.string().max(50).optional().catch(undefined) });
type DraftQuery = z.infer<typeof draftQuery>;

/** The routes of a form: shown, taken, and where it looks something up. */
export function formPage<P, Q, Model extends Sent, Value, Sent = Model>(
  form: FormPage<P, Q, Model, Value, Sent>,
): readonly Route[] {
  const { path, takenAt = path, params, query, may, seenBy = may, draft, records } = form;
  const common = {
    ...(params && { params }),
    query: (query ? draftQuery.and(query) : draftQuery) as z.ZodType<Q & DraftQuery>,
  };
  const show = staffRoute<P, Q & DraftQuery>({
    ...common,
    method: 'GET',
    path,
    may: seenBy,
    records: form.shown.records,
    handle: async (ctx) => {
      const model = await form.load(ctx);
      const fields = await formOn(form, ctx, model);
      await form.shown.record?.(ctx, model);
      return page(form.view(fields, model, ctx, null));
    },
  });
  const version = typeof form.version === 'function' ? 'compared' : form.version;
  const take = staffRoute<P, Q & DraftQuery>({
    ...common,
    method: 'POST',
    path: takenAt,
    may,
    records,
    form: { shownAt: path, version },
    ...(draft && { draft }),
    ...(form.upload && { upload: { ...form.upload, target: targetOf(form) } }),
    handle: (ctx) => taken(form, ctx),
  });
  return [
    ...(form.among ? [] : [show]),
    ...(takenAt === path ? [] : [leadsTo(form, takenAt)]),
    take,
    ...lookUpRoutes(form),
  ];
}

/** The form untouched, beside another one. */
export function untouched<P, Q, Model extends Sent, Value, Sent = Model>(
  form: FormPage<P, Q, Model, Value, Sent>,
  ctx: StaffContext<P, Q>,
  model: Model,
): FormModel {
  return fieldsOf(form, ctx, model, { typed: form.fresh?.(ctx, model) ?? {}, errors: {} });
}

/** The form as it is opened: fresh, with its draft offered, or with its draft in it where that was asked for. */
export async function formOn<P, Q, Model extends Sent, Value, Sent = Model>(
  form: FormPage<P, Q, Model, Value, Sent>,
  ctx: StaffContext<P, Q & DraftQuery>,
  model: Model,
): Promise<FormModel> {
  const draft = form.draft?.(ctx.params);
  const path = addressOf(form.path, ctx.params);
  const waiting = draft && (await waitingDraft(ctx, draft, path, ctx.query.draft, form.among && draft.form));
  const typed = waiting?.typed ?? form.fresh?.(ctx, model) ?? {};
  return { ...fieldsOf(form, ctx, model, { typed, errors: {} }), draftOffer: waiting?.offer };
}

/** Reached where a session ended over it, and by reloading what was looked up. */
function leadsTo<P, Q, Model extends Sent, Value, Sent = Model>(
  form: FormPage<P, Q, Model, Value, Sent>,
  path: string,
): Route {
  const { params, seenBy = form.may } = form;
  return staffRoute<P, Q>({
    method: 'GET',
    path,
    ...(params && { params }),
    may: seenBy,
    records: { nothing: 'It leads to the form.' },
    handle: async (ctx) => redirect(addressOf(form.path, ctx.params)),
  });
}

function lookUpRoutes<P, Q, Model extends Sent, Value, Sent = Model>(
  form: FormPage<P, Q, Model, Value, Sent>,
): readonly Route[] {
  const { params, may, lookUp, draft } = form;
  if (!lookUp) return [];
  return [
    leadsTo({ ...form, seenBy: may }, lookUp.path),
    staffRoute<P, Q>({
      method: 'POST',
      path: lookUp.path,
      ...(params && { params }),
      may,
      records: lookUp.records,
      once: false,
      ...(draft && { draft }),
      async handle(ctx) {
        const loaded = await form.load(ctx);
        const model = (await lookUp.find?.(ctx, loaded)) ?? loaded;
        const typed = typedIn(ctx.body);
        await form.shown.record?.(ctx, model);
        return page(form.view(fieldsOf(form, ctx, model, { typed, errors: {} }), model, ctx, null));
      },
    }),
  ];
}

async function taken<P, Q, Model extends Sent, Value, Sent = Model>(
  form: FormPage<P, Q, Model, Value, Sent>,
  ctx: StaffContext<P, Q>,
): Promise<Answer | Later<P, Q>> {
  // Two who save at the same moment: the second must see what the first one wrote.
  if (typeof form.version === 'function')
    await takeTurn(ctx.tx, ctx.organisation, addressOf(form.takenAt ?? form.path, ctx.params));
  const { sent, model } = await asSent(form, ctx);
  if (form.allows) insist(form.allows(sent, ctx));
  const parsed = parseForm(form.schema(ctx, sent), ctx.body);
  const { typed } = parsed;
  const again = async (errors: FieldErrors) => {
    const whole = await model();
    return form.view(fieldsOf(form, ctx, whole, { typed, errors }), whole, ctx, null);
  };
  const version = versionOf(form, sent);
  if (version !== undefined && typed._version !== String(version))
    return secondOf(form, ctx, await model(), typed);
  if (!parsed.ok) return invalid(await again(parsed.errors));
  const outcome = await form.save(ctx, parsed.value, sent);
  if ('errors' in outcome) return (outcome.kept ? declined : invalid)(await again(outcome.errors));
  if ('second' in outcome) return secondOf(form, ctx, await form.load(ctx), typed);
  const draft = form.draft?.(ctx.params);
  if ('kind' in outcome && outcome.kind === 'later') return discardsLater(outcome, draft);
  if (draft) await discardDraft(ctx, draft.form, draft.about);
  if ('kind' in outcome) return outcome;
  const { to, said, warns } = outcome;
  return warns && said ? redirectWarning(to, said) : redirect(to, said);
}

/** What its checks ask for; and all that its page shows, which most forms have loaded with it. */
async function asSent<P, Q, Model extends Sent, Value, Sent>(
  form: FormPage<P, Q, Model, Value, Sent>,
  ctx: StaffContext<P, Q>,
): Promise<{ readonly sent: Sent; readonly model: () => Promise<Model> }> {
  if (form.loadSent) return { sent: await form.loadSent(ctx), model: () => form.load(ctx) };
  const model = await form.load(ctx);
  return { sent: model, model: async () => model };
}

/** Both texts: what is there now, and what was typed. */
function secondOf<P, Q, Model extends Sent, Value, Sent = Model>(
  form: FormPage<P, Q, Model, Value, Sent>,
  ctx: StaffContext<P, Q>,
  model: Model,
  typed: Typed,
): Answer {
  const now = form.now?.(model, ctx) ?? null;
  const fields = fieldsOf(form, ctx, model, { typed, errors: {} });
  const notice = now ? undefined : changedMeanwhile(openAgain);
  return conflicting(form.view({ ...fields, notice }, model, ctx, now));
}

const openAgain = html`<p class="govuk-body">Open this page again to see it.</p>`;

function fieldsOf<P, Q, Model extends Sent, Value, Sent = Model>(
  form: FormPage<P, Q, Model, Value, Sent>,
  ctx: StaffContext<P, Q>,
  model: Model,
  { typed, errors }: { readonly typed: Typed; readonly errors: FieldErrors },
): FormModel {
  const draft = form.draft?.(ctx.params);
  return {
    form: { values: typed, errors },
    action: addressOf(form.takenAt ?? form.path, ctx.params),
    csrf: ctx.csrf,
    submissionId: newId(),
    version: versionOf(form, model),
    draftUrl: draft && draftAddress(draft.form, draft.about, { page: addressOf(form.path, ctx.params) }),
  };
}

function versionOf<P, Q, Model extends Sent, Value, Sent>(
  { version }: FormPage<P, Q, Model, Value, Sent>,
  model: Sent,
) {
  return typeof version === 'function' ? version(model) : undefined;
}
