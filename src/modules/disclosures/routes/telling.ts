import type { z } from 'zod';
import type { FormState } from '#kit/components/form-state.ts';
import { discardDraft } from '#kit/drafts/drafts.ts';
import { type FieldErrors, parseForm, type Typed } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import { invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { listStaff } from '#modules/account/index.ts';
import type { EventName } from '#rules/event.ts';
import type { Role, StaffId } from '#rules/facts.ts';
import type { Action } from '#rules/may.ts';
import type { Moment } from '../forms.ts';
import { receiveDisclosure } from '../store/receive.ts';
import type { DisclosureValue } from '../value.ts';
import type { Offered } from '../views/colleagues.ts';
import { begun, draftQuery } from './drafts.ts';

/** What every page with such a form is made of. */
export interface Telling {
  readonly form: FormState;
  readonly csrf: string;
  readonly submissionId: string;
  /** Those whom the form offers as involved. */
  readonly colleagues: readonly Offered[];
  readonly draftOffer: Html | undefined;
}

/** A form in which somebody writes down what they were told or noticed. */
export interface TellingForm {
  /** One address shows it and takes it. */
  readonly path: string;
  readonly title: string;
  /** The name of its draft, which is about nothing yet. */
  readonly draft: string;
  readonly may: Exclude<Action, 'public.visit'>;
  readonly records: EventName;
  /** With which roles colleagues are offered as involved; everybody, where it is left out. */
  readonly offersRoles?: readonly Role[];
  schema(ctx: StaffContext, now: Moment, offered: readonly StaffId[]): z.ZodType<DisclosureValue>;
  view(ctx: StaffContext, telling: Telling): Html;
  /** Where whoever told is led. */
  after(receipt: string): string;
}

/** The two routes of such a form: everything is received in the same way, whatever was asked. */
export function tellingRoutes(form: TellingForm): readonly Route[] {
  const { path, may, records } = form;
  const draft = { form: form.draft, about: null };
  return [
    staffRoute({
      method: 'GET',
      path,
      query: draftQuery,
      may,
      records: { nothing: 'An empty form tells of nobody' },
      async handle(ctx) {
        const { typed, offer } = await begun(ctx, { ...draft, path }, ctx.query.draft === 'continue');
        return page(shown(form, ctx, await offered(form, ctx), typed ?? {}, {}, offer));
      },
    }),
    staffRoute({
      method: 'POST',
      path,
      may,
      records,
      draft: () => draft,
      async handle(ctx) {
        const colleagues = await offered(form, ctx);
        const moment = { now: ctx.now, timeZone: ctx.calendar.rules.timeZone };
        const schema = form.schema(
          ctx,
          moment,
          colleagues.map(({ id }) => id),
        );
        const parsed = parseForm(schema, ctx.body);
        if (!parsed.ok) return invalid(shown(form, ctx, colleagues, parsed.typed, parsed.errors));
        const { receipt } = await receiveDisclosure(ctx.tx, ctx, { value: parsed.value });
        await discardDraft(ctx, draft.form, null);
        return redirect(form.after(receipt));
      },
    }),
  ];
}

function offered({ offersRoles }: TellingForm, ctx: StaffContext): Promise<readonly Offered[]> {
  return listStaff(ctx.tx, ctx.organisation, offersRoles && { roles: offersRoles });
}

function shown(
  form: TellingForm,
  ctx: StaffContext,
  colleagues: readonly Offered[],
  values: Typed,
  errors: FieldErrors,
  draftOffer?: Html,
): Page {
  const submissionId = newId<string>();
  const telling = { form: { values, errors }, csrf: ctx.csrf, submissionId, colleagues, draftOffer };
  return { title: form.title, main: () => form.view(ctx, telling) };
}
