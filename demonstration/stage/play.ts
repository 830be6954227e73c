import { transact } from '#kit/sql.ts';
import { recordAgreedWay, recordSafeContact } from '#modules/agreement/index.ts';
import { addPerson } from '#modules/case-file/index.ts';
import { answerChildren } from '#modules/cases/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { contactsOf, dealWith, decideContactPlan, proposeContactPlan } from '#modules/contact/index.ts';
import { obligationsOf } from '#modules/obligations/index.ts';
import { allocate, recordConflict } from '#modules/wall/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Action, Step } from '../script/steps.ts';
import { type Acting, caseOf, type Progress, progressOf, type Theatre } from './acting.ts';
import { actInCase, isCasework } from './acts.ts';
import { actInOffice, isOfficeAction } from './acts-office.ts';
import { lookAtAgreed } from './acts-perpetrators.ts';
import { contractorSays } from './acts-security.ts';
import { actOnSystems, isSystemAction } from './acts-systems.ts';
import { actOnTold, isToldAction } from './acts-told.ts';
import { actOnWordings, isWordingAction } from './acts-wordings.ts';
import { makeContact } from './contact.ts';
import { decidesOnFacts, settlesReferrals } from './decides-on-facts.ts';
import { letMessagesGo } from './invented-carriers.ts';
import { colleague } from './landlord.ts';
import { personBy } from './register.ts';

/** Does one step through the product's own functions, as the colleague who would do it. */
export async function play(theatre: Theatre, step: Step): Promise<void> {
  const { services, organisation } = theatre;
  const { action } = step;
  if (action.does === 'messages-go') return letMessagesGo(theatre);
  if (action.does === 'agreed-is-looked-at') return lookAtAgreed(theatre);
  if (action.does === 'contractor-says') return contractorSays(theatre, step.story, action);
  const by = action.by === null ? null : colleague(theatre, action.by);
  const office = theatre.officeAt(by?.id ?? null, step.at);
  const scope = by
    ? { organisation, staff: by.id, roles: by.roles }
    : ({ organisation, system: true } as const);
  if (action.does === 'close') await settlesReferrals(theatre, step);
  const come = await transact(services.db, scope, (tx) =>
    act({ ...theatre, tx, office }, step.story, action),
  );
  const before = theatre.stories.get(step.story);
  if (come) theatre.stories.set(step.story, { ...before, ...come } as Progress);
  await decidesOnFacts(theatre, step);
}

async function act(acting: Acting, story: string, action: Action): Promise<Partial<Progress> | undefined> {
  const { tx, office, organisation } = acting;
  if (isOfficeAction(action)) {
    await actInOffice(acting, action);
    return undefined;
  }
  if (isSystemAction(action)) {
    await actOnSystems(acting, action);
    return undefined;
  }
  if (isWordingAction(action)) {
    await actOnWordings(acting, action);
    return undefined;
  }
  if (isToldAction(action)) return actOnTold(acting, story, action);
  const caseId = caseOf(acting, story);
  if (isCasework(action)) return actInCase(acting, caseId, progressOf(acting, story), action);
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
      if (action.also) await recordAgreedWay(tx, office, { ...action.also, caseId, before: null });
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

/** The promise that a plan is about: the one that a contact keeps. */
async function promiseOfContact({ tx, organisation }: Acting, caseId: CaseId) {
  const promises = await obligationsOf(tx, organisation, { caseId });
  const promise = promises.find(
    ({ commitment, outcome }) => commitment === 'first-contact' && outcome === null,
  );
  if (!promise) throw new Error('No promise of contact runs in this story');
  return promise.id;
}
