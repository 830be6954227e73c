import { transact } from '#kit/sql.ts';
import { readAllNotifications } from '#modules/account/index.ts';
import { recordSafeContact } from '#modules/agreement/index.ts';
import { addPerson } from '#modules/case-file/index.ts';
import { answerChildren } from '#modules/cases/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { contactsOf, dealWith, decideContactPlan, proposeContactPlan } from '#modules/contact/index.ts';
import { dangersOfDisclosure, dealWithDanger } from '#modules/danger/index.ts';
import {
  decideHandover,
  nothingElseKnown,
  receiveDisclosure,
  type TriageDecision,
  triageDisclosure,
} from '#modules/disclosures/index.ts';
import { obligationsOf } from '#modules/obligations/index.ts';
import { recordAbsence } from '#modules/rota/index.ts';
import { recordStep, referralsOf } from '#modules/safeguarding/index.ts';
import { standingOf } from '#modules/safeguarding/pure.ts';
import { allocate, recordConflict } from '#modules/wall/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Action, Outcome, Step } from '../script/steps.ts';
import type { Acting, Progress, Theatre } from './acting.ts';
import { actInCase, isCasework } from './acts.ts';
import { makeContact } from './contact.ts';
import { colleague } from './landlord.ts';
import { homeBy, personBy } from './register.ts';

/** Does one step through the product's own functions, as the colleague who would do it. */
export async function play(theatre: Theatre, step: Step): Promise<void> {
  const { services, organisation } = theatre;
  const { action } = step;
  const by = action.by === null ? null : colleague(theatre, action.by);
  const office = theatre.officeAt(by?.id ?? null, step.at);
  const scope = by
    ? { organisation, staff: by.id, roles: by.roles }
    : ({ organisation, system: true } as const);
  const come = await transact(services.db, scope, (tx) =>
    act({ ...theatre, tx, office }, step.story, action),
  );
  const before = theatre.stories.get(step.story);
  if (come) theatre.stories.set(step.story, { ...before, ...come } as Progress);
}

async function act(acting: Acting, story: string, action: Action): Promise<Partial<Progress> | undefined> {
  const { tx, office, organisation } = acting;
  if (action.does === 'read-notices') {
    await readAllNotifications(tx, organisation, colleague(acting, action.by).id, office.now);
    return undefined;
  }
  if (action.does === 'be-away') {
    const { id: staff } = colleague(acting, action.by);
    const { from, until } = action;
    await recordAbsence(tx, { ...office, staff }, { staffId: staff, deputyId: null, from, until });
    return undefined;
  }
  if (action.does === 'receive') return receive(acting, action);
  if (action.does === 'triage') return triage(acting, story, action);
  if (action.does === 'agree-to-handover') {
    const { disclosureId } = stories(acting, story);
    await decideHandover(tx, office, { disclosureId, version: 1, decision: 'approved', why: action.why });
    return undefined;
  }
  if (action.does === 'refer') return refer(acting, story, action);
  const caseId = caseOf(acting, story);
  if (isCasework(action)) return actInCase(acting, caseId, stories(acting, story), action);
  switch (action.does) {
    case 'allocate':
      await allocate(tx, office, {
        caseId,
        staffId: colleague(acting, action.to).id,
        reason: action.reason,
      });
      return undefined;
    case 'safe-contact':
      await recordSafeContact(tx, office, { ...action.agreed, caseId });
      return { agreed: true };
    case 'contact':
      await makeContact(acting, caseId, action, acting.stories.get(story)?.agreed ?? false);
      return undefined;
    case 'deal-with-breach': {
      const staff = colleague(acting, action.by).id;
      const contacts = await contactsOf(tx, organisation, caseId);
      const waiting = contacts.find(({ against, dealtAt }) => against.length > 0 && dealtAt === null);
      const { done, stillSafe } = action;
      if (waiting)
        await dealWith(tx, { ...office, staff }, { caseId, contactId: waiting.id, done, stillSafe });
      return undefined;
    }
    case 'children':
      await answerChildren(tx, office, { caseId, children: action.answer, version: null });
      return undefined;
    case 'add-person': {
      const { part, describedAs, connection } = action;
      const personId = await personBy(tx, organisation, action.person);
      const added = await addPerson(tx, office, {
        caseId,
        personId,
        part,
        describedAs,
        connection,
        notes: '',
      });
      return part === 'child_victim' ? { childId: added } : undefined;
    }
    case 'entry': {
      const { kind, happenedAt, knownAt, source, words, correctsLast } = action;
      const correctsId = correctsLast ? (acting.stories.get(story)?.entryId ?? null) : null;
      const entry = { caseId, kind, happenedAt, knownAt, source, words, correctsId };
      return { entryId: await addEntry(tx, office, entry) };
    }
    case 'propose-plan': {
      const { why, plan, tryAgainAt } = action;
      const obligationId = await promiseOfContact(acting, caseId);
      return {
        planId: await proposeContactPlan(tx, office, { caseId, obligationId, why, plan, tryAgainAt }),
      };
    }
    case 'decide-plan': {
      const planId = acting.stories.get(story)?.planId ?? '';
      const { decision, why } = action;
      await decideContactPlan(tx, office, { planId, version: 1, decision, why });
      return undefined;
    }
    case 'conflict': {
      const { relation, reason } = action;
      const staffId = colleague(acting, action.about).id;
      await recordConflict(tx, office, { caseId, staffId, relation, reason });
      return undefined;
    }
  }
}

async function receive(
  acting: Acting,
  { told }: Extract<Action, { does: 'receive' }>,
): Promise<Partial<Progress>> {
  const { tx, office } = acting;
  const { involved = [], ...known } = told;
  const conflicts = involved.map(({ post, relation }) => ({ staffId: colleague(acting, post).id, relation }));
  const value = { ...nothingElseKnown, ...known, conflicts };
  const { id } = await receiveDisclosure(tx, office, { value });
  return { disclosureId: id };
}

/** What became of the referral that was said to be made when this was triaged. */
async function refer(
  { tx, office, organisation, stories }: Acting,
  story: string,
  { does: _, by: __, ...done }: Extract<Action, { does: 'refer' }>,
): Promise<undefined> {
  const { disclosureId } = stories.get(story) as Progress;
  const waitsFor = done.step === 'made' ? 'to_make' : 'to_answer';
  const referrals = await referralsOf(tx, organisation, { disclosureId });
  const waiting = referrals.find(({ steps, decisions }) => standingOf(steps, decisions) === waitsFor);
  if (waiting) await recordStep(tx, office, waiting.id, { ...done, happenedAt: office.now });
}

async function triage(
  acting: Acting,
  story: string,
  action: Extract<Action, { does: 'triage' }>,
): Promise<Partial<Progress>> {
  const { tx, office, organisation, stories } = acting;
  const { facts, definition, safeguarding, safeguardingWhy, adultSafeguarding, why, person, home, outcome } =
    action;
  const personId = await personBy(tx, organisation, person);
  const propertyId = await homeBy(tx, organisation, home);
  const decision: TriageDecision = {
    facts,
    definition,
    safeguarding,
    safeguardingWhy,
    adultSafeguarding,
    adultSafeguardingWhy: '',
    why,
    propertyId,
    person: personId === null ? { kind: 'not_known' } : { kind: 'register', id: personId },
    outcome: outcomeOf(acting, outcome),
  };
  const { disclosureId } = stories.get(story) as Progress;
  await dealWithDangers(acting, disclosureId, action.by);
  const version = null;
  return triageDisclosure(tx, office, { disclosureId, version, decision });
}

/** Whoever triages it has acted first: the police were rung, and she was reached. */
async function dealWithDangers(
  acting: Acting,
  disclosureId: Progress['disclosureId'],
  by: Extract<Action, { does: 'triage' }>['by'],
): Promise<void> {
  const { tx, office, organisation } = acting;
  if (!disclosureId) return;
  for (const danger of await dangersOfDisclosure(tx, organisation, disclosureId)) {
    if (danger.dealtAt !== null) continue;
    const doneBy = by ? 'Whoever triaged it' : 'The team';
    const done =
      'Rang 999 and stayed on the line until the police were there. Safe tonight, with somebody trusted.';
    await dealWithDanger(tx, office, danger, { at: office.now, done, doneBy });
  }
}

function outcomeOf(acting: Acting, outcome: Outcome): TriageDecision['outcome'] {
  if (outcome.kind === 'handover') return outcome;
  if (outcome.kind === 'existing_case')
    return { kind: 'existing_case', caseId: caseOf(acting, outcome.story) };
  const leadId = outcome.lead && colleague(acting, outcome.lead).id;
  return { kind: 'new_case', leadId, describedAs: '' };
}

/** The promise that a plan is about: the one that a contact keeps. */
async function promiseOfContact({ tx, organisation }: Acting, caseId: CaseId) {
  const promises = await obligationsOf(tx, organisation, { caseId });
  const promise = promises.find(
    ({ commitment, outcome }) => commitment === 'first-contact' && outcome === null,
  );
  if (!promise) throw new Error('No promise of contact runs in this story');
  return promise.id;
}

function caseOf({ stories }: Theatre, story: string): CaseId {
  const caseId = stories.get(story)?.caseId;
  if (!caseId) throw new Error(`There is no case in ${story}`);
  return caseId;
}

function stories(acting: Acting, story: string): Progress {
  return acting.stories.get(story) as Progress;
}
