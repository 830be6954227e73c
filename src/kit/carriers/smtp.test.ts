import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { smtp } from './smtp.ts';

const parcel = {
  ...{ id: '01976f2e-7a10-7c11-8d00-000000000001', to: 'ren@example.test', sender: 'Sam' },
  words: 'Please call Sam when you can.\n.\nThank you – Sam',
};

function refusing(responseCode: number): Error {
  return Object.assign(new Error('no, not to this one'), { responseCode });
}

async function mailServer(t: TestContext, options: SMTPServerOptions = {}) {
  const letters: string[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false, closeTimeout: 10 },
    onData(stream, _session, taken) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        letters.push(Buffer.concat(parts).toString());
        taken();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as { port: number };
  return {
    letters,
    server,
    carry: (inTime?: () => boolean) =>
      smtp({ url: `smtp://127.0.0.1:${port}`, from: 'sam@mail.example' }).carry(parcel, inTime),
  };
}

test('a mail server receives the words as they are, under a subject that says nothing', async (t) => {
  const { letters, carry } = await mailServer(t);
  const messageId = `<${parcel.id}@mail.example>`;
  assert.deepEqual(await carry(), { how: 'taken', carrierId: messageId });
  const [head = '', ...body] = letters[0]?.split('\r\n\r\n') ?? [];
  const headers = Object.fromEntries(
    head.split(/\r\n(?!\s)/).map((line) => line.split(/: (.*)/s).slice(0, 2)),
  );
  assert.equal(headers.Subject, 'A message for you');
  assert.equal(headers.From, 'Sam <sam@mail.example>');
  assert.equal(headers['Message-ID'], messageId);
  const known = [
    'From',
    'To',
    'Subject',
    'Message-ID',
    'Date',
    'MIME-Version',
    'Content-Type',
    'Content-Transfer-Encoding',
  ];
  assert.deepEqual(
    Object.keys(headers).filter((name) => !known.includes(name)),
    [],
  );
  assert.match(body.join('\r\n\r\n'), /Please call Sam when you can\.\r\n\.\r\nThank you =E2=80=93 Sam/);
});

test('whom a server does not know, or a letter that it will not have, is refused for good', async (t) => {
  const nobody = await mailServer(t, { onRcptTo: (_address, _session, no) => no(refusing(550)) });
  assert.deepEqual(await nobody.carry(), { how: 'refused', fault: '550', gone: true });
  const unwanted = await mailServer(t, {
    onData: (stream, _session, no) => void stream.resume().on('end', () => no(refusing(554))),
  });
  assert.deepEqual(await unwanted.carry(), { how: 'refused', fault: '554' });
});

test('a server that is busy, away or does not let us in has not taken it', async (t) => {
  const busy = await mailServer(t, { onRcptTo: (_address, _session, no) => no(refusing(451)) });
  assert.deepEqual(await busy.carry(), { how: 'not_reached', fault: '451' });
  const full = await mailServer(t, {
    onData: (stream, _session, no) => void stream.resume().on('end', () => no(refusing(452))),
  });
  assert.deepEqual(await full.carry(), { how: 'not_reached', fault: '452' });
  const locked = await mailServer(t, { authOptional: false });
  assert.equal((await locked.carry()).how, 'not_reached');
  const gone = await mailServer(t);
  await new Promise<void>((resolve) => gone.server.close(() => resolve()));
  assert.deepEqual(await gone.carry(), { how: 'not_reached', fault: 'ESOCKET' });
});

test('a line that breaks before the letter is asked for loses nothing; after that it is in doubt', async (t) => {
  const before = await mailServer(t, {
    onRcptTo: (_address, session) => void breakOff(before.server, session.id),
  });
  assert.equal((await before.carry()).how, 'not_reached');
  const after = await mailServer(t, {
    onData: (stream, session) => void stream.resume().on('end', () => breakOff(after.server, session.id)),
  });
  assert.equal((await after.carry()).how, 'not_known');
});

test('where the server kept us waiting until what was decided is old, the letter stays here', async (t) => {
  let waited = false;
  const slow = await mailServer(t, {
    onRcptTo: (_address, _session, taken) => {
      waited = true;
      taken();
    },
  });
  assert.deepEqual(await slow.carry(() => !waited), { how: 'not_reached', fault: 'held_up' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.deepEqual(slow.letters, []);
});

function breakOff(server: SMTPServer, session: string): void {
  const connections = (
    server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> }
  ).connections;
  for (const each of connections) if (each.id === session) each._socket.destroy();
}
