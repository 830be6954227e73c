import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { addLandlord, testClock, testServices } from '../../tests/site.ts';
import { mailQueue, sendMail } from './mail.ts';
import { startQueue } from './queue.ts';
import { type Tx, transact } from './sql.ts';

const silent = { error() {}, info() {} } as unknown as Logger;

/** As much of a mail server as takes letters in; it may turn the first ones away, as a busy one does. */
async function mailServer(t: TestContext, turnAway = 0) {
  const letters: string[] = [];
  let refused = 0;
  const server = createServer((socket) => {
    let letter: string[] | null = null;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      if (letter !== null) {
        if (line !== '.') return void letter.push(line);
        letters.push(letter.join('\n'));
        letter = null;
        return void say('250 taken');
      }
      if (line === 'DATA') {
        if (refused < turnAway) {
          refused += 1;
          return void say('451 come again later');
        }
        letter = [];
        return void say('354 go on');
      }
      say(line === 'QUIT' ? '221 bye' : '250 yes');
    };
    socket.on('error', () => {});
    socket.on('data', (data) => {
      const lines = (rest + data).split('\r\n');
      rest = lines.pop() ?? '';
      lines.forEach(hear);
    });
    say('220 test');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { port } = server.address() as { port: number };
  return { letters, url: `smtp://127.0.0.1:${port}`, refused: () => refused };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await holds()) return;
    await pause(50);
  }
  assert.fail('it never came about');
}

async function post(t: TestContext, database: TestDatabase) {
  const services = testServices(database, testClock('2026-11-18T10:00'));
  const { organisation } = await addLandlord(services, 'vivid-2023');
  const queue = await startQueue(database.urls.app, silent);
  t.after(() => queue.stop());
  const mail = mailQueue(queue, 'https://lintel.example');
  const inTransaction = (work: (tx: Tx) => Promise<void>) =>
    transact(services.db, { organisation, system: true }, work);
  const letter = { organisation, to: 'worker@example.test', kind: 'task' } as const;
  return { queue, mail, inTransaction, letter };
}

test('an e-mail says that there is a task and no more, and only if the change was kept', async (t) => {
  const database = await testDatabase(t);
  const { queue, mail, inTransaction, letter } = await post(t, database);
  const server = await mailServer(t);
  const sending = await sendMail(queue, { smtpUrl: server.url, from: 'lintel@example.test' });
  t.after(() => sending.close());
  await assert.rejects(
    inTransaction(async (tx) => {
      await mail.send(tx, { ...letter, to: 'never@example.test' });
      throw new Error('the change failed');
    }),
    /the change failed/,
  );
  await inTransaction((tx) => mail.send(tx, letter));
  await until(() => server.letters.length > 0);
  assert.equal(server.letters.length, 1);
  const [text = ''] = server.letters;
  const body = text.split('\n\n').slice(1).join('\n\n').trim();
  assert.equal(body, 'You have a task in Lintel.\n\nhttps://lintel.example/');
  assert.match(text, /^Subject: You have a task in Lintel$/m);
  assert.match(text, /^To: worker@example\.test$/m);
  assert.doesNotMatch(text, /abuse|disclosure|case|victim|survivor|landlord/i);
});

test('a mail server that is busy is asked again later, and no letter is lost', async (t) => {
  const database = await testDatabase(t);
  const { queue, mail, inTransaction, letter } = await post(t, database);
  const server = await mailServer(t, 1);
  const sending = await sendMail(queue, { smtpUrl: server.url, from: 'lintel@example.test' });
  t.after(() => sending.close());
  await inTransaction((tx) => mail.send(tx, letter));
  await until(async () => {
    const { rows } = await database.owner.query(`select state from lintel_queue.job where name = 'mail'`);
    return server.refused() === 1 && rows[0]?.state === 'retry';
  });
  await database.owner.query(`update lintel_queue.job set start_after = now() where name = 'mail'`);
  await until(() => server.letters.length === 1);
});

test('the serving role can put work in and take it out, and change nothing of how the queue is made', async (t) => {
  const database = await testDatabase(t);
  await assert.rejects(database.app.query('drop table lintel_queue.job'), /must be owner/);
  await assert.rejects(database.public.query('select * from lintel_queue.job'), /permission denied/);
});
