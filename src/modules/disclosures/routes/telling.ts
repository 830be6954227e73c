import type { FormState } from '#kit/components/form-state.ts';
import { discardDraft } from '#kit/drafts/drafts.ts';
import { type FieldErrors, type Form, parseForm, type Typed, typedIn } from '#kit/forms.ts';
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
import { chosenIn, type PlacePart, placePart } from './place.ts';

/** What every page with such a form is made of. */
export interface Telling {
  readonly form: FormState;
  readonly csrf: string;
  readonly submissionId: string;
  /** Those whom the form offers as involved. */
  readonly colleagues: readonly Offered[];
  readonly draftOffer: Html | undefined;
  /** What the register has of where it was, where the form asks that. */
  readonly place: PlacePart | null;
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
  /** It finds a home on the register, within the form. */
  readonly findsHomes?: true;
  schema(
    ctx: StaffContext,
    now: Moment,
    offered: readonly StaffId[],
    home: PlacePart['home'],
  ): Form<DisclosureValue>;
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
        return page(await shown(form, ctx, await offered(form, ctx), typed ?? {}, {}, offer));
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
        const chosen = form.findsHomes ? await placePart(ctx, typedIn(ctx.body)) : null;
        const schema = form.schema(
          ctx,
          moment,
          colleagues.map(({ id }) => id),
          chosen?.home ?? null,
        );
        const parsed = parseForm(schema, ctx.body);
        if (!parsed.ok) return invalid(await shown(form, ctx, colleagues, parsed.typed, parsed.errors));
        const { receipt } = await receiveDisclosure(ctx.tx, ctx, { value: parsed.value });
        await discardDraft(ctx, draft.form, null);
        return redirect(form.after(receipt));
      },
    }),
    ...(form.findsHomes ? findingRoutes(form) : []),
  ];
}

/** The form again as it was typed, with the homes that were found, or with the one that was chosen. */
function findingRoutes(form: TellingForm): readonly Route[] {
  const { may } = form;
  const path = `${form.path}/search`;
  return [
    staffRoute({
      method: 'GET',
      path,
      may,
      records: { nothing: 'It leads to the form.' },
      handle: async () => redirect(form.path),
    }),
    staffRoute({
      method: 'POST',
      path,
      may,
      records: 'register.searched',
      once: false,
      perMinute: 60,
      draft: () => ({ form: form.draft, about: null }),
      async handle(ctx) {
        const typed = chosenIn(typedIn(ctx.body));
        return page(await shown(form, ctx, await offered(form, ctx), typed, {}, undefined, true));
      },
    }),
  ];
}

function offered({ offersRoles }: TellingForm, ctx: StaffContext): Promise<readonly Offered[]> {
  return listStaff(ctx.tx, ctx.organisation, offersRoles && { roles: offersRoles });
}

async function shown(
  form: TellingForm,
  ctx: StaffContext,
  colleagues: readonly Offered[],
  values: Typed,
  errors: FieldErrors,
  draftOffer?: Html,
  searched = false,
): Promise<Page> {
  const submissionId = newId<string>();
  const place = form.findsHomes ? await placePart(ctx, values, searched) : null;
  const filled = place ? { ...values, ...place.typed } : values;
  const telling = {
    form: { values: filled, errors },
    csrf: ctx.csrf,
    submissionId,
    colleagues,
    draftOffer,
    place,
  };
  return { title: form.title, main: () => form.view(ctx, telling) };
}
