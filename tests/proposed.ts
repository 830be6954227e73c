import assert from 'node:assert/strict';
import { morning, type Team } from '#modules/cases/testing.ts';
import { proposeContactPlan } from '#modules/contact/store/contact-plans.ts';
import { nothingElseKnown, receiveDisclosure } from '#modules/disclosures/index.ts';
import { proposeToldContact } from '#modules/disclosures/store/told-contacts.ts';
import { happened, obligationsOf, waitingLateRecords } from '#modules/obligations/index.ts';
import { proposeClosure } from '#modules/policy/store/closures.ts';
import { stateLevel } from '#modules/risk-level/store/rate.ts';
import { setThreshold } from '#modules/risk-level/store/set-threshold.ts';
import { thresholdsOf } from '#modules/risk-level/store/thresholds.ts';
import { customary } from '#modules/risk-level/threshold.ts';
import { proposeSender, proposeWording } from '#modules/wordings/index.ts';

/** A contact that was written down the day after it was due, for a time before. */
export async function somethingLate(team: Team): Promise<string> {
  const caseId = await team.open(team.worker);
  await team.as(team.worker, (tx, office) => happened(tx, office, { name: 'disclosure.received', caseId }));
  const nextDay = morning.add({ hours: 26 });
  const happenedAt = morning.add({ hours: 2 });
  return team.as(
    team.worker,
    async (tx, office) => {
      await happened(tx, office, { name: 'contact.made', caseId, happenedAt });
      return (await waitingLateRecords(tx, team.organisation))[0]?.id ?? '';
    },
    nextDay,
  );
}

/** A plan for when there is no safe way today, which waits for a manager. */
export async function aContactPlan(team: Team): Promise<string> {
  const caseId = await team.open(team.worker);
  return team.as(team.worker, async (tx, office) => {
    await happened(tx, office, { name: 'disclosure.received', caseId });
    const [promise] = await obligationsOf(tx, team.organisation, { caseId });
    assert.ok(promise);
    const tryAgainAt = office.now.add({ hours: 24 });
    const plan = { caseId, obligationId: promise.id, why: 'He is at home', plan: 'Wait for her', tryAgainAt };
    return proposeContactPlan(tx, office, plan);
  });
}

/** A call of hers to the team, of which the worker says that it was the contact. */
export function aToldContact(team: Team): Promise<string> {
  return team.as(team.worker, async (tx, office) => {
    const value = {
      ...nothingElseKnown,
      receivedAt: office.now,
      route: 'phone',
      toldBy: 'person',
      verbatim: 'I am scared.',
      immediateDanger: 'no',
      personName: 'Zelda Quince',
    } as const;
    const { id } = await receiveDisclosure(tx, office, { value });
    const said = { safeBecause: 'She rang from her sister’s', said: 'That she is scared' };
    const told = { ...said, spokeBy: team.worker, happenedAt: office.now };
    return proposeToldContact(tx, office, { id, route: 'phone' }, told);
  });
}

const rated = { reason: 'A reason', grounds: [], callOuts: null, lastMaracOn: null };

async function aRatedCase(team: Team) {
  const caseId = await team.open(team.worker);
  await team.as(team.worker, (tx, who) => stateLevel(tx, who, caseId, { ...rated, level: 'high' }));
  return caseId;
}

/** A lower level of risk, which waits for a second person. */
export async function aLowering(team: Team) {
  const caseId = await aRatedCase(team);
  const lower = { ...rated, level: 'medium' } as const;
  const stated = await team.as(team.worker, (tx, office) => stateLevel(tx, office, caseId, lower));
  return stated.loweringId ?? '';
}

/** A day on which the office is to be closed. */
export function aClosure(team: Team): Promise<string> {
  const firstDay = Temporal.PlainDate.from('2031-03-05');
  return team.as(team.administrator, (tx, office) =>
    proposeClosure(tx, office, { firstDay, lastDay: firstDay, opens: null, reason: 'Training' }),
  );
}

/** A threshold of the Dash that is higher than what is customary. */
export function aLaxThreshold(team: Team): Promise<string> {
  const lax = { ...customary, highFrom: 16, areaId: null, effectiveFrom: null, reason: 'The Marac is full' };
  return team.as(team.administrator, async (tx, office) => {
    assert.equal(await setThreshold(tx, office, lax), true, 'it waits');
    return (await thresholdsOf(tx, team.organisation))[0]?.id ?? '';
  });
}

/** A text that is to say something else. */
export function aMessageWording(team: Team): Promise<string> {
  const said = {
    channel: 'text',
    language: 'en',
    title: 'Please call',
    body: 'Please ring {number}.',
  } as const;
  return team.as(team.worker, (tx, office) =>
    proposeWording(tx, office, { ...said, key: 'please-call', why: 'It is shorter' }),
  );
}

/** A number to call, where there was none. */
export function anotherNumber(team: Team): Promise<string> {
  const sender = { callBack: '01632 960 142', returnAddress: 'PO Box 12', why: 'It says nothing of us' };
  return team.as(team.worker, (tx, office) => proposeSender(tx, office, sender));
}
