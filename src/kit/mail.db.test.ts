import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { testDatabase } from '../../tests/database.ts';
import { mailServer } from '../../tests/mail-server.ts';
import { addLandlord, testClock, testServices } from '../../tests/site.ts';
import { freePort } from './free-port.ts';
import { delivering, mailQueue, type Post, smtpPost } from './mail.ts';
import { type Letter, outboxStanding } from './outbox.ts';
import { type Tx, transact } from './sql.ts';

const from = 'Lintel <lintel@example.test>';

async function office(t: TestContext) {
  const database = await testDatabase(t);
  const clock = testClock('2026-11-18T10:00');
  const services = testServices(database, clock);
  const { organisation } = await addLandlord(services, 'vivid-2023');
  const mail = mailQueue('https://lintel.example', clock.now);
  const logged: string[] = [];
  const log = { error: (fields: object) => void logged.push(JSON.stringify(fields)) } as never;
  const inTransaction = (work: (tx: Tx) => Promise<void>) =>
    transact(services.db, { organisation, system: true }, work);
  return {
    database,
    services,
    organisation,
    logged,
    inTransaction,
    later: (duration: Temporal.DurationLike) => clock.set(clock.now().add(duration)),
    queue: (to: string, link?: string) =>
      inTransaction((tx) => mail.send(tx, { organisation, to, kind: 'task', ...(link && { link }) })),
    mail,
    /** One program's job, once. */
    deliver: (post: Post) => delivering(post, log).run(services, organisation),
    standing: () => outboxStanding(services.db),
    post(url: string): Post {
      const post = smtpPost({ smtpUrl: url, from });
      t.after(() => post.close());
      return post;
    },
  };
}

/** A post that counts, and does with each letter what the test says. */
function counting(does: (letter: Letter) => Promise<void> = async () => {}) {
  const sent: string[] = [];
  return {
    sent,
    close() {},
    async send(letter: Letter) {
      sent.push(letter.to);
      await does(letter);
    },
  };
}

test('an e-mail says that there is a task and no more, and only if the change was kept', async (t) => {
  const { mail, organisation, inTransaction, queue, deliver, post, standing } = await office(t);
  const server = await mailServer(t);
  await assert.rejects(
    inTransaction(async (tx) => {
      await mail.send(tx, { organisation, to: 'never@example.test', kind: 'task' });
      throw new Error('the change failed');
    }),
    /the change failed/,
  );
  await queue('worker@example.test');
  await deliver(post(server.url));
  assert.equal(server.letters.length, 1);
  const [text = ''] = server.letters;
  const body = text.split('\n\n').slice(1).join('\n\n').trim();
  assert.equal(body, 'You have a task in Lintel.\n\nhttps://lintel.example/');
  assert.match(text, /^Subject: You have a task in Lintel$/m);
  assert.match(text, /^To: worker@example\.test$/m);
  assert.doesNotMatch(text, /abuse|disclosure|case|victim|survivor|landlord/i);
  assert.deepEqual(await standing(), { waiting: 0, gaveUp: 0 });
});

test('a mail server that is busy is asked again later, and no letter is lost', async (t) => {
  const { queue, deliver, post, later, standing } = await office(t);
  const server = await mailServer(t, { busyFor: 1 });
  await queue('worker@example.test');
  await deliver(post(server.url));
  await deliver(post(server.url));
  assert.equal(server.letters.length, 0, 'it is not asked again at once');
  assert.deepEqual(await standing(), { waiting: 1, gaveUp: 0 });
  later({ seconds: 30 });
  await deliver(post(server.url));
  assert.equal(server.letters.length, 1);
});

test('a mail server that is away for an hour loses no letter, and gets each once when it is back', async (t) => {
  const { queue, deliver, post, later, standing } = await office(t);
  const port = await freePort();
  const away = post(`smtp://127.0.0.1:${port}`);
  const colleagues = Array.from({ length: 5 }, (_, number) => `colleague${number}@example.test`);
  for (const each of colleagues) await queue(each);
  for (let minute = 0; minute < 60; minute += 1) {
    await deliver(away);
    later({ minutes: 1 });
  }
  assert.deepEqual(await standing(), { waiting: 5, gaveUp: 0 });
  const server = await mailServer(t, {}, port);
  for (let minute = 0; minute < 60; minute += 1) {
    await deliver(away);
    later({ minutes: 1 });
  }
  const receivers = server.letters.map((text) => /^To: (.*)$/m.exec(text)?.[1]).sort();
  assert.deepEqual(receivers, colleagues);
  assert.deepEqual(await standing(), { waiting: 0, gaveUp: 0 });
});

test('a letter that is refused for good is given up at once, and holds up no other', async (t) => {
  const { queue, deliver, post, later, standing, database, logged } = await office(t);
  const server = await mailServer(t, { unknown: 'gone@' });
  await queue('gone@example.test', 'https://lintel.example/welcome/secret');
  await queue('worker@example.test');
  await deliver(post(server.url));
  later({ hours: 24 });
  await deliver(post(server.url));
  assert.equal(server.letters.length, 1);
  assert.deepEqual(await standing(), { waiting: 0, gaveUp: 1 });
  const { rows } = await database.owner.query('select to_address, link, fault, attempts from outbox');
  assert.deepEqual(rows, [{ to_address: 'gone@example.test', link: '', fault: '550', attempts: 1 }]);
  assert.equal(logged.length, 1);
  assert.doesNotMatch(logged.join(), /@|secret/);
});

test('a letter that nobody has tried to send is tried, however long the program was off', async (t) => {
  const { queue, deliver, later, standing } = await office(t);
  await queue('worker@example.test');
  later({ hours: 5 * 24 });
  const post = counting();
  await deliver(post);
  assert.deepEqual(post.sent, ['worker@example.test']);
  assert.deepEqual(await standing(), { waiting: 0, gaveUp: 0 });
});

test('what nobody could send for four days is given up, and forgotten after a month', async (t) => {
  const { queue, deliver, later, standing } = await office(t);
  await queue('worker@example.test');
  await deliver(counting(async () => Promise.reject(new Error('away'))));
  later({ hours: 4 * 24 + 1 });
  const post = counting();
  await deliver(post);
  assert.deepEqual(post.sent, []);
  assert.deepEqual(await standing(), { waiting: 0, gaveUp: 1 });
  later({ hours: 31 * 24 });
  await deliver(post);
  assert.deepEqual(await standing(), { waiting: 0, gaveUp: 0 });
});

test('a program that is killed in the middle of sending neither loses a letter nor holds it for long', async (t) => {
  const { queue, deliver, later, standing } = await office(t);
  for (const each of ['one', 'two', 'three']) await queue(`${each}@example.test`);
  let letGo = () => {};
  const hanging = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let began = 0;
  const killed = counting(() => {
    began += 1;
    return hanging;
  });
  const dead = deliver(killed);
  while (began < 2) await new Promise((resolve) => setImmediate(resolve));
  const other = counting();
  await deliver(other);
  assert.deepEqual(other.sent, ['three@example.test'], 'what is under way elsewhere is left alone');
  later({ minutes: 10 });
  await deliver(other);
  assert.deepEqual(
    [...other.sent].sort(),
    ['one', 'three', 'two'].map((each) => `${each}@example.test`),
  );
  letGo();
  await dead;
  assert.deepEqual(await standing(), { waiting: 0, gaveUp: 0 });
});

test('what a program says too late of a letter that another tries now changes nothing', async (t) => {
  const { queue, deliver, later, standing } = await office(t);
  await queue('worker@example.test');
  let fail = (_: Error) => {};
  const hanging = new Promise<void>((_, reject) => {
    fail = reject;
  });
  const slow = counting(() => hanging);
  const first = deliver(slow);
  while (slow.sent.length === 0) await new Promise((resolve) => setImmediate(resolve));
  later({ minutes: 10 });
  let finish = () => {};
  const sending = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const quick = counting(() => sending);
  const second = deliver(quick);
  while (quick.sent.length === 0) await new Promise((resolve) => setImmediate(resolve));
  fail(Object.assign(new Error('550'), { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }));
  await first;
  assert.deepEqual(await standing(), { waiting: 1, gaveUp: 0 });
  finish();
  await second;
  assert.deepEqual(await standing(), { waiting: 0, gaveUp: 0 });
});

test('a letter that was taken, but of which nobody could say so, comes again as the very same letter', async (t) => {
  const { queue, deliver, later, post } = await office(t);
  const server = await mailServer(t);
  await queue('worker@example.test');
  const real = post(server.url);
  let sent = false;
  const killed = counting(async (letter) => {
    await real.send(letter);
    sent = true;
    await new Promise(() => {});
  });
  void deliver(killed);
  while (!sent) await new Promise((resolve) => setTimeout(resolve, 5));
  later({ minutes: 10 });
  await deliver(real);
  const ids = server.letters.map((text) => /^Message-ID: (.*)$/m.exec(text)?.[1]);
  assert.equal(ids.length, 2);
  assert.match(ids[0] ?? '', /^<[0-9a-f-]{36}@example\.test>$/);
  assert.equal(ids[0], ids[1]);
});

test('two programs that send at once send each letter once', async (t) => {
  const { queue, deliver } = await office(t);
  const colleagues = Array.from({ length: 40 }, (_, number) => `colleague${number}@example.test`);
  for (const each of colleagues) await queue(each);
  const programs = [counting(), counting()];
  await Promise.all(programs.map(deliver));
  const sent = programs.flatMap((program) => program.sent);
  assert.deepEqual(sent.sort(), colleagues.sort());
});

test('whoever works reads nothing of the outbox; an administrator sees what was given up', async (t) => {
  const { queue, database, services, organisation, deliver } = await office(t);
  await queue('gone@example.test');
  await deliver(
    counting(async () => {
      throw Object.assign(new Error('550'), { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' });
    }),
  );
  await queue('waiting@example.test', 'https://lintel.example/welcome/secret');
  const seenBy = async (role: string, landlord: string = organisation) => {
    const client = await database.app.connect();
    try {
      await client.query('begin');
      await client.query(
        `select set_config('lintel.organisation', $1, true), set_config('lintel.roles', $2, true)`,
        [landlord, role],
      );
      const { rows } = await client.query('select to_address from outbox order by 1');
      return rows.map((row) => row.to_address);
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const other = await addLandlord(services, 'vivid-2023', 'other');
  assert.deepEqual(await seenBy('da_worker'), []);
  assert.deepEqual(await seenBy('da_manager'), []);
  assert.deepEqual(await seenBy('administrator'), ['gone@example.test']);
  assert.deepEqual(await seenBy('system'), ['gone@example.test', 'waiting@example.test']);
  assert.deepEqual(await seenBy('system', other.organisation), []);
  await assert.rejects(database.public.query('select * from outbox'), /permission denied/);
});
