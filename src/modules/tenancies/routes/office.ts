import { wholeForm } from '#kit/components/form.ts';
import { html } from '#kit/html.ts';
import { page, redirect } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { today } from '#rules/calendar.ts';
import { may } from '#rules/may.ts';
import { tenancyEvents } from '#rules/tenancy-events.ts';
import { labelOf } from '#rules/words.ts';
import { eventForm } from '../forms/event-form.ts';
import { findingForm } from '../forms/finding-form.ts';
import { paths } from '../paths.ts';
import { enterTenancyEvent } from '../store/enter.ts';
import { findEvent, heldEvents, ownChecks } from '../store/events.ts';
import { findOut } from '../store/find-out.ts';
import { handOn } from '../store/hand-on.ts';
import { mayHandOn } from '../told.ts';
import { findingFields } from '../views/finding.ts';
import { enterPage, eventPage, eventsPage } from '../views/office.ts';

const title = 'Changes of tenancies';
const back = { href: paths.list, text: title };
const ofTeam = ({ who }: Pick<StaffContext, 'who'>) => may(who.roles, 'tenancy-event.answer').allowed;

const list = staffRoute({
  method: 'GET',
  path: paths.list,
  may: 'tenancy-event.say',
  records: 'tenancy-events.viewed',
  async handle(ctx) {
    const events = await heldEvents(ctx.tx, ctx.organisation);
    await record(ctx.tx, ctx, { name: 'tenancy-events.viewed' });
    return page({ title, main: () => eventsPage(events, ofTeam(ctx), ctx) });
  },
});

const enter = formPage({
  path: paths.enter,
  may: 'tenancy-event.say',
  records: 'tenancy-event.said',
  shown: { records: { nothing: 'An empty form.' } },
  version: adds,
  draft: () => ({ form: 'tenancy-event', about: null }),
  load: async () => null,
  schema: (ctx) => eventForm(today(ctx)),
  view: (form) => ({ title: 'Enter a change of a tenancy', backLink: back, main: () => enterPage(form) }),
  async save(ctx, { given: givenOn, ends: endsOn, ...said }) {
    const id = await enterTenancyEvent(ctx.tx, ctx, { ...said, givenOn, endsOn });
    // Its answer is said, and no success.
    return { to: paths.event(id) };
  },
});

const params = ids('event');
type Context = StaffContext<{ readonly event: string }>;

async function load({ tx, organisation, params: { event: eventId } }: Context) {
  const [event, checks] = await Promise.all([
    findEvent(tx, organisation, eventId),
    ownChecks(tx, organisation, eventId),
  ]);
  if (!event) throw notFound();
  return { event, checks };
}

const whoAsks = (ctx: Context) => ({
  staff: ctx.staff,
  manages: may(ctx.who.roles, 'tenancy-event.decide').allowed,
});

const one = staffRoute({
  method: 'GET',
  path: paths.event(':event'),
  params,
  may: 'tenancy-event.say',
  records: 'tenancy-events.viewed',
  async handle(ctx) {
    const { event, checks } = await load(ctx);
    await record(ctx.tx, ctx, { name: 'tenancy-events.viewed', subjectId: event.id });
    const of = { checks, team: ofTeam(ctx), mayHandOn: mayHandOn(event, whoAsks(ctx)).allowed };
    const sending = { csrf: ctx.csrf, submissionId: newId<string>() };
    return page({ title, backLink: back, main: () => eventPage(event, { ...of, ...sending }, ctx) });
  },
});

const answer = formPage({
  path: paths.answer(':event'),
  params,
  may: 'tenancy-event.answer',
  records: ['tenancy-event.looked-into', 'tenancy-event.answered'],
  shown: {
    records: 'tenancy-events.viewed',
    record: (ctx) => record(ctx.tx, ctx, { name: 'tenancy-events.viewed', subjectId: ctx.params.event }),
  },
  version: adds,
  draft: ({ event }) => ({ form: 'tenancy-event-answer', about: event }),
  async load(ctx: Context) {
    const { event, checks } = await load(ctx);
    // To whoever it was not given to there is no such form, whether or not somebody is concerned.
    if (!checks.some(({ caseId, answer }) => caseId === null && answer === null)) throw notFound();
    return event;
  },
  schema: () => findingForm,
  view: (form, event) => ({
    title: 'What was found out',
    backLink: { href: paths.event(event.id), text: 'Back' },
    main: () => html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${labelOf(tenancyEvents, event.kind)}, ${event.tenancy}</h1>
<p class="govuk-body">Look first whether anything was ever told of those who live there. If you hear or suspect abuse,
  <a class="govuk-link" href="/disclosures/new">write down what was told</a> and answer nothing here: it is then looked
  into with them.</p>${wholeForm(form, 'Save', findingFields(form.form, 'Not yet: it stays held'))}</div></div>`,
  }),
  async save(ctx, found) {
    await findOut(ctx.tx, ctx, { eventId: ctx.params.event, ...found });
    return { to: paths.event(ctx.params.event), said: 'Saved' };
  },
});

const handingOn = staffRoute({
  method: 'POST',
  path: paths.handOn(':event'),
  params,
  may: 'tenancy-event.answer',
  records: 'tenancy-event.handed-on',
  async handle(ctx) {
    const { event } = await load(ctx);
    insist(mayHandOn(event, whoAsks(ctx)));
    await handOn(ctx.tx, ctx, event);
    return redirect(paths.event(event.id), 'Somebody else is asked');
  },
});

export const officeRoutes: readonly Route[] = [list, ...enter, one, ...answer, handingOn];
