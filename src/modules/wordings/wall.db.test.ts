import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '#kit/sql.ts';
import { addTeam, teamOf } from '#modules/cases/testing.ts';
import { senderOf, setSender } from './store/sender.ts';
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

test('what messages say is read by the team, and by nobody of another landlord', async (t) => {
  const team = await teamOf(t);
  const other = await addTeam(team.db, team.behind);
  const id = await team.as(team.manager, (tx, office) => proposeWording(tx, office, version));
  await team.as(team.manager, (tx, office) =>
    setSender(tx, office, { callBack: '01632 960 142', returnAddress: 'PO Box 12' }),
  );
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
