import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Team, teamOf } from '#modules/cases/testing.ts';
import { recordConflict } from '#modules/wall/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { askAgain, decideDoubt, sayMeant } from './store/acts.ts';
import { othersGone } from './store/others-lately.ts';
import { lettersToPrint } from './store/paper.ts';
import { type NewMessage, queueMessage } from './store/queue.ts';
import { agrees, pleaseCall, program, remembering, standingOf, taken } from './testing.ts';

/** As it is put at the door by whoever asks nobody: a job, an import, a form that forgot. */
const puts = (team: Team, caseId: CaseId, words: string, more: Partial<NewMessage> = {}) =>
  team.as(team.worker, (tx, who) => queueMessage(tx, who, { ...pleaseCall, caseId, words, ...more }));

async function aCase(t: TestContext, does?: Parameters<typeof remembering>[0]) {
  const team = await teamOf(t);
  const text = remembering(does);
  const caseId = await team.open(team.worker);
  await agrees(team, caseId);
  const at = program(team, { text });
  const stands = async (id: string) => (await standingOf(team, caseId, id)).state;
  /** Whoever is shown what left says that this one is meant beside it. */
  const says = (id: string) =>
    team.as(
      team.worker,
      async (tx, who) => {
        const others = await othersGone(tx, who, await standingOf(team, caseId, id), []);
        const meant = { others: others.map((other) => other.id), why: 'The time has changed' };
        await sayMeant(tx, { ...who, staff: team.worker }, { caseId, message: id }, meant);
      },
      at.now(),
    );
  const asks = (id: string) =>
    team.as(
      team.worker,
      (tx, who) => askAgain(tx, { ...who, staff: team.worker }, { caseId, message: id }),
      at.now(),
    );
  return { team, text, caseId, ...at, stands, says, asks };
}

test('of several within an hour one leaves; the next is held, and leaves once a person means it', async (t) => {
  const { team, text, caseId, run, stands, says } = await aCase(t);
  const first = await puts(team, caseId, 'Please call Sam.');
  const second = await puts(team, caseId, 'Please call Sam today.');
  await run();
  assert.deepEqual([await stands(first), await stands(second)], ['sent', 'held']);
  const { reasons, asks } = await standingOf(team, caseId, second);
  assert.equal(asks, true, 'somebody is told');
  assert.deepEqual(reasons, [
    {
      reason: 'Another message to them left within the last hour.',
      basis: 'safe-contact',
      opens: 'Say that it is meant beside them, and why. Or withdraw it, or ask again later.',
    },
  ]);
  await says(second);
  await run();
  assert.equal(await stands(second), 'sent');
  const { together } = await standingOf(team, caseId, second);
  assert.deepEqual(
    together.map(({ otherId, why, by }) => [otherId, why, by]),
    [[first, 'The time has changed', team.worker]],
  );
  assert.equal(text.parcels.length, 2);
});

test('what somebody said is of those that they were shown: a third is held again', async (t) => {
  const { team, caseId, run, stands, says } = await aCase(t);
  await puts(team, caseId, 'Please call Sam.');
  const second = await puts(team, caseId, 'Please call Sam today.');
  await run();
  await says(second);
  await run();
  const third = await puts(team, caseId, 'Please call Sam at once.');
  await run();
  assert.deepEqual([await stands(second), await stands(third)], ['sent', 'held']);
  assert.match(
    (await standingOf(team, caseId, third)).reasons[0]?.reason ?? '',
    /2 other messages to them left within the last hour/,
  );
});

test('two that are looked at in the same moment, by two programs, do not both leave', async (t) => {
  const team = await teamOf(t);
  const slow = remembering(async (parcel) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return taken(parcel);
  });
  const cases: CaseId[] = [];
  for (let each = 0; each < 5; each += 1) {
    const caseId = await team.open(team.worker);
    await agrees(team, caseId);
    cases.push(caseId);
    // Put there in the same moment, on two connections: the door has them both.
    await Promise.all([puts(team, caseId, 'Please call Sam.'), puts(team, caseId, 'Please call Sam today.')]);
  }
  const programs = [1, 2, 3, 4].map(() => program(team, { text: slow }));
  await Promise.all(programs.map(({ run }) => run()));
  assert.equal(slow.parcels.length, cases.length);
});

test('what waited for its hours leaves one by one, however far apart it was written', async (t) => {
  const { team, text, caseId, run, later, stands, asks } = await aCase(t);
  await agrees(team, caseId, { windows: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '18:00', to: '20:00' }] });
  const first = await puts(team, caseId, 'Please call Sam.');
  await run();
  later({ hours: 3 });
  const second = await puts(team, caseId, 'Please call Sam tomorrow.');
  await run();
  later({ hours: 6, minutes: 5 });
  await run();
  assert.deepEqual([await stands(first), await stands(second)], ['sent', 'held']);
  await asks(second);
  await run();
  assert.equal(await stands(second), 'held', 'to ask again says nothing of why');
  later({ minutes: 61 });
  await run();
  assert.equal(await stands(second), 'held', 'and nothing that is held leaves by itself');
  await asks(second);
  await run();
  assert.equal(await stands(second), 'sent', 'an hour later it is no question any more');
  assert.equal(text.parcels.length, 2);
});

test('a repeat is meant beside the one that it repeats, and beside no other', async (t) => {
  const { team, caseId, run, stands } = await aCase(t);
  const first = await puts(team, caseId, 'Please call Sam.');
  const again = await puts(team, caseId, 'Please call Sam.', { repeatsId: first });
  await run();
  assert.deepEqual([await stands(first), await stands(again)], ['sent', 'sent']);
  const third = await puts(team, caseId, 'Please call Sam.', { repeatsId: again });
  await run();
  assert.equal(await stands(third), 'held');
});

test('what may have left counts as left; what surely did not, or came back, does not', async (t) => {
  let tries = 0;
  const doubtful = await aCase(t, () => ({ how: 'not_known', fault: 'ETIMEDOUT' }));
  await puts(doubtful.team, doubtful.caseId, 'Please call Sam.');
  const beside = await puts(doubtful.team, doubtful.caseId, 'Please call Sam today.');
  await doubtful.run();
  assert.equal(await doubtful.stands(beside), 'held');

  const refused = await aCase(t, (parcel) => {
    tries += 1;
    if (tries === 1) return { how: 'refused', fault: '400' };
    return tries === 2 ? { how: 'not_reached', fault: 'ECONNREFUSED' } : taken(parcel);
  });
  const lost = await puts(refused.team, refused.caseId, 'Please call Sam.');
  const away = await puts(refused.team, refused.caseId, 'Please call Sam today.');
  const third = await puts(refused.team, refused.caseId, 'Please call Sam at once.');
  await refused.run();
  const states = await Promise.all([lost, away, third].map(refused.stands));
  assert.deepEqual(states, ['failed', 'queued', 'sent']);
  refused.later({ minutes: 1 });
  await refused.run();
  assert.equal(await refused.stands(away), 'held', 'a second try is decided anew: another left meanwhile');
});

test('what is in doubt and is sent again, as somebody decides, asks about the others too', async (t) => {
  let first = true;
  const { team, caseId, run, stands } = await aCase(t, (parcel) => {
    if (!first) return taken(parcel);
    first = false;
    return { how: 'not_known', fault: 'ETIMEDOUT' };
  });
  const doubtful = await puts(team, caseId, 'Please call Sam.');
  await run();
  const other = await puts(team, caseId, 'Please call Sam today.');
  await run();
  assert.deepEqual([await stands(doubtful), await stands(other)], ['doubtful', 'held']);
  await team.as(team.worker, (tx, who) =>
    decideDoubt(
      tx,
      { ...who, staff: team.worker },
      { caseId, message: doubtful },
      { answer: 'again', why: 'They had nothing' },
    ),
  );
  await run();
  assert.equal(await stands(doubtful), 'sent', 'itself is no other');
  assert.equal(await stands(other), 'held');
});

test('what somebody said who must not know of the case by now counts for nothing', async (t) => {
  const { team, caseId, run, stands } = await aCase(t);
  const first = await puts(team, caseId, 'Please call Sam.');
  await run();
  const second = await team.as(team.manager, (tx, who) =>
    queueMessage(tx, who, { ...pleaseCall, caseId, words: 'Please call Sam today.' }),
  );
  await run();
  await team.as(team.worker, (tx, who) =>
    sayMeant(
      tx,
      { ...who, staff: team.worker },
      { caseId, message: second },
      { others: [first], why: 'The time has changed' },
    ),
  );
  await team.as(team.manager, (tx, who) =>
    recordConflict(tx, who, { caseId, staffId: team.worker, relation: 'relative', reason: 'His brother' }),
  );
  await run();
  assert.equal(await stands(second), 'held');
});

test('of letters for one day one is ready; a second lies beside it only where a person means it', async (t) => {
  const { team, caseId, services, run, stands, says, now } = await aCase(t);
  await agrees(team, caseId, { channel: 'post', value: '1 High Street\nTown\nAB1 2CD', mayPost: true });
  const letter = { channel: 'post', says: 'neutral' } as const;
  const first = await puts(team, caseId, 'Please call Sam.', letter);
  const second = await puts(team, caseId, 'Please call Sam today.', letter);
  await run();
  assert.deepEqual([await stands(first), await stands(second)], ['ready', 'held']);
  const batch = () =>
    team.as(
      team.worker,
      async (tx, who) => (await lettersToPrint({ ...who, tx, services })).map(({ message }) => message.id),
      now(),
    );
  assert.ok(!(await batch()).includes(second));
  await says(second);
  await run();
  assert.equal(await stands(second), 'ready');
});
