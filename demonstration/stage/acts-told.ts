import { dangersOfDisclosure, dealWithDanger } from '#modules/danger/index.ts';
import {
  claimDisclosure,
  type DisclosureValue,
  decideHandover,
  decideToldContact,
  disclosureOf,
  nothingElseKnown,
  proposeToldContact,
  receiveDisclosure,
  type TriageDecision,
  triageDisclosure,
} from '#modules/disclosures/index.ts';
import { recordStep, referralsOf } from '#modules/safeguarding/index.ts';
import type { Action, Outcome, Told } from '../script/steps.ts';
import { type Acting, caseOf, type Progress, progressOf } from './acting.ts';
import { agreeToJoining, proposesJoining } from './acts-joining.ts';
import { handsOn } from './acts-lettings.ts';
import { colleague } from './landlord.ts';
import { homeBy, personBy } from './register.ts';

const done = [
  'receive',
  'hand-on',
  'claim',
  'triage',
  'agree-to-handover',
  'agree-to-joining',
  'refer',
  'propose-told-contact',
  'confirm-told-contact',
] as const;

/** What is done about something that was told, whether or not there is a case yet. */
type ToldAction = Extract<Action, { readonly does: (typeof done)[number] }>;

export function isToldAction(action: Action): action is ToldAction {
  return done.some((does) => does === action.does);
}

export async function actOnTold(
  acting: Acting,
  story: string,
  action: ToldAction,
): Promise<Partial<Progress> | undefined> {
  const { tx, office } = acting;
  switch (action.does) {
    case 'receive':
      return receive(acting, action);
    case 'hand-on':
      return handsOn(acting, action.reference, withColleagues(acting, action.told));
    case 'triage':
      return triage(acting, story, action);
    case 'refer':
      return refer(acting, story, action);
    case 'claim':
      await claimDisclosure(tx, office, progressOf(acting, story).disclosureId);
      return undefined;
    case 'agree-to-handover': {
      const { disclosureId } = progressOf(acting, story);
      await decideHandover(tx, office, { disclosureId, version: 1, decision: 'approved', why: action.why });
      return undefined;
    }
    case 'agree-to-joining':
      return agreeToJoining(acting, story);
    case 'propose-told-contact': {
      const { happenedAt, safeBecause, said } = action;
      const spokeBy = colleague(acting, action.spokeBy).id;
      await proposeToldContact(tx, office, await toldOf(acting, story), {
        spokeBy,
        happenedAt,
        safeBecause,
        said,
      });
      return undefined;
    }
    case 'confirm-told-contact': {
      const decided = { version: 1, decision: 'approved', why: action.why } as const;
      await decideToldContact(tx, office, await toldOf(acting, story), decided);
      return undefined;
    }
  }
}

async function toldOf(acting: Acting, story: string) {
  const { tx, organisation } = acting;
  const disclosure = await disclosureOf(tx, organisation, progressOf(acting, story).disclosureId);
  if (!disclosure) throw new Error(`Nothing was told in ${story}`);
  return disclosure;
}

async function receive(
  acting: Acting,
  { told }: Extract<Action, { does: 'receive' }>,
): Promise<Partial<Progress>> {
  const { tx, office } = acting;
  const { id } = await receiveDisclosure(tx, office, { value: withColleagues(acting, told) });
  return { disclosureId: id };
}

function withColleagues(acting: Acting, { involved = [], ...known }: Told): DisclosureValue {
  const conflicts = involved.map(({ post, relation }) => ({ staffId: colleague(acting, post).id, relation }));
  return { ...nothingElseKnown, ...known, conflicts };
}

/** What became of the referral that was said to be made when this was triaged. */
async function refer(
  acting: Acting,
  story: string,
  { does: _, by: __, ...done }: Extract<Action, { does: 'refer' }>,
): Promise<undefined> {
  const { tx, office, organisation } = acting;
  const { disclosureId } = progressOf(acting, story);
  const waitsFor = done.step === 'made' ? 'to_make' : 'to_answer';
  const referrals = await referralsOf(tx, organisation, { disclosureId });
  const waiting = referrals.find(({ standing }) => standing === waitsFor);
  if (waiting) await recordStep(tx, office, waiting.id, { ...done, happenedAt: office.now });
}

async function triage(
  acting: Acting,
  story: string,
  action: Extract<Action, { does: 'triage' }>,
): Promise<Partial<Progress> | undefined> {
  const { tx, office, organisation } = acting;
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
  const { disclosureId } = progressOf(acting, story);
  await dealWithDangers(acting, disclosureId, action.by);
  if (await proposesJoining(acting, await toldOf(acting, story), decision)) return undefined;
  return triageDisclosure(tx, office, { disclosureId, version: null, decision });
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
