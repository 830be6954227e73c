import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '#kit/http/errors.ts';
import { openFile } from '#modules/case-file/index.ts';
import { morning, type Team, teamOf } from '#modules/cases/testing.ts';
import {
  decideNoReferral,
  promiseReferral,
  proposeNoReferral,
  recordStep,
} from '#modules/safeguarding/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { proposeClosing } from './store/closings.ts';
import { decideClosing } from './store/decisions.ts';

const died = { reason: 'died', why: 'She died', told: 'not_possible', toldHow: '', wayBack: '' } as const;
const stillOpen = (failure: unknown) =>
  failure instanceof Fault &&
  failure.verdict?.allowed === false &&
  /^1 safeguarding referral is still open/.test(failure.verdict.reason);

async function aReferral(team: Team) {
  const caseId = await team.open(team.worker);
  const id = await team.as(team.worker, (tx, office) =>
    promiseReferral(tx, office, { kind: 'child', about: 'First child, about 4', caseId, from: 'case' }),
  );
  return { caseId, id };
}

const close = (team: Team, caseId: CaseId) =>
  team.as(team.worker, (tx, office) => proposeClosing(tx, office, { ...died, caseId }));

test('a referral that nobody has made, or that nobody has answered, stands in front of closing', async (t) => {
  const team = await teamOf(t);
  const { caseId, id } = await aReferral(team);
  await assert.rejects(close(team, caseId), stillOpen);
  const at = { happenedAt: morning, whom: 'The front door' } as const;
  await team.as(team.worker, (tx, office) =>
    recordStep(tx, office, id, { ...at, step: 'made', way: 'By phone' }),
  );
  await assert.rejects(close(team, caseId), stillOpen, 'made, and nobody has answered');
  await team.as(team.worker, (tx, office) =>
    recordStep(tx, office, id, { ...at, step: 'answered', answer: 'more_asked' }),
  );
  await assert.rejects(close(team, caseId), stillOpen, 'they asked us for more');
  await team.as(team.worker, (tx, office) =>
    recordStep(tx, office, id, { ...at, step: 'answered', answer: 'no_action' }),
  );
  await close(team, caseId);
});

test('that there is none takes a second person before the case may be closed', async (t) => {
  const team = await teamOf(t);
  const { caseId, id } = await aReferral(team);
  await team.as(team.worker, (tx, office) => proposeNoReferral(tx, office, id, 'They lead already'));
  await assert.rejects(close(team, caseId), stillOpen);
  const agreed = { referralId: id, version: 1, decision: 'approved', why: '' } as const;
  await team.as(team.otherWorker, (tx, office) => decideNoReferral(tx, office, agreed));
  await close(team, caseId);
});

test('a referral that comes up while a closing waits stands in front of the signature, and stays owed', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  const { closingId } = await close(team, caseId);
  await team.as(team.otherWorker, (tx, office) =>
    promiseReferral(tx, office, { kind: 'adult', about: 'Her mother', caseId, from: 'case' }),
  );
  const signed = { caseId, closingId, version: 1, decision: 'signed', why: '' } as const;
  await assert.rejects(
    team.as(team.manager, (tx, office) => decideClosing(tx, office, signed)),
    stillOpen,
  );
  const file = await team.as(team.worker, (tx) => openFile(tx, team.organisation, caseId));
  assert.equal(file?.closedAt, null);
});
