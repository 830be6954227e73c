import { decisionForm } from '#kit/decision-form.ts';
import { notFound } from '#kit/http/errors.ts';
import { formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext } from '#kit/http/route.ts';
import { momentFields } from '#kit/typed-moment.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { caseRoles, type DisclosureId } from '#rules/facts.ts';
import { mayDecide, sightOf } from '#rules/proposal.ts';
import { disclosureOf, type Triage, triagesOf } from '../store/read.ts';
import type { Disclosure } from '../store/rows.ts';
import {
  decideToldContact,
  proposeToldContact,
  type ToldContactOnFile,
  toldContactsOf,
} from '../store/told-contacts.ts';
import { mayHaveBeenContact, toldContactForm, toldContactKind } from '../told-contact.ts';
import { newToldContactPage, toldContactDecisionPage } from '../views/told-contact.ts';

type Context = StaffContext<{ readonly id: string }, unknown>;

const path = '/disclosures/:id/told-contact';

/** Whether somebody may say of it that it was the contact already. */
export function toldContactOffered(
  disclosure: Disclosure,
  triages: readonly Triage[],
  told: readonly ToldContactOnFile[],
) {
  const handedOver =
    disclosure.caseId === null && disclosure.triagedAt !== null && triages[0]?.outcome === 'handover';
  const saidBefore = told.some(({ decision }) => decision !== 'declined');
  return mayHaveBeenContact({ ...disclosure, handedOver, saidBefore });
}

async function load(ctx: Context) {
  const { tx, organisation } = ctx;
  const disclosure = await disclosureOf(tx, organisation, ctx.params.id as DisclosureId);
  if (!disclosure) throw notFound();
  const [told, triages, everybody] = await Promise.all([
    toldContactsOf(tx, organisation, disclosure.id),
    triagesOf(tx, organisation, disclosure.id),
    listStaff(tx, organisation, { roles: caseRoles }),
  ]);
  const named = disclosure.conflicts.map(({ staffId }) => staffId);
  const team = everybody.filter(({ id }) => !named.includes(id));
  return { disclosure, told, team, offered: toldContactOffered(disclosure, triages, told) };
}

function viewed(ctx: Context, { id, caseId }: Disclosure): Promise<string> {
  return happened(ctx.tx, ctx, { name: 'disclosure.viewed', caseId, subjectId: id });
}

const backTo = ({ id, reference }: Disclosure) => ({ href: `/disclosures/${id}`, text: reference });

const propose = formPage({
  path,
  params: ids('id'),
  may: 'disclosure.triage',
  records: 'disclosure.contact-proposed',
  shown: { records: 'disclosure.viewed', record: (ctx, { disclosure }) => viewed(ctx, disclosure) },
  draft: ({ id }) => ({ form: 'told-contact', about: id }),
  load,
  allows: ({ offered }) => offered,
  schema: ({ calendar }, { team, disclosure }) =>
    toldContactForm(
      team.map(({ id }) => id),
      {
        timeZone: calendar.rules.timeZone,
        notBefore: disclosure.receivedAt,
        tooEarly: 'This is before anybody told us. Check the day and the time',
        notAfter: disclosure.recordedAt,
        tooLate: 'This is after it was written down. Record what came later as a contact in the case',
      },
    ),
  version: { none: 'It adds; the database holds that it is said once.' },
  fresh: ({ calendar }, { disclosure }) =>
    momentFields('spoke_at', disclosure.receivedAt, calendar.rules.timeZone),
  view: (fields, { disclosure, team, offered }, { pack, calendar }) => ({
    title: 'Was this the contact already?',
    backLink: backTo(disclosure),
    main: () => newToldContactPage({ offered, team, fields, pack, calendar }, disclosure.receivedAt),
  }),
  async save(ctx, said, { disclosure }) {
    const { receivedAt } = disclosure;
    // Boxes hold whole minutes: within the minute in which we were told, it was then.
    const happenedAt =
      Temporal.Instant.compare(said.happenedAt, receivedAt) < 0 ? receivedAt : said.happenedAt;
    await proposeToldContact(ctx.tx, ctx, disclosure, { ...said, happenedAt });
    return {
      to: `/disclosures/${disclosure.id}`,
      said: 'Somebody else confirms it. What was promised runs on.',
    };
  },
});

const toldDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Confirm it, or send it back',
  whyNot: 'Say why it is not clear',
});

const decide = formPage({
  path: `${path}/decision`,
  params: ids('id'),
  may: 'disclosure.triage',
  records: ['disclosure.contact-approved', 'disclosure.contact-declined'],
  shown: { records: 'disclosure.viewed', record: (ctx, { disclosure }) => viewed(ctx, disclosure) },
  draft: ({ id }) => ({ form: 'told-contact-decision', about: id }),
  async load(ctx: Context) {
    const { disclosure, told } = await load(ctx);
    const { caseId } = disclosure;
    const [latest] = told;
    if (!latest) throw notFound();
    const sight = caseId === null ? 'inside' : sightOf(await openFile(ctx.tx, ctx.organisation, caseId));
    const deciding = { by: ctx.staff, sight, decision: 'approved' } as const;
    return {
      disclosure,
      latest,
      may: mayDecide(toldContactKind, { ...latest, about: latest.spokeBy }, deciding),
    };
  },
  allows: ({ may }) => may,
  schema: () => toldDecisionForm,
  version: ({ latest }) => latest.version,
  view: (fields, { disclosure, latest: told, may }, { pack, calendar }) => ({
    title: 'Was this the contact already?',
    backLink: backTo(disclosure),
    main: () =>
      toldContactDecisionPage({ told, may, fields, pack, calendar, inCase: disclosure.caseId !== null }),
  }),
  async save(ctx, { _version: version, decision, why }, { disclosure }) {
    await decideToldContact(ctx.tx, ctx, disclosure, { version, decision, why });
    return { to: `/disclosures/${disclosure.id}`, said: 'The decision is saved' };
  },
});

export const toldContactRoutes: readonly Route[] = [...propose, ...decide];
