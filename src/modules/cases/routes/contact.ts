import { page } from '#kit/http/answers.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { momentFields } from '#kit/typed-moment.ts';
import { makesTheWayUnsure } from '../contact-outcomes.ts';
import { contactForm } from '../forms/contact-form.ts';
import { safeContactForm, typedSafeContact } from '../forms/safe-contact-form.ts';
import { paths } from '../paths.ts';
import { contactsOf, recordContact } from '../store/contacts.ts';
import { firstKnown } from '../store/frame.ts';
import { recordSafeContact, safeContactVersions } from '../store/safe-contacts.ts';
import { newContactPage } from '../views/new-contact.ts';
import { changedMeanwhile } from '../views/parts.ts';
import { contactPage, newSafeContactPage, version } from '../views/safe-contact.ts';
import { inCase, loadCase, recordView } from './case-page.ts';
import { formPage } from './form-page.ts';
import { caseParams } from './params.ts';

const contact = staffRoute({
  method: 'GET',
  path: '/cases/:id/contact',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, versions, contacts] = await Promise.all([
      loadCase(ctx, id),
      safeContactVersions(ctx.tx, ctx.organisation, id),
      contactsOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, 'Contact'),
    ]);
    return page(inCase(model, 'Contact', () => contactPage({ ...model, versions, contacts })));
  },
});

const safeContact = formPage({
  path: '/cases/:id/contact/new',
  params: caseParams,
  may: 'case.work',
  records: 'safe-contact.recorded',
  title: 'Safe contact',
  draft: ({ id }) => ({ form: 'safe-contact', about: id }),
  load: async () => null,
  schema: () => safeContactForm,
  // Each asking starts from the last one, except for the answer that only the person can give again.
  fresh: (_, { agreed }) => (agreed ? { ...typedSafeContact(agreed), agreed: '', needsAsked: '' } : {}),
  version: ({ agreed }) => agreed?.number ?? 0,
  now: (model) => model.agreed && changedMeanwhile(version(model, model.agreed)),
  view: (model, form, _, __, meanwhile) => newSafeContactPage(model, form, meanwhile),
  save: async (ctx, agreed) => {
    const { id } = ctx.params;
    await recordSafeContact(ctx.tx, ctx, { ...agreed, caseId: id });
    return { to: paths.contact(id), said: 'What was agreed is saved' };
  },
});

const newContact = formPage({
  path: '/cases/:id/contacts/new',
  params: caseParams,
  may: 'case.work',
  records: ['contact.made', 'contact.attempted'],
  title: 'Record a contact',
  draft: ({ id }) => ({ form: 'contact', about: id }),
  load: async () => null,
  schema: (ctx, model) => contactForm(model.calendar.rules.timeZone, firstKnown(model), ctx.now),
  fresh: (ctx, { calendar }) => momentFields('happened', ctx.now, calendar.rules.timeZone),
  view: newContactPage,
  save: async (ctx, { happened, ...made }, { calendar, pack }) => {
    const { id } = ctx.params;
    const recorded = await recordContact(ctx.tx, ctx, {
      ...made,
      pack,
      calendar,
      caseId: id,
      happenedAt: happened,
    });
    if (makesTheWayUnsure(made.maySuspect))
      return {
        to: paths.contact(id),
        said: 'Saved. Make sure the agreed way is still safe before anybody uses it',
      };
    const said = recorded.stopsTheClock ? 'Contact saved' : 'Attempt saved. The clock runs on';
    return { to: paths.contact(id), said };
  },
});

export const contactRoutes: readonly Route[] = [contact, ...safeContact, ...newContact];
