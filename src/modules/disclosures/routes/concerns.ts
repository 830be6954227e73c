import { z } from 'zod';
import { type FieldErrors, parseForm, type Typed } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import { invalid, page, redirect } from '#kit/http/answers.ts';
import { type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { discardDraft, listStaff } from '#modules/account/index.ts';
import { caseRoles } from '#rules/facts.ts';
import { concernForm } from '../concern-form.ts';
import { receiptOf } from '../store/read.ts';
import { receiveDisclosure } from '../store/receive.ts';
import type { Offered } from '../views/colleagues.ts';
import { concernThanks, guidancePage, newConcern } from '../views/concern.ts';
import { begun, draftQuery } from './drafts.ts';

const path = '/concerns/new';
const draftName = 'concern';
const draft = () => ({ form: draftName, about: null });

function formPage(
  ctx: StaffContext,
  team: readonly Offered[],
  values: Typed,
  errors: FieldErrors,
  offer?: Html,
) {
  const submissionId = newId<string>();
  return {
    title: 'Tell us',
    main: () =>
      newConcern({ form: { values, errors }, csrf: ctx.csrf, submissionId, team, draftOffer: offer }),
  };
}

export const concernFormRoute = staffRoute({
  method: 'GET',
  path,
  query: draftQuery,
  may: 'concern.report',
  records: { nothing: 'An empty form tells of nobody' },
  async handle(ctx) {
    const { typed, offer } = await begun(
      ctx,
      { form: draftName, about: null, path },
      ctx.query.draft === 'continue',
    );
    const team = await listStaff(ctx.tx, ctx.organisation, { roles: caseRoles });
    return page(formPage(ctx, team, typed ?? {}, {}, offer));
  },
});

export const concernRoute = staffRoute({
  method: 'POST',
  path,
  may: 'concern.report',
  records: 'concern.reported',
  draft,
  async handle(ctx) {
    const calendar = ctx.services.packs.calendarOf(ctx.pack);
    const team = await listStaff(ctx.tx, ctx.organisation, { roles: caseRoles });
    const schema = concernForm(
      { now: ctx.now, timeZone: calendar.rules.timeZone },
      ctx.who.roles,
      team.map(({ id }) => id),
    );
    const parsed = parseForm(schema, ctx.body);
    if (!parsed.ok) return invalid(formPage(ctx, team, parsed.typed, parsed.errors));
    const { receipt } = await receiveDisclosure(ctx.tx, ctx, {
      pack: ctx.pack,
      calendar,
      value: parsed.value,
    });
    await discardDraft(ctx, draftName, null);
    return redirect(`/concerns/thanks?receipt=${receipt}`);
  },
});

export const concernThanksRoute = staffRoute({
  method: 'GET',
  path: '/concerns/thanks',
  query: z.object({ receipt: z.uuid().optional() }),
  may: 'concern.report',
  records: { nothing: 'It shows a reference, and nothing of what was told' },
  async handle(ctx) {
    const { receipt } = ctx.query;
    const found = receipt ? await receiptOf(ctx.tx, ctx.organisation, ctx.staff, receipt) : null;
    return page({ title: 'Thank you', main: () => concernThanks(found?.reference ?? null) });
  },
});

export const guidanceRoute = staffRoute({
  method: 'GET',
  path: '/guidance',
  may: 'concern.report',
  records: { nothing: 'Guidance tells of nobody' },
  async handle() {
    return page({ title: 'Guidance', main: guidancePage });
  },
});
