import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endAgreedWays } from '#modules/agreement/index.ts';
import { teamOf } from '#modules/cases/testing.ts';
import { recordConflict } from '#modules/wall/index.ts';
import { agrees, program, remembering, standingOf, taken, writes } from './testing.ts';

test('what was agreed with the person leaves, once, and in the words that were written', async (t) => {
  const team = await teamOf(t);
  const text = remembering();
  const { run } = program(team, { text });
  const caseId = await team.open(team.worker);
  await agrees(team, caseId);
  const id = await writes(team, caseId);
  await run();
  await run();
  assert.deepEqual(text.parcels, [
    { id, to: '+447700900123', words: 'Please call Sam when you can.', sender: '' },
  ]);
  assert.equal((await standingOf(team, caseId, id)).state, 'sent');
});

test('what counts is what is agreed when it would leave, not when it was written', async (t) => {
  const team = await teamOf(t);
  const text = remembering();
  const { run } = program(team, { text });
  const caseId = await team.open(team.worker);
  await agrees(team, caseId);
  const id = await writes(team, caseId);
  await agrees(team, caseId, { shared: 'yes', whoMightAnswer: 'his mother' });
  await run();
  assert.deepEqual(text.parcels, []);
  const { state, asks, reasons } = await standingOf(team, caseId, id);
  assert.deepEqual([state, asks], ['held', true]);
  assert.deepEqual(
    reasons.map(({ reason }) => reason),
    ['Others may see what comes to this phone.'],
  );
});

test('what is held stays held until somebody asks again, also once the door is open', async (t) => {
  const team = await teamOf(t);
  const text = remembering();
  const { run } = program(team, { text });
  const caseId = await team.open(team.worker);
  const id = await writes(team, caseId);
  await run();
  assert.equal((await standingOf(team, caseId, id)).state, 'held');
  await agrees(team, caseId);
  await run();
  assert.deepEqual(text.parcels, []);
});

test('against the hours alone it waits, leaves in them, and is owed to somebody on its last day', async (t) => {
  const team = await teamOf(t);
  const text = remembering();
  const { run, later } = program(team, { text });
  const caseId = await team.open(team.worker);
  const evenings = { windows: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '18:00', to: '20:00' }] };
  await agrees(team, caseId, evenings);
  const id = await writes(team, caseId);
  const lastDay = await writes(team, caseId, { usefulUntil: Temporal.PlainDate.from('2026-07-01') });
  await run();
  const [one, other] = await Promise.all([id, lastDay].map((each) => standingOf(team, caseId, each)));
  assert.deepEqual([one?.state, one?.asks, other?.state, other?.asks], ['waiting', false, 'waiting', true]);
  later({ hours: 9, minutes: 30 });
  await run();
  assert.equal(text.parcels.length, 2);
});

test('what waited past its last day of use is held, and never sent by itself', async (t) => {
  const team = await teamOf(t);
  const text = remembering();
  const { run, later } = program(team, { text });
  const caseId = await team.open(team.worker);
  await agrees(team, caseId, { windows: [{ days: [7], from: '18:00', to: '20:00' }] });
  const id = await writes(team, caseId, { usefulUntil: Temporal.PlainDate.from('2026-07-02') });
  await run();
  later({ hours: 48 });
  await run();
  const { state, reasons } = await standingOf(team, caseId, id);
  assert.equal(state, 'held');
  assert.match(
    reasons.map(({ reason }) => reason).join(' '),
    /The last day on which it is of any use is over/,
  );
  assert.deepEqual(text.parcels, []);
});

test('what somebody with a conflict of interest wrote, or read, does not leave', async (t) => {
  const team = await teamOf(t);
  const text = remembering();
  const { run } = program(team, { text });
  const caseId = await team.open(team.worker);
  await agrees(team, caseId);
  const id = await writes(team, caseId);
  await team.as(team.manager, (tx, who) =>
    recordConflict(tx, who, { caseId, staffId: team.worker, relation: 'relative', reason: 'His brother' }),
  );
  await run();
  assert.deepEqual(text.parcels, []);
  const { state, asks, reasons } = await standingOf(team, caseId, id);
  assert.deepEqual([state, asks], ['held', true]);
  assert.match(reasons[0]?.reason ?? '', /has a conflict of interest/);
});

test('a mailbox that the register has of anybody else holds an e-mail, in the case or not', async (t) => {
  const team = await teamOf(t);
  const email = remembering();
  const { run } = program(team, { email });
  const caseId = await team.open(team.worker);
  const mailbox = { channel: 'email', value: 'ren@example.test', mayText: false, mayEmail: true } as const;
  await agrees(team, caseId, mailbox);
  const { rowCount } = await team.behind.pool.query(
    `insert into person (organisation_id, id, given_name, family_name, emails)
      values ($1, gen_random_uuid(), 'Wren', 'Marlow', '{Other@example.test, Ren@Example.test}')`,
    [team.organisation],
  );
  assert.equal(rowCount, 1);
  const id = await writes(team, caseId, { channel: 'email' });
  await run();
  assert.deepEqual(email.parcels, []);
  const { state, reasons } = await standingOf(team, caseId, id);
  assert.equal(state, 'held');
  assert.match(reasons[0]?.reason ?? '', /The register has it as one of somebody else/);
});

test('a name that was agreed before, and tells from whom it comes, holds each e-mail', async (t) => {
  const team = await teamOf(t);
  const email = remembering();
  const { run } = program(team, { email });
  const caseId = await team.open(team.worker);
  const mailbox = { channel: 'email', value: 'ren@example.test', mayText: false, mayEmail: true } as const;
  await agrees(team, caseId, { ...mailbox, senderAlias: 'The domestic abuse team' });
  const id = await writes(team, caseId, { channel: 'email' });
  await run();
  assert.deepEqual(email.parcels, []);
  assert.match(
    (await standingOf(team, caseId, id)).reasons[0]?.reason ?? '',
    /In the name under which it comes/,
  );
});

test('a program that is killed while it sends neither loses a message nor sends it twice', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  await agrees(team, caseId);
  const ids = [];
  for (let each = 0; each < 3; each += 1) ids.push(await writes(team, caseId));
  const handed = new Set<string>();
  const dying = remembering((parcel) => (handed.add(parcel.id), new Promise(() => {})));
  const dead = program(team, { text: dying });
  void dead.run();
  while (handed.size === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const text = remembering();
  const alive = program(team, { text });
  await alive.run();
  assert.equal(text.parcels.length, 2, 'what is under way elsewhere is left alone');
  alive.later({ minutes: 11 });
  await alive.run();
  const states = await Promise.all(ids.map(async (id) => (await standingOf(team, caseId, id)).state));
  assert.deepEqual(states.toSorted(), ['doubtful', 'sent', 'sent'], 'somebody decides about the third');
  assert.equal(text.parcels.length, 2);
});

test('what surely did not reach the service is tried again; what may have is not', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  await agrees(team, caseId);
  const [away, lost, refused] = [
    await writes(team, caseId, { words: 'Please call one.' }),
    await writes(team, caseId, { words: 'Please call two.' }),
    await writes(team, caseId, { words: 'Please call three.' }),
  ];
  let tries = 0;
  const text = remembering((parcel) => {
    if (parcel.id === lost) return { how: 'not_known', fault: 'ETIMEDOUT' };
    if (parcel.id === refused) return { how: 'refused', fault: '400' };
    tries += 1;
    return tries < 3 ? { how: 'not_reached', fault: 'ECONNREFUSED' } : taken(parcel);
  });
  const { run, later } = program(team, { text });
  for (let minute = 0; minute < 20; minute += 1) {
    await run();
    later({ minutes: 1 });
  }
  const stands = async (id: string) => {
    const { state, asks } = await standingOf(team, caseId, id);
    return [state, asks];
  };
  assert.deepEqual(await stands(away), ['sent', false]);
  assert.deepEqual(await stands(lost), ['doubtful', true]);
  assert.deepEqual(await stands(refused), ['failed', true]);
  assert.equal(text.parcels.length, 5);
});

test('a retry is decided anew: what was agreed may have changed since the first try', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  await agrees(team, caseId);
  const id = await writes(team, caseId);
  const text = remembering(() => ({ how: 'not_reached', fault: 'ECONNREFUSED' }));
  const { run, later } = program(team, { text });
  await run();
  await team.as(team.worker, (tx, who) => endAgreedWays(tx, who, { caseId, because: 'no_way_known' }));
  await agrees(team, caseId, { channel: 'none', mayText: false });
  later({ minutes: 5 });
  await run();
  assert.equal(text.parcels.length, 1);
  assert.equal((await standingOf(team, caseId, id)).state, 'held');
});

test('where no service is set up, it is held, and somebody is told', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  await agrees(team, caseId);
  const id = await writes(team, caseId);
  await program(team, {}).run();
  const { state, reasons } = await standingOf(team, caseId, id);
  assert.equal(state, 'held');
  assert.match(reasons[0]?.reason ?? '', /No service for text messages is set up/);
});
