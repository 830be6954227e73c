import assert from 'node:assert/strict';
import { test } from 'node:test';
import { raw } from 'sql-template-tag';
import { z } from 'zod';
import { Fault } from '#kit/http/errors.ts';
import { sql } from '#kit/sql.ts';
import { agreedIn, endAgreedWays, recordAgreedWay, recordSafeContact } from '#modules/agreement/index.ts';
import type { AgreedWayValue } from '#modules/agreement/pure.ts';
import { notAsked } from '#modules/agreement/safe-contact.ts';
import type { NewSafeContact } from '#modules/agreement/store/safe-contacts.ts';
import { openFile } from '#modules/case-file/store/case-file.ts';
import { morning, type Team, teamOf } from '#modules/cases/testing.ts';
import { recordConflict } from '#modules/wall/store/conflicts.ts';
import type { CaseId } from '#rules/facts.ts';
import { type NewContact, recordContact } from './store/contacts.ts';

const first: Omit<NewSafeContact, 'caseId'> = {
  ...notAsked,
  ...{ channel: 'phone', value: '07700 900123', times: '', whoMightAnswer: '', codeWord: '', language: '' },
  ...{ mayLeaveVoicemail: true, mayText: true, mayEmail: false, mayPost: false, withholdNumber: true },
  ...{
    accessNeedsAsked: false,
    interpreter: '',
    workerGender: '',
    meetingPlace: '',
    adjustments: '',
    doNot: '',
  },
  agreedWithPerson: true,
};
const atWork: AgreedWayValue = {
  ...{ channel: 'phone', name: 'her phone at work', value: '07700 900456', purpose: '', shared: 'no' },
  ...{ whoMightAnswer: '', mayLeaveVoicemail: false, mayText: false, withholdNumber: true, coverReason: '' },
  ...{ doNot: 'Say who we are', times: '', windows: [], never: [], agreedWithPerson: true },
};
const mailbox: AgreedWayValue = {
  ...{ ...atWork, channel: 'email' },
  ...{ name: 'her own mailbox', value: 'own@example.org' },
};

const later = (hours: number) => morning.add({ hours });

/** A case with a first way, a phone at work and a mailbox. */
async function agreedCase(team: Team) {
  const caseId = await team.open(team.worker);
  const [work, mail] = await team.as(team.worker, async (tx, who) => {
    await recordSafeContact(tx, who, { ...first, caseId });
    const ids = [];
    for (const way of [atWork, mailbox])
      ids.push(await recordAgreedWay(tx, who, { ...way, caseId, before: null }));
    return ids;
  });
  return { caseId, work: work ?? '', mail: mail ?? '' };
}

const now = (team: Team, caseId: CaseId) =>
  team.as(team.worker, (tx) => agreedIn(tx, team.organisation, caseId));

const tries = (team: Team, caseId: CaseId, made: Partial<NewContact>, when = later(1)) =>
  team.as(
    team.worker,
    async (tx, who) => {
      const file = await openFile(tx, team.organisation, caseId);
      assert.ok(file);
      const contact = {
        channel: 'phone',
        outcome: 'no_answer',
        withWhom: 'nobody',
        danger: null,
        notes: '',
      } as const;
      return recordContact(tx, who, { ...contact, file, happenedAt: when, doNow: 'Ask her', ...made });
    },
    when,
  );

/** Which of the three ways are in doubt. */
async function inDoubt(team: Team, caseId: CaseId) {
  const agreed = await now(team, caseId);
  return [
    ...(agreed?.unsureSince ? ['first'] : []),
    ...(agreed?.further ?? []).filter(({ unsureSince }) => unsureSince !== null).map(({ name }) => name),
  ];
}

test('each way comes back as it was agreed, and the next asking of one leaves the others as they are', async (t) => {
  const team = await teamOf(t);
  const { caseId, work } = await agreedCase(team);
  const back = await now(team, caseId);
  const one = back?.further.find(({ wayId }) => wayId === work);
  assert.ok(one);
  for (const [name, value] of Object.entries(atWork))
    assert.deepEqual(one[name as keyof typeof atWork], value, name);
  await team.as(
    team.worker,
    (tx, who) => recordAgreedWay(tx, who, { ...atWork, mayText: true, caseId, before: one }),
    later(2),
  );
  const changed = await now(team, caseId);
  assert.deepEqual(
    changed?.further.map(({ name, mayText, number }) => [name, mayText, number]),
    [
      ['her phone at work', true, 2],
      ['her own mailbox', false, 1],
    ],
  );
  assert.equal(changed?.askedAt.toString(), back?.askedAt.toString(), 'nobody asked about the first');
  await assert.rejects(
    team.as(team.worker, (tx, who) => recordAgreedWay(tx, who, { ...atWork, caseId, before: one })),
    (error) => error instanceof Fault && error.message === 'stale',
    'whoever is second is told so',
  );
});

test('a voicemail allowed on the first way is against the agreement on another, which is in doubt then', async (t) => {
  const team = await teamOf(t);
  const { caseId, work } = await agreedCase(team);
  const voicemail = { outcome: 'voicemail_left' } as const;
  assert.deepEqual((await tries(team, caseId, voicemail)).against, []);
  const { against } = await tries(team, caseId, { ...voicemail, over: work });
  assert.deepEqual(against, ['voicemail_not_agreed']);
  assert.deepEqual(await inDoubt(team, caseId), ['her phone at work']);
});

test('another number, that was not agreed, is against the agreement and puts every way in doubt', async (t) => {
  const team = await teamOf(t);
  const { caseId } = await agreedCase(team);
  const { against } = await tries(team, caseId, { outcome: 'voicemail_left', over: 'another' });
  assert.deepEqual(against, ['way_not_agreed', 'voicemail_not_agreed']);
  assert.deepEqual(await inDoubt(team, caseId), ['first', 'her phone at work', 'her own mailbox']);
});

test('still right over one way makes that one fresh, and no other; changed puts it alone in doubt', async (t) => {
  const team = await teamOf(t);
  const { caseId, work } = await agreedCase(team);
  const reached = { outcome: 'spoke_safely', withWhom: 'person', over: work } as const;
  await tries(team, caseId, { ...reached, stillRight: 'same' }, later(24 * 20));
  const fresh = await now(team, caseId);
  assert.deepEqual(
    [fresh, ...(fresh?.further ?? [])].map((way) => way?.askedAt.toString()),
    [morning, later(24 * 20), morning].map(String),
  );
  await tries(team, caseId, { ...reached, stillRight: 'changed' }, later(24 * 21));
  const changed = await now(team, caseId);
  assert.deepEqual(
    [changed, ...(changed?.further ?? [])].map((way) => way?.changedSince !== null),
    [false, true, false],
  );
  await tries(
    team,
    caseId,
    { ...reached, over: undefined, begunBy: 'them', stillRight: 'changed' },
    later(24 * 22),
  );
  const all = await now(team, caseId);
  assert.deepEqual(
    [all, ...(all?.further ?? [])].map((way) => way?.changedSince !== null),
    [true, true, true],
    'they did not say which: each is asked about',
  );
});

test('what was ended is used no more; no safe way known ends them all, and none comes back by itself', async (t) => {
  const team = await teamOf(t);
  const { caseId, work } = await agreedCase(team);
  await team.as(
    team.worker,
    (tx, who) => endAgreedWays(tx, who, { caseId, wayId: work, because: 'not_safe' }),
    later(1),
  );
  assert.deepEqual((await tries(team, caseId, { over: work }, later(2))).against, ['way_ended']);
  const ended = async () =>
    (await now(team, caseId))?.further.filter(({ endedAt }) => endedAt !== null).map(({ name }) => name);
  assert.deepEqual(await ended(), ['her phone at work']);
  const none = { ...first, channel: 'none', value: '' } as const;
  await team.as(team.worker, (tx, who) => recordSafeContact(tx, who, { ...none, caseId }), later(3));
  await team.as(team.worker, (tx, who) => recordSafeContact(tx, who, { ...first, caseId }), later(4));
  assert.deepEqual(await ended(), ['her phone at work', 'her own mailbox']);
});

test('what was agreed of further ways stands behind the wall of the case', async (t) => {
  const team = await teamOf(t);
  const { caseId } = await agreedCase(team);
  const inSight = (staff: typeof team.worker) =>
    team.as(staff, (tx) =>
      tx.one(z.object({ n: z.number() }), sql`select count(*) as n from ${raw('agreed_way')}`),
    );
  await team.as(team.manager, (tx, who) =>
    recordConflict(tx, who, { caseId, staffId: team.otherWorker, relation: 'relative', reason: 'Kin' }),
  );
  assert.equal((await inSight(team.otherWorker)).n, 0);
  assert.equal((await inSight(team.administrator)).n, 0);
  await assert.rejects(
    team.as(team.otherWorker, (tx, who) => recordAgreedWay(tx, who, { ...atWork, caseId, before: null })),
    (error) => !(error instanceof Fault),
    'nor can somebody behind the wall write there',
  );
});
