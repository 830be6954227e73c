import { z } from 'zod';
import { discardDraft } from '#kit/drafts/drafts.ts';
import { type FieldErrors, kept, parseForm, type Typed, typedIn } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import { conflicting, invalid, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { isReason } from '#kit/real-reason.ts';
import type { MomentBounds } from '#kit/typed-moment.ts';
import { listStaff } from '#modules/account/index.ts';
import { recordView } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { caseRoles, type DisclosureId, type PersonId, type PropertyId } from '#rules/facts.ts';
import { checkDefinition } from '../definition.ts';
import { comparedWords } from '../joining.ts';
import { begunWithCase, followsChosen } from '../known-of-case.ts';
import { claimIn } from '../store/claim-columns.ts';
import { compareWithCase, joiningsOf, proposeJoining } from '../store/joining.ts';
import { type AboutChosen, aboutChosen } from '../store/known-of-cases.ts';
import { disclosureOf, triagesOf } from '../store/read.ts';
import type { Disclosure } from '../store/rows.ts';
import { triageDisclosure, waitForTurn } from '../store/triage.ts';
import { factsIn, type TriageDecision, triageFormAt } from '../triage-form.ts';
import { dayInWords, safeguardingClause, writtenIn } from '../triage-words.ts';
import { claimNotice } from '../views/claim.ts';
import { decisionLine } from '../views/decisions.ts';
import { knownOfCase } from '../views/known-of-case.ts';
import { triagePage, triageTaken } from '../views/triage.ts';
import { whatWasTold, whoAndWhere } from '../what-was-told.ts';
import { begun, draftQuery } from './drafts.ts';
import { registerPart } from './register.ts';

const uuid = z.uuid();

const path = '/disclosures/:id/triage';
const searchPath = `${path}/search`;
const draftName = 'triage';

/** Ids that are none are left out. */
const query = draftQuery.extend({
  person: z.uuid().optional().catch(undefined),
  property: z.uuid().optional().catch(undefined),
});

export const triageFormRoute = staffRoute({
  method: 'GET',
  path,
  params: ids('id'),
  query,
  may: 'disclosure.triage',
  records: ['disclosure.viewed', 'case.viewed'],
  async handle(ctx) {
    const disclosure = await waiting(ctx, ctx.params.id);
    if (disclosure.caseId || (await joiningWaits(ctx, disclosure)))
      return redirect(`/disclosures/${disclosure.id}`);
    const draft = { form: draftName, about: disclosure.id, path: `/disclosures/${disclosure.id}/triage` };
    const { typed, offer } = await begun(ctx, draft, ctx.query.draft === 'continue');
    if (typed) return page(await formPage(ctx, disclosure, chosenIn(typed), typed, {}));
    const { person, property } = ctx.query;
    const chosen = {
      search:
        person || property ? '' : disclosure.personName || (disclosure.propertyId ? '' : disclosure.address),
      personId: (person ?? disclosure.personId) as PersonId | null,
      propertyId: (property ?? disclosure.propertyId) as PropertyId | null,
    };
    const about = await aboutChosen(ctx.tx, ctx, chosen);
    const begins = beginsWith(disclosure, chosen, about);
    return page(await formPage(ctx, disclosure, chosen, begins, {}, { offer, about }));
  },
});

/** With what the form begins where this person or home is chosen. */
function beginsWith(disclosure: Disclosure, { personId }: Chosen, { known }: AboutChosen): Typed {
  return begunWithCase(whatWasTold(disclosure), personId, known);
}

/** The form again as it was typed, with what the register knows of what was looked for or chosen. */
export const triageSearchRoute = staffRoute({
  method: 'POST',
  path: searchPath,
  params: ids('id'),
  may: 'disclosure.triage',
  records: ['register.searched', 'disclosure.viewed', 'case.viewed'],
  once: false,
  draft: ({ id }) => ({ form: draftName, about: id }),
  async handle(ctx) {
    const disclosure = await waiting(ctx, ctx.params.id);
    const typed = typedIn(ctx.body);
    if (disclosure.caseId || kept(typed, '_version') !== String(disclosure.version))
      return conflicting(await takenPage(ctx, disclosure, typed));
    const [before, chosen] = [chosenIn(typed), lookedFor(typed)];
    if (before.personId === chosen.personId) return page(await formPage(ctx, disclosure, chosen, typed, {}));
    const began = beginsWith(disclosure, before, await aboutChosen(ctx.tx, ctx, before));
    const about = await aboutChosen(ctx.tx, ctx, chosen);
    const values = followsChosen(typed, began, beginsWith(disclosure, chosen, about));
    return page(await formPage(ctx, disclosure, chosen, values, {}, { about }));
  },
});

/** Where a session ended over a search, its address leads back to the form. */
export const triageSearchAgain = staffRoute({
  method: 'GET',
  path: searchPath,
  params: ids('id'),
  may: 'disclosure.triage',
  records: { nothing: 'It leads to the form.' },
  handle: async ({ params }) => redirect(`/disclosures/${params.id}/triage`),
});

export const triageRoute = staffRoute({
  method: 'POST',
  path,
  params: ids('id'),
  may: 'disclosure.triage',
  records: ['disclosure.triaged', 'disclosure.joining-proposed'],
  draft: ({ id }) => ({ form: draftName, about: id }),
  async handle(ctx) {
    await waitForTurn(ctx.tx, ctx.organisation, ctx.params.id as DisclosureId);
    const disclosure = await waiting(ctx, ctx.params.id);
    const parsed = parseForm(triageFormAt(reachedBetween(ctx, disclosure)), ctx.body);
    if (disclosure.caseId || kept(parsed.typed, '_version') !== String(disclosure.version))
      return conflicting(await takenPage(ctx, disclosure, parsed.typed));
    if (await joiningWaits(ctx, disclosure)) return redirect(`/disclosures/${disclosure.id}`);
    const errors = parsed.ok ? await unknownChoices(ctx, disclosure, parsed.value) : parsed.errors;
    if (!parsed.ok || Object.keys(errors).length > 0)
      return invalid(await formPage(ctx, disclosure, chosenIn(parsed.typed), parsed.typed, errors));
    const compared = await compareWithCase(ctx.tx, ctx, parsed.value, disclosure);
    if (compared !== 'same') {
      const why = kept(parsed.typed, 'join_why').trim();
      const join_why = `${comparedWords[compared]} Say why it belongs there`;
      if (!isReason(why))
        return invalid(await formPage(ctx, disclosure, chosenIn(parsed.typed), parsed.typed, { join_why }));
      const joining = { disclosureId: disclosure.id, compared, why, decision: parsed.value };
      await proposeJoining(ctx.tx, ctx, joining);
      await discardDraft(ctx, draftName, disclosure.id);
      return redirect(`/disclosures/${disclosure.id}`, 'A second person decides.');
    }
    const { caseId } = await triageDisclosure(ctx.tx, ctx, {
      disclosureId: disclosure.id,
      version: disclosure.version,
      decision: parsed.value,
    });
    await discardDraft(ctx, draftName, disclosure.id);
    return redirect(caseId ? `/cases/${caseId}` : `/disclosures/${disclosure.id}`, 'Your decision is saved.');
  },
});

/** Somebody decides first whether it joins a case. */
async function joiningWaits(ctx: StaffContext, { id }: Disclosure): Promise<boolean> {
  const joinings = await joiningsOf(ctx.tx, ctx.organisation, id);
  return joinings.some(({ decision }) => decision === null);
}

function reachedBetween({ calendar, now }: StaffContext, { receivedAt }: Disclosure): MomentBounds {
  return {
    timeZone: calendar.rules.timeZone,
    notBefore: receivedAt,
    tooEarly: 'This is before anybody told us. Check the day and the time',
    notAfter: now,
    tooLate: 'Enter a time that has passed',
  };
}

async function waiting(ctx: StaffContext, id: string): Promise<Disclosure> {
  const disclosure = await disclosureOf(ctx.tx, ctx.organisation, id as DisclosureId);
  if (!disclosure) throw notFound();
  await happened(ctx.tx, ctx, {
    name: 'disclosure.viewed',
    caseId: disclosure.caseId,
    subjectId: disclosure.id,
  });
  return disclosure;
}

interface Chosen {
  readonly search: string;
  readonly personId: PersonId | null;
  readonly propertyId: PropertyId | null;
}

async function formPage(
  ctx: StaffContext,
  disclosure: Disclosure,
  chosen: Chosen,
  values: Typed,
  errors: FieldErrors,
  /** `about`: where it was read already. */
  { offer, about }: { readonly offer?: Html | undefined; readonly about?: AboutChosen } = {},
) {
  const calendar = ctx.calendar;
  const submissionId = newId<string>();
  const register = await registerPart(ctx, chosen);
  const { cases, known } = about ?? (await aboutChosen(ctx.tx, ctx, chosen));
  const [team, triages] = await Promise.all([
    teamFor(ctx, disclosure),
    triagesOf(ctx.tx, ctx.organisation, disclosure.id),
    ...known.map(({ file }) => recordView(ctx, file.id, 'Triage')),
  ]);
  return {
    title: 'Triage',
    backLink: { href: `/disclosures/${disclosure.id}`, text: disclosure.reference },
    main: () =>
      triagePage({
        id: disclosure.id,
        reference: disclosure.reference,
        version: disclosure.version,
        danger: disclosure.immediateDanger === 'yes',
        verbatim: disclosure.verbatim,
        told: whoAndWhere(disclosure, ctx.pack.words),
        claim: claimNotice(claimIn(disclosure), ctx, disclosure.id),
        form: { values, errors },
        csrf: ctx.csrf,
        submissionId,
        words: ctx.pack.words,
        register,
        check: checkDefinition(factsIn(values)),
        safeguardingClause: safeguardingClause(ctx.pack),
        cases: cases.map(({ id, reference, openedAt, closedAt }) => ({
          id,
          reference,
          opened: dayInWords(openedAt, calendar),
          closed: closedAt !== null,
        })),
        known: known.map((each) => knownOfCase(each, ctx, chosen.propertyId)),
        team,
        earlier: triages.map((triage) => decisionLine(triage, calendar)),
        draftOffer: offer,
      }),
  };
}

async function takenPage(ctx: StaffContext, disclosure: Disclosure, typed: Typed) {
  const calendar = ctx.calendar;
  const triages = await triagesOf(ctx.tx, ctx.organisation, disclosure.id);
  const earlier = triages.map((triage) => decisionLine(triage, calendar));
  return { title: 'Triage', main: () => triageTaken(disclosure.id, earlier, writtenIn(typed)) };
}

/** Those who may lead it: the team, without whoever is named as involved. */
async function teamFor(ctx: StaffContext, disclosure: Disclosure) {
  const team = await listStaff(ctx.tx, ctx.organisation, { roles: caseRoles });
  return team.filter(({ id }) => !disclosure.conflicts.some(({ staffId }) => staffId === id));
}

/** Ids that the form did not offer. */
async function unknownChoices(
  ctx: StaffContext,
  disclosure: Disclosure,
  { person, propertyId, outcome }: TriageDecision,
): Promise<FieldErrors> {
  const register = await registerPart(ctx, {
    search: '',
    personId: person.kind === 'register' ? person.id : null,
    propertyId,
  });
  const errors: Record<string, string> = {};
  if (person.kind === 'register' && !register.person) errors.search = 'Choose a person from the register';
  if (propertyId && !register.property) errors.search = 'Choose a home from the register';
  const team = await teamFor(ctx, disclosure);
  const known = (asked: string) => team.some(({ id }) => id === asked);
  if (outcome.kind === 'new_case' && outcome.leadId && !known(outcome.leadId))
    errors.lead_id = 'Choose somebody of the team';
  if (outcome.kind === 'handover' && outcome.reached?.by && !known(outcome.reached.by))
    errors.reached_by = 'Choose somebody of the team';
  return errors;
}

function chosenIn(typed: Typed): Chosen {
  return { search: '', personId: idIn(typed, 'person_id'), propertyId: idIn(typed, 'property_id') };
}

/** Somebody or a home that was just chosen, or let go, comes before who was chosen until now. */
function lookedFor(typed: Typed): Chosen {
  const { person, property } = typed;
  const chosen = chosenIn(typed);
  return {
    search: person === undefined && property === undefined ? kept(typed, 'search').trim().slice(0, 200) : '',
    personId: person === undefined ? chosen.personId : idIn(typed, 'person'),
    propertyId: property === undefined ? chosen.propertyId : idIn(typed, 'property'),
  };
}

function idIn<Id extends PersonId | PropertyId>(typed: Typed, name: string): Id | null {
  return (uuid.safeParse(kept(typed, name)).data ?? null) as Id | null;
}
