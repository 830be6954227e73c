import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { httpService } from '../../../tests/http-service.ts';
import { exchange } from './exchange.ts';

const ask = (url: string) => ({
  method: 'POST',
  url,
  headers: { authorization: 'Bearer s3cret' },
  body: '{}',
});
const quick = { connect: 300, answer: 300, most: 1_000 };

test('what never reached anybody is told apart from what nobody knows of', async (t) => {
  const gone = await httpService(t, () => {});
  gone.close();
  assert.deepEqual(await exchange(ask(gone.url)), { how: 'not_reached', fault: 'ECONNREFUSED' });
  assert.equal((await exchange(ask('http://nowhere.invalid/'))).how, 'not_reached');
  const silent = await httpService(t, () => {});
  assert.deepEqual(await exchange(ask(silent.url), quick), { how: 'not_known', fault: 'no_answer' });
  const hangsUp = await httpService(t, (_asked, _response, socket) => socket.destroy());
  assert.deepEqual(await exchange(ask(hangsUp.url)), { how: 'not_known', fault: 'ECONNRESET' });
});

test('a server that speaks no HTTP leaves it in doubt', async (t) => {
  const server = createServer((socket) => socket.on('error', () => {}).end('220 mail.example ESMTP\r\n'));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.after(() => server.close());
  const { port } = server.address() as { port: number };
  assert.equal((await exchange(ask(`http://127.0.0.1:${port}/`))).how, 'not_known');
});

test('over TLS nothing is asked of a server that cannot show who it is', async (t) => {
  const plain = await httpService(t, () => {});
  const answer = await exchange(ask(plain.url.replace('http:', 'https:')));
  assert.equal(answer.how, 'not_reached');
  assert.deepEqual(plain.asked, []);
});

test('what a server said stands, whatever becomes of the rest of its answer', async (t) => {
  const breaksOff = await httpService(t, (_asked, response, socket) => {
    response.writeHead(422, { 'content-length': '100' }).write('{"er');
    setTimeout(() => socket.destroy(), 20);
  });
  const stops = await httpService(t, (_asked, response) => void response.writeHead(201).write('{'));
  const talks = await httpService(t, (_asked, response) => {
    response.writeHead(400);
    const talk = setInterval(() => response.write('x'.repeat(400)), 1);
    response.on('close', () => clearInterval(talk));
  });
  const statusAndBody = async (url: string) => {
    const answer = await exchange(ask(url), quick);
    return answer.how === 'answered' ? [answer.status, answer.body] : [answer.how, answer.fault];
  };
  assert.deepEqual(await statusAndBody(breaksOff.url), [422, null]);
  assert.deepEqual(await statusAndBody(stops.url), [201, null]);
  assert.deepEqual(await statusAndBody(talks.url), [400, null]);
});

test('a redirect is followed nowhere, and least of all with what is secret', async (t) => {
  const elsewhere = await httpService(t, (_asked, response) => void response.end());
  const service = await httpService(t, (_asked, response) => {
    response.writeHead(307, { location: elsewhere.url }).end();
  });
  const answer = await exchange(ask(service.url));
  assert.equal(answer.how === 'answered' && answer.status, 307);
  assert.deepEqual(elsewhere.asked, []);
});
