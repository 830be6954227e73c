import { z } from 'zod';
import { type FormState, freshForm } from '#kit/components/form-state.ts';
import { showForm } from '#kit/components/show-because.ts';
import { parseForm, type Typed } from '#kit/forms.ts';
import { invalid, type Page, page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { momentFields } from '#kit/typed-moment.ts';
import {
  agreedWayVersions,
  agreementHistory,
  recordSafeContact,
  safeContactVersions,
} from '#modules/agreement/index.ts';
import { agreementAt, gateOf } from '#modules/agreement/pure.ts';
import { callsOf } from '#modules/calls/index.ts';
import {
  type CaseContext,
  caseFormPage,
  caseParams,
  firstKnown,
  inCase,
  loadCase,
  loadRow,
  recordView,
} from '#modules/case-file/index.ts';
import { changedMeanwhile, casePaths as paths } from '#modules/case-file/pure.ts';
import { suspectHonour } from '#modules/needs/index.ts';
import { knownWays } from '#modules/register/index.ts';
import { contactChannels, makesTheWayUnsure } from '../contact-outcomes.ts';
import { contactFormAskingDanger } from '../forms/contact-form.ts';
import { safeContactForm, typedSafeContact } from '../forms/safe-contact-form.ts';
import { contactsOf, recordContact } from '../store/contacts.ts';
import { teamDuty } from '../store/duty.ts';
import { recordShown, shownIn } from '../store/showings.ts';
import { newContactPage } from '../views/new-contact.ts';
import { contactPage, version } from '../views/safe-contact.ts';
import { newSafeContactPage } from '../views/safe-contact-form.ts';
import { safeMoment } from '../views/safe-moment.ts';
import { agreedSaved } from './agreed-saved.ts';
import { wrongInAgreed } from './wrong-in-agreed.ts';

const contact = staffRoute({
  method: 'GET',
  path: '/cases/:id/contact',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => page(await contactShown(ctx)),
});

/** Outside what was agreed, the number stands on the answer of a reason, once; every look is recorded (L2.1a). */
const show = staffRoute({
  method: 'POST',
  path: '/cases/:id/contact',
  params: caseParams,
  may: 'case.work',
  records: 'contact-detail.shown',
  once: false,
  handle: async (ctx) => {
    const { id: caseId } = ctx.params;
    const parsed = parseForm(showWayForm, ctx.body);
    if (!parsed.ok) return invalid(await contactShown(ctx, { values: parsed.typed, errors: parsed.errors }));
    const { over, ...because } = parsed.value;
    const { agreed } = await loadCase(ctx, caseId);
    const way = over === 'first' ? null : agreed?.further.find(({ wayId }) => wayId === over);
    if (!agreed || way === undefined) throw notFound();
    const { channel } = way ?? agreed;
    const agreedWayId = way?.id ?? null;
    await recordShown(ctx.tx, ctx, { caseId, disclosureId: null, channel, agreedWayId, ...because });
    return page(await contactShown(ctx, freshForm, over));
  },
});

/** Without saying which, it is the first. */
const showWayForm = showForm.and(
  z.object({
    over: z
      .union([z.literal('first'), z.uuid()])
      .default('first')
      .catch(''),
  }),
);

async function contactShown(
  ctx: CaseContext,
  form: FormState = freshForm,
  revealed: string | null = null,
): Promise<Page> {
  const { id } = ctx.params;
  const [model, versions, wayVersions, contacts, shown, duty, calls] = await Promise.all([
    loadCase(ctx, id),
    safeContactVersions(ctx.tx, ctx.organisation, id),
    agreedWayVersions(ctx.tx, ctx.organisation, id),
    contactsOf(ctx.tx, ctx.organisation, id),
    shownIn(ctx.tx, ctx.organisation, id),
    teamDuty(ctx),
    callsOf(ctx.tx, ctx.organisation, { caseId: id }),
    recordView(ctx, id, 'Contact'),
  ]);
  const asks = { form, action: paths.contact(id), csrf: ctx.csrf, submissionId: newId<string>() };
  return inCase(model, 'Contact', () =>
    contactPage({
      ...{ ...model, versions, wayVersions, contacts, shown, calls, asks, revealed },
      moment: safeMoment(model, duty),
    }),
  );
}

const safeContact = caseFormPage({
  path: '/cases/:id/contact/new',
  params: caseParams,
  may: 'case.work',
  records: 'safe-contact.recorded',
  title: 'Safe contact',
  draft: ({ id }) => ({ form: 'safe-contact', about: id }),
  load: async (ctx, loading) => {
    const { file } = await loading;
    return knownWays(ctx.tx, ctx.organisation, file.personId);
  },
  schema: (_, { agreed }) => safeContactForm(agreed),
  // Each asking starts from the last one, except for the answer that only the person can give again.
  fresh: (ctx, { agreed, calendar }) =>
    agreed ? askedAnew(typedSafeContact(agreed, gateOf(agreed, ctx.now, calendar).open)) : {},
  version: ({ agreed }) => agreed?.number ?? 0,
  now: (model) =>
    model.agreed &&
    changedMeanwhile(version(model, model.agreed, gateOf(model.agreed, model.now, model.calendar).open)),
  view: (model, form, known, _, meanwhile) => newSafeContactPage(model, form, known, meanwhile),
  save: async (ctx, agreed, model) => {
    const { id } = ctx.params;
    const wrong = await wrongInAgreed(ctx, agreed, model);
    if (wrong) return { errors: wrong };
    await recordSafeContact(ctx.tx, ctx, { ...agreed, caseId: id });
    return agreedSaved(ctx, id);
  },
});

/** What only they can say again: that they agree, and that nobody else uses a number, which may be another by now. */
function askedAnew(typed: Typed): Typed {
  return { ...typed, agreed: '', ...(typed.shared === 'no' && { shared: '' }) };
}

/** Where it was planned, the form begins with how and when. */
const plannedContact = z.object({
  channel: z
    .enum(contactChannels.map(({ value }) => value))
    .optional()
    .catch(undefined),
  over: z
    .union([z.literal('first'), z.uuid()])
    .optional()
    .catch(undefined),
  at: z.iso.datetime().optional().catch(undefined),
});

const newContact = caseFormPage({
  path: '/cases/:id/contacts/new',
  params: caseParams,
  may: 'case.work',
  records: ['contact.made', 'contact.attempted'],
  title: 'Record a contact',
  draft: ({ id }) => ({ form: 'contact', about: id }),
  version: adds,
  load: async ({ tx, organisation, params: { id } }) => {
    const [first, history, calls] = await Promise.all([
      firstKnown(tx, organisation, id),
      agreementHistory(tx, organisation, id),
      callsOf(tx, organisation, { caseId: id }),
    ]);
    const next = calls.find(({ to, endedHow }) => to === 'person' && endedHow === null);
    return { first, history, agreed: history.versions.length > 0, next };
  },
  sent: loadRow,
  schema: ({ now }, { calendar }, { first, history, agreed, next }) =>
    contactFormAskingDanger({
      ...{ calendar, firstKnown: first, now, agreed },
      agreedAt: (at) => agreementAt(history, at),
      ways: agreed ? history.ways.map(({ wayId }) => wayId) : [],
      promised: next !== undefined,
    }),
  query: plannedContact,
  fresh: ({ query, now }, { calendar }) => ({
    ...momentFields('happened', query.at ? Temporal.Instant.from(query.at) : now, calendar.rules.timeZone),
    ...(query.channel && { channel: query.channel }),
    ...(query.over && { over: query.over }),
    begunBy: 'us',
  }),
  view: (model, form, { next }) => newContactPage(model, form, next),
  save: async (ctx, { happened, dangerNow, honour, ...made }, { file }, { history, agreed }) => {
    const { id } = ctx.params;
    const recorded = await recordContact(ctx.tx, ctx, {
      ...made,
      file,
      history,
      happenedAt: happened,
      danger: dangerNow,
    });
    if (honour)
      await suspectHonour(ctx.tx, ctx, { caseId: id, why: 'What was said in a contact suggests it' });
    if (recorded.danger) return recorded.danger;
    if (recorded.against.length > 0)
      return {
        to: paths.contact(id),
        said: 'Saved. It went against what was agreed: do now what you wrote down. Others were told',
        warns: true,
      };
    if (makesTheWayUnsure(recorded.maySuspect))
      return {
        to: paths.contact(id),
        said: 'Saved. Make sure the agreed way is still safe before anybody uses it',
        warns: true,
      };
    if (recorded.stopsTheClock && (made.stillRight === 'changed' || !agreed))
      return { to: paths.newSafeContact(id), said: 'Contact saved. Now write down what is safe' };
    return recorded.stopsTheClock
      ? { to: paths.contact(id), said: 'Contact saved' }
      : { to: paths.contact(id), said: 'Attempt saved. The clock runs on', warns: true };
  },
});

export const contactRoutes: readonly Route[] = [contact, show, ...safeContact, ...newContact];
