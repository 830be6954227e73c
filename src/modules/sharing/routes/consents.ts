import { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { momentFields } from '#kit/typed-moment.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { changeForm, consentForm, recipientEndingForm } from '../forms/consent-form.ts';
import { paths } from '../paths.ts';
import { changeConsent, consentsOf, recordConsent } from '../store/consents.ts';
import { endRecipient, type Recipient, recipientFor, recipientsOf } from '../store/recipients.ts';
import { sharesOf } from '../store/shares.ts';
import { consentPage } from '../views/consent.ts';
import { askPage, changePage, endRecipientPage } from '../views/consent-forms.ts';
import { momentOf, registerPage } from '../views/register.ts';

const title = 'Sharing';

const register = staffRoute({
  method: 'GET',
  path: '/cases/:id/sharing',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  async handle(ctx) {
    const { id } = ctx.params;
    const [model, consents, recipients, shares] = await Promise.all([
      loadCase(ctx, id),
      consentsOf(ctx.tx, ctx.organisation, id),
      recipientsOf(ctx.tx, ctx.organisation, id),
      sharesOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, title),
    ]);
    return page(inCase(model, title, () => registerPage(model, { consents, recipients, shares })));
  },
});

const ask = caseFormPage({
  path: '/cases/:id/consents/new',
  params: caseParams,
  query: z.object({ again: z.uuid().optional().catch(undefined) }),
  may: 'case.work',
  records: ['consent.given', 'consent.refused'],
  title,
  draft: ({ id }) => ({ form: 'consent', about: id }),
  version: adds,
  load: async (ctx) => {
    const { id } = ctx.params;
    const [recipients, consents] = await Promise.all([
      recipientsOf(ctx.tx, ctx.organisation, id),
      ctx.query.again ? consentsOf(ctx.tx, ctx.organisation, id) : [],
    ]);
    return { recipients, before: consents.find((each) => each.id === ctx.query.again) };
  },
  schema: (ctx, { calendar }, { recipients }) =>
    consentForm(ctx.pack, recipients, { timeZone: calendar.rules.timeZone, now: ctx.now }),
  fresh: (ctx, { calendar }, { before }) => ({
    ...momentFields('asked', ctx.now, calendar.rules.timeZone),
    ...(before && { recipient: before.recipientId, purpose: before.purpose, kinds: before.kinds }),
  }),
  view: (model, form, { recipients }) => askPage(model, form, recipients),
  save: async (ctx, given, _, { recipients }) => {
    const { id } = ctx.params;
    const named = await recipientOf(ctx, id, given, recipients);
    const consent = await recordConsent(ctx.tx, ctx, {
      ...given,
      ...named,
      caseId: id,
      givenBy: given.by || 'not_known',
      heardBy: given.heard || 'not_known',
      authority: given.by === 'authority' ? given.authority : '',
      givenAt: given.asked,
    });
    return { to: paths.consent(id, consent), said: 'The answer is saved' };
  },
});

type Office = Parameters<typeof recipientFor>[1] & { readonly tx: Parameters<typeof recipientFor>[0] };
type Typed = Pick<Recipient, 'agency' | 'role'> & {
  readonly recipient: string;
  readonly sort: Recipient['sort'] | '';
};

/** One whom the case has, or another, added by its name and role. */
export async function recipientOf(
  ctx: Office,
  caseId: CaseId,
  { recipient, agency, role, sort }: Typed,
  recipients: readonly Recipient[],
) {
  const known = recipients.find((each) => each.id === recipient);
  if (known) return { recipientId: known.id, agency: known.agency, role: known.role };
  const recipientId = await recipientFor(ctx.tx, ctx, caseId, { agency, role, sort: sort || 'other' });
  return { recipientId, agency, role };
}

const consentParams = ids('id', 'consent') as unknown as z.ZodType<{
  readonly id: CaseId;
  readonly consent: string;
}>;

const shown = staffRoute({
  method: 'GET',
  path: '/cases/:id/consents/:consent',
  params: consentParams,
  may: 'case.see',
  records: 'case.viewed',
  async handle(ctx) {
    const { id, consent } = ctx.params;
    const [model, consents] = await Promise.all([
      loadCase(ctx, id),
      consentsOf(ctx.tx, ctx.organisation, id),
    ]);
    const found = consents.find((each) => each.id === consent);
    if (!found) throw notFound();
    await recordView(ctx, id, title);
    return page(inCase(model, title, () => consentPage(model, found, momentOf(model, consents))));
  },
});

const change = caseFormPage({
  path: '/cases/:id/consents/:consent/change',
  params: consentParams,
  may: 'case.work',
  records: ['consent.withdrawn', 'consent.withdrawn-too-late', 'consent.doubted'],
  title,
  draft: ({ consent }) => ({ form: 'consent-change', about: consent }),
  version: endsOnce,
  load: async (ctx) => {
    const consents = await consentsOf(ctx.tx, ctx.organisation, ctx.params.id);
    const found = consents.find(({ id, answer }) => id === ctx.params.consent && answer === 'given');
    if (!found) throw notFound();
    return found;
  },
  schema: (ctx, { calendar }) => changeForm(calendar.rules.timeZone, ctx.now),
  fresh: (ctx, { calendar }) => momentFields('said', ctx.now, calendar.rules.timeZone),
  view: changePage,
  save: async (ctx, { said, ...rest }, _, consent) => {
    const { id } = ctx.params;
    if (!(await changeConsent(ctx.tx, ctx, { ...rest, caseId: id, consent, saidAt: said })))
      throw new Fault('stale');
    return { to: paths.consent(id, consent.id), said: 'Saved. Nothing more goes under it' };
  },
});

const recipientParams = ids('id', 'recipient') as unknown as z.ZodType<{
  readonly id: CaseId;
  readonly recipient: string;
}>;

const recipientEnding = caseFormPage({
  path: '/cases/:id/recipients/:recipient/ending',
  params: recipientParams,
  may: 'case.work',
  records: 'recipient.ended',
  title,
  draft: ({ recipient }) => ({ form: 'recipient-ending', about: recipient }),
  version: endsOnce,
  load: async (ctx) => {
    const recipients = await recipientsOf(ctx.tx, ctx.organisation, ctx.params.id);
    const found = recipients.find(({ id, endedAt }) => id === ctx.params.recipient && endedAt === null);
    if (!found) throw notFound();
    return found;
  },
  schema: () => recipientEndingForm,
  view: endRecipientPage,
  save: async (ctx, { why }, _, recipient) => {
    const { id } = ctx.params;
    const ending = { caseId: id, recipient, why: why.trim() };
    if (!(await endRecipient(ctx.tx, ctx, ending))) throw new Fault('stale');
    return { to: paths.ofCase(id), said: 'Saved' };
  },
});

export const consentRoutes: readonly Route[] = [register, ...ask, shown, ...change, ...recipientEnding];
