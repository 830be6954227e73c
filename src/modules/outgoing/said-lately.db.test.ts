import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '#kit/http/errors.ts';
import { recordAgreedWay } from '#modules/agreement/index.ts';
import type { AgreedWayValue } from '#modules/agreement/pure.ts';
import { type Team, teamOf } from '#modules/cases/testing.ts';
import type { CaseId } from '#rules/facts.ts';
import { queueMessage } from './store/queue.ts';
import { agrees, pleaseCall, program, remembering, standingOf } from './testing.ts';

const mobile: AgreedWayValue = {
  ...{ channel: 'text', name: 'her other mobile', value: '+44 7700 900123', purpose: '', shared: 'no' },
  ...{ whoMightAnswer: '', mayLeaveVoicemail: false, mayText: false, withholdNumber: true, coverReason: '' },
  ...{ doNot: '', times: '', windows: [], never: [], agreedWithPerson: true },
};

const adds = (team: Team, caseId: CaseId, way: AgreedWayValue) =>
  team.as(team.worker, (tx, who) => recordAgreedWay(tx, who, { ...way, caseId, before: null }));

/** As it is put at the door, whoever does it. */
const puts = (team: Team, caseId: CaseId, over = 'first', repeatsId: string | null = null) =>
  team.as(team.worker, (tx, who) => queueMessage(tx, who, { ...pleaseCall, caseId, over, repeatsId }));

const said = (thrown: unknown) =>
  thrown instanceof Fault &&
  thrown.verdict?.allowed === false &&
  /The same words, written on .*, wait to go/.test(thrown.verdict.reason);

test('nobody puts the same words at the door twice unless they say which ones they repeat', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  await agrees(team, caseId);
  const first = await puts(team, caseId);
  await assert.rejects(puts(team, caseId), said);
  assert.ok(await puts(team, caseId, 'first', first));
});

test('of two who press in the same moment one is refused', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  await agrees(team, caseId);
  const both = await Promise.allSettled([puts(team, caseId), puts(team, caseId)]);
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
});

test('the same number is the same, agreed as another way and written otherwise', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  await agrees(team, caseId);
  const same = await adds(team, caseId, mobile);
  const other = await adds(team, caseId, { ...mobile, name: 'her sister’s', value: '07700 900456' });
  await puts(team, caseId);
  await assert.rejects(puts(team, caseId, same), said);
  assert.ok(await puts(team, caseId, other), 'another number is another place');
});

test('what has come to lead to the same number while it waited is held at the door', async (t) => {
  const team = await teamOf(t);
  const text = remembering();
  const { run, now } = program(team, { text });
  const caseId = await team.open(team.worker);
  await agrees(team, caseId);
  const way = await adds(team, caseId, { ...mobile, value: '07700 900456' });
  await puts(team, caseId);
  const second = await puts(team, caseId, way);
  await team.as(
    team.worker,
    (tx, who) => recordAgreedWay(tx, who, { ...mobile, caseId, before: { wayId: way, number: 1 } }),
    now(),
  );
  await run();
  assert.deepEqual(
    text.parcels.map(({ to }) => to),
    ['+447700900123'],
  );
  const { state, reasons } = await standingOf(team, caseId, second);
  assert.equal(state, 'held');
  assert.match(reasons[0]?.reason ?? '', /The same words went there within the last 24 hours/);
});
