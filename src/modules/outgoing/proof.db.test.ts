import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { smtp } from '#kit/carriers/smtp.ts';
import { type Team, teamOf } from '#modules/cases/testing.ts';
import type { CaseId } from '#rules/facts.ts';
import { agrees, program, standingOf, writes } from './testing.ts';

/** A mail server as there are many, which may take its time. @returns to whom each letter came, and what it says */
async function mailServer(t: TestContext, takes: () => number = () => 0) {
  const letters: { readonly to: string; readonly text: string }[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false, closeTimeout: 10 },
    onData(stream, session, taken) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const [to] = session.envelope.rcptTo;
        letters.push({ to: to?.address ?? '', text: Buffer.concat(parts).toString() });
        await pause(takes());
        taken();
      });
    },
  });
  server.on('error', () => {});
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as { port: number };
  return { letters, url: `smtp://127.0.0.1:${port}` };
}

const byMail = { channel: 'email', mayText: false, mayEmail: true } as const;
const mail = { channel: 'email', words: 'Please call Sam when you can.' } as const;

/** What is agreed, or is not, in each of these cases, and whether a message may leave by it. */
const situations = [
  { name: 'open', agreed: {}, leaves: true },
  { name: 'in-hours', agreed: { windows: [{ days: [3], from: '08:00', to: '10:00' }] }, leaves: true },
  { name: 'out-of-hours', agreed: { windows: [{ days: [3], from: '18:00', to: '20:00' }] }, leaves: false },
  { name: 'never-now', agreed: { never: [{ days: [3], from: '08:00', to: '10:00' }] }, leaves: false },
  { name: 'in-words', agreed: { times: 'After the school run' }, leaves: false },
  { name: 'shared', agreed: { shared: 'yes' }, leaves: false },
  { name: 'not-asked', agreed: { shared: 'not_known' }, leaves: false },
  { name: 'answered', agreed: { whoMightAnswer: 'his mother' }, leaves: false },
  { name: 'do-not', agreed: { doNot: 'Never write on Sundays' }, leaves: false },
  { name: 'not-theirs', agreed: { agreedWithPerson: false }, leaves: false },
  { name: 'by-phone', agreed: { channel: 'phone', value: '07700 900123' }, leaves: false },
  { name: 'no-way', agreed: { channel: 'none' }, leaves: false },
] as const;

test('a mail server receives exactly what the door let through, and not a letter more', async (t) => {
  const team = await teamOf(t);
  const { letters, url } = await mailServer(t);
  const email = smtp({ url, from: 'sam@mail.example' });
  const waiting: {
    readonly caseId: CaseId;
    readonly id: string;
    readonly leaves: boolean;
    readonly to: string;
  }[] = [];
  for (const { name, agreed, leaves } of situations) {
    const caseId = await team.open(team.worker);
    const to = `${name}@example.test`;
    await agrees(team, caseId, { ...byMail, value: to, ...agreed } as never);
    waiting.push({ caseId, leaves, to, id: await writes(team, caseId, mail) });
  }
  const { run } = program(team, { email });
  await run();
  await run();
  assert.deepEqual(
    letters.map(({ to }) => to).toSorted(),
    waiting.flatMap(({ leaves, to }) => (leaves ? to : [])).toSorted(),
  );
  for (const { text } of letters) {
    assert.match(text, /Please call Sam when you can\./);
    assert.doesNotMatch(text, /abuse|case|landlord|lintel|http/i);
  }
  for (const { caseId, id, leaves } of waiting)
    assert.equal((await standingOf(team, caseId, id)).state === 'sent', leaves);
});

/** As many letters as one program of several may be killed over. */
const many = 24;
/** How often it is killed, if it is not done before. */
const rounds = 6;

async function agreedMessages(team: Team) {
  const ids: { readonly caseId: CaseId; readonly id: string; readonly to: string }[] = [];
  const caseId = await team.open(team.worker);
  for (let each = 0; each < many; each += 1) {
    const to = 'ren@example.test';
    if (each === 0) await agrees(team, caseId, { ...byMail, value: to });
    ids.push({ caseId, to, id: await writes(team, caseId, { ...mail, words: `Please call Sam: ${each}.` }) });
  }
  return ids;
}

test('killed at any moment while it sends, no message is lost and none is sent twice', async (t) => {
  const team = await teamOf(t);
  const messages = await agreedMessages(team);
  const { letters, url } = await mailServer(t, () => Math.random() * 12);
  const database = team.db.pool.options.connectionString ?? '';
  const start = Temporal.PlainDateTime.from('2026-07-01T09:00');
  let killed = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const at = start.add({ minutes: 11 * round }).toString();
    const child = spawn(process.execPath, [
      `${import.meta.dirname}/sender.fixture.ts`,
      ...[database, team.organisation, url, at],
    ]);
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    // The last one is left alone, and sends what the others did not.
    const whole = await Promise.race([
      ended.then(() => true),
      ...(round < rounds ? [pause(50 + Math.random() * 500).then(() => false)] : []),
    ]);
    if (whole) continue;
    child.kill('SIGKILL');
    await ended;
    killed += 1;
  }
  const { run, later } = program(team, {});
  later({ hours: 24 * 2 });
  await run();
  assert.ok(killed > 0, 'and it was killed');
  const states = new Map<string, number>();
  for (const [each, { caseId, id }] of messages.entries()) {
    const { state } = await standingOf(team, caseId, id);
    states.set(state, (states.get(state) ?? 0) + 1);
    const came = letters.filter(({ text }) => text.includes(`Please call Sam: ${each}.`)).length;
    assert.ok(came <= 1, `message ${each} came ${came} times`);
    if (state === 'sent') assert.equal(came, 1, 'what is said to be sent has come');
    else assert.equal(state, 'doubtful', 'and whatever else there is, somebody decides about');
  }
  assert.equal(
    [...states.values()].reduce((sum, one) => sum + one, 0),
    many,
  );
});
