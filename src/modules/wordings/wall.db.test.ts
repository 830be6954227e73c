import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '#kit/sql.ts';
import { addTeam, type Team, teamOf } from '#modules/cases/testing.ts';
import { overtaken } from './sender-change.ts';
import { senderOf } from './store/sender.ts';
import { decideSender, endSender, findSenderProposal, proposeSender } from './store/sender-proposals.ts';
import {
  decideWording,
  findVersion,
  type NewVersion,
  proposeWording,
  withdrawWording,
  wordingsOf,
} from './store/wordings.ts';
import { addWord, endWord, ownWordsOf } from './store/words.ts';

const version: NewVersion & { readonly key: string } = {
  ...{ key: 'please-call', channel: 'text', language: 'en', title: 'Please call' },
  ...{ body: 'Please ring {number}.', why: 'It is shorter' },
};

const proposed = (team: Team, returnAddress: string, by = team.manager) =>
  team.as(by, (tx, office) =>
    proposeSender(tx, office, { callBack: '01632 960 142', returnAddress, why: 'It says nothing of us' }),
  );

const agreedTo = (team: Team, id: string, by = team.otherManager) =>
  team.as(by, async (tx, office) => {
    const proposal = await findSenderProposal(tx, team.organisation, id);
    assert.ok(proposal);
    const decided = { decision: 'approved', why: 'Somebody said hello', version: proposal.version } as const;
    await decideSender(tx, { ...office, staff: by }, proposal, decided);
  });

const inUse = (team: Team) => team.as(team.worker, (tx) => senderOf(tx, team.organisation));

const howItEnded = (team: Team, id: string) =>
  team.as(team.worker, async (tx) => {
    const { decision, decidedWhy } = (await findSenderProposal(tx, team.organisation, id)) ?? {};
    return [decision, decidedWhy];
  });

test('the number to call stands until somebody else agrees to another, and what is overtaken falls', async (t) => {
  const team = await teamOf(t);
  await assert.rejects(proposed(team, 'PO Box 1', team.administrator), 'those of the team propose');
  const [first, second] = [await proposed(team, 'PO Box 1'), await proposed(team, 'PO Box 2', team.worker)];
  await assert.rejects(agreedTo(team, first, team.manager), /refused/, 'their own');
  await assert.rejects(agreedTo(team, second, team.worker), 'no manager');
  assert.equal(await inUse(team), null);
  await agreedTo(team, first);
  assert.equal((await inUse(team))?.returnAddress, 'PO Box 1');
  assert.deepEqual(await howItEnded(team, second), ['withdrawn', overtaken.set]);
  const third = await proposed(team, 'PO Box 3', team.worker);
  assert.equal((await inUse(team))?.returnAddress, 'PO Box 1');
  await agreedTo(team, third);
  assert.equal((await inUse(team))?.returnAddress, 'PO Box 3');
  const numbers = await team.behind.pool.query('select ended_at is null as in_use from message_sender');
  assert.equal(numbers.rowCount, 2, 'the former one is kept');
});

test('one manager takes the number out of use; it does not come back with what was proposed before', async (t) => {
  const team = await teamOf(t);
  await agreedTo(team, await proposed(team, 'PO Box 1'));
  const waits = await proposed(team, 'PO Box 2', team.worker);
  const ends = (by: typeof team.manager) =>
    team.as(by, async (tx, office) => {
      const sender = await senderOf(tx, team.organisation);
      assert.ok(sender);
      await endSender(tx, { ...office, staff: by }, sender, 'A stranger answers it');
    });
  await assert.rejects(ends(team.worker));
  await ends(team.manager);
  assert.equal(await inUse(team), null);
  assert.deepEqual(await howItEnded(team, waits), ['withdrawn', overtaken.ended]);
  await agreedTo(team, await proposed(team, 'PO Box 3', team.worker));
  assert.equal((await inUse(team))?.returnAddress, 'PO Box 3');
});

test('PostgreSQL lets nobody set a number alone, or agree to what is overtaken', async (t) => {
  const team = await teamOf(t);
  const [first, second] = [await proposed(team, 'PO Box 1'), await proposed(team, 'PO Box 2')];
  const values = sql`values (${team.organisation}, gen_random_uuid(), '1', 'x', ${team.manager}, now())`;
  const alone = sql`insert into message_sender (organisation_id, id, call_back, return_address, set_by, set_at)
    ${values}`;
  await assert.rejects(
    team.as(team.manager, (tx) => tx.run(alone)),
    { code: '42501' },
  );
  const settles = (id: string, by = team.otherManager) =>
    team.as(by, (tx) =>
      tx.run(sql`update sender_proposal set decision = 'approved', decided_by = ${by}, decided_at = now()
        where id = ${id}`),
    );
  await assert.rejects(settles(first, team.manager), { code: '23514' });
  await settles(first);
  await assert.rejects(settles(second), { code: '23514' });
});

test('what messages say is read by the team, and by nobody of another landlord', async (t) => {
  const team = await teamOf(t);
  const other = await addTeam(team.db, team.behind);
  const id = await team.as(team.manager, (tx, office) => proposeWording(tx, office, version));
  await agreedTo(team, await proposed(team, 'PO Box 12'));
  const seenBy = (who: typeof team, staff: typeof team.worker) =>
    who.as(staff, async (tx) => (await findVersion(tx, who.organisation, id))?.id ?? null);
  assert.equal(await seenBy(team, team.worker), id);
  assert.equal(await seenBy(team, team.administrator), null);
  assert.equal(await seenBy(other, other.manager), null);
  assert.equal(await other.as(other.manager, (tx) => senderOf(tx, other.organisation)), null);
});

test('one of the team proposes, a manager who did not decides, and nobody changes what was decided', async (t) => {
  const team = await teamOf(t);
  await assert.rejects(team.as(team.administrator, (tx, office) => proposeWording(tx, office, version)));
  const id = await team.as(team.manager, (tx, office) => proposeWording(tx, office, version));
  const inUse = () =>
    team.as(team.worker, async (tx) => {
      const [first] = await wordingsOf(tx, team.organisation);
      return first?.state === 'in-use' ? first.wording.body : first?.state;
    });
  const before = await inUse();
  const decides = (by: typeof team.manager) =>
    team.as(by, async (tx, office) => {
      const found = await findVersion(tx, team.organisation, id);
      assert.ok(found);
      await decideWording(tx, { ...office, staff: by }, found, { decision: 'approved', why: '', version: 1 });
    });
  await assert.rejects(decides(team.manager), /refused/);
  assert.equal(await inUse(), before);
  await decides(team.otherManager);
  assert.equal(await inUse(), version.body);
  await assert.rejects(
    team.as(team.manager, (tx) => tx.run(sql`update message_wording set body = 'x' where id = ${id}`)),
  );
  await team.as(team.manager, (tx, office) =>
    withdrawWording(tx, { ...office, staff: team.manager }, version, 'It reads like a bill'),
  );
  assert.equal(await inUse(), 'withdrawn');
});

test('whoever added a word does not take it away', async (t) => {
  const team = await teamOf(t);
  await team.as(team.manager, (tx, office) => addWord(tx, office, 'Quayside'));
  assert.equal(await team.as(team.manager, (tx, office) => addWord(tx, office, 'quayside')), false, 'twice');
  const [word] = await team.as(team.worker, (tx) => ownWordsOf(tx, team.organisation));
  assert.equal(word?.word, 'Quayside');
  const ends = (by: typeof team.manager) => team.as(by, (tx, office) => endWord(tx, office, word?.id ?? ''));
  assert.equal(await ends(team.manager), false);
  assert.equal(await ends(team.otherManager), true);
  assert.deepEqual(await team.as(team.worker, (tx) => ownWordsOf(tx, team.organisation)), []);
});
