import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { aBounce, anAbsence, aReply, endlessLetters, ownDomain } from '#kit/carriers/letters.fixture.ts';
import { imapMailbox } from '#kit/carriers/mailbox.ts';
import { stopwatch } from '#kit/now.ts';
import { transact } from '#kit/sql.ts';
import { agreedIn } from '#modules/agreement/index.ts';
import { addTeam, teamOf } from '#modules/cases/testing.ts';
import { imapPassword, imapServer, imapUser, noImapServer } from '../../../tests/imap-server.ts';
import { returnsOf } from './store/returns.ts';
import { agrees, program, remembering, standingOf, writes } from './testing.ts';

const skip = noImapServer ?? false;
if (noImapServer) process.emitWarning(noImapServer);

const byEmail = { channel: 'email', value: 'ren@example.test', mayText: false, mayEmail: true } as const;

async function anEmailThatLeft(t: TestContext, password = imapPassword) {
  const server = await imapServer(t);
  const settings = { host: '127.0.0.1', port: server.port, user: imapUser, folder: 'INBOX' };
  const replies = imapMailbox({ ...settings, signsIn: { password }, domain: ownDomain });
  const team = await teamOf(t);
  const { run, services, later } = program(team, { email: remembering(), replies });
  const caseId = await team.open(team.worker);
  await agrees(team, caseId, byEmail);
  const id = await writes(team, caseId, { channel: 'email' });
  await run();
  const asProgram = { organisation: team.organisation, system: true } as const;
  const cameBack = () => transact(team.db, asProgram, (tx) => returnsOf(tx, team.organisation, id));
  const stands = async () => {
    const { state, asks } = await standingOf(team, caseId, id);
    return [state, asks];
  };
  return { server, team, caseId, id, run, later, services, cameBack, stands };
}

test('a reply is kept with its case, once, asks for somebody, and leaves the mailbox', {
  skip,
}, async (t) => {
  const { server, team, caseId, id, run, cameBack, stands } = await anEmailThatLeft(t);
  assert.deepEqual(await stands(), ['sent', false]);
  server.put(aReply(id));
  server.put(aReply(id));
  server.put(aReply('01976f2e-7a10-7c11-8d00-000000000001'));
  await run();
  await run();
  assert.deepEqual(
    (await cameBack()).map(({ kind, words }) => [kind, words]),
    [['reply', 'Yes, ring me on Thursday.']],
  );
  assert.deepEqual(await stands(), ['delivered', true]);
  assert.equal(server.left(), 1, 'what is about no message of ours stays where it is');
  const { rows } = await team.behind.pool.query(
    `select words from case_entry where case_id = $1 and words like 'Something came back%'`,
    [caseId],
  );
  assert.equal(rows.length, 1);
  const { rows: told } = await team.behind.pool.query(
    `select 1 from event e where e::text like '%Thursday%' union all
      select 1 from notification n where n::text like '%Thursday%' union all
      select 1 from case_entry c where c.words like '%Thursday%'`,
  );
  assert.deepEqual(told, [], 'its words stand in no event, notice or entry');
});

test('what answers no message of ours is not even read, whatever it is made of', { skip }, async (t) => {
  const { server, id, run, cameBack } = await anEmailThatLeft(t);
  const unknown = '01976f2e-7a10-7c11-8d00-000000000001';
  server.put(endlessLetters(unknown)['parts in parts in parts']);
  server.put(aReply(id));
  const took = stopwatch();
  await run();
  assert.ok(took() < 8_000, `to read it takes 10 seconds and more, and this took ${took()} ms`);
  assert.equal((await cameBack()).length, 1);
  assert.equal(server.left(), 1);
});

test('an absence is kept as one, and asks for nobody', { skip }, async (t) => {
  const { server, id, run, cameBack, stands } = await anEmailThatLeft(t);
  server.put(anAbsence(id));
  await run();
  assert.deepEqual(
    (await cameBack()).map(({ kind }) => kind),
    ['automatic'],
  );
  assert.deepEqual(await stands(), ['delivered', false]);
});

test('a bounce from a mailbox that is no more asks for somebody, and puts the way in doubt', {
  skip,
}, async (t) => {
  const { server, team, caseId, id, run, cameBack, stands } = await anEmailThatLeft(t);
  server.put(aBounce(id));
  await run();
  assert.deepEqual(
    (await cameBack()).map(({ kind, words }) => [kind, words]),
    [['bounce', '5.1.1']],
  );
  assert.deepEqual(await stands(), ['failed', true]);
  const agreed = await team.as(team.worker, (tx) => agreedIn(tx, team.organisation, caseId));
  assert.notEqual(agreed?.changedSince, null);
});

test('a mailbox that does not let us in is said to the administrator, and loses nothing', {
  skip,
}, async (t) => {
  const { team, run } = await anEmailThatLeft(t, 'another password');
  await run();
  const { rows } = await team.behind.pool.query(
    "select fault, failing_since is not null as failing from carrier_standing where channel = 'replies'",
  );
  assert.deepEqual(rows, [{ fault: 'sign_in', failing: true }]);
});

test('what came back is behind the wall of its case, and another landlord’s never', { skip }, async (t) => {
  const { server, team, id, run } = await anEmailThatLeft(t);
  server.put(aReply(id));
  await run();
  const another = await addTeam(team.db, team.behind);
  const seen = (those: typeof team, staff: typeof team.worker) =>
    those.as(staff, async (tx) => (await returnsOf(tx, team.organisation, id)).length);
  assert.deepEqual(await Promise.all([seen(team, team.worker), seen(team, team.administrator)]), [1, 0]);
  assert.equal(await seen(another, another.manager), 0);
});
