import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from '../../../tests/site.ts';

test('figures of the program are for this machine, not for whoever comes through a proxy on it', async (t) => {
  const site = await testSite(t, []);
  const ask = (headers = {}) => site.app.inject({ url: '/metrics', headers });
  const figures = await ask();
  assert.equal(figures.statusCode, 200);
  assert.match(figures.body, /lintel_mail\{standing="waiting"\} 0/);
  assert.match(figures.body, /lintel_mail\{standing="gave up"\} 0/);
  assert.match(figures.body, /^# TYPE lintel_messages gauge$/m);
  const collector = {
    host: '127.0.0.1:3000',
    accept: 'text/plain',
    'x-prometheus-scrape-timeout-seconds': '10',
  };
  assert.equal((await ask(collector)).statusCode, 200);
  const proxied = [
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-anything',
    'forwarded',
    'x-real-ip',
    'x-client-ip',
    'true-client-ip',
    'cf-connecting-ip',
    'cf-ray',
    'fly-client-ip',
    'via',
    'x-request-id',
    'traceparent',
    'cookie',
  ];
  for (const header of proxied) assert.equal((await ask({ [header]: '127.0.0.1' })).statusCode, 404, header);
  assert.equal((await ask({ host: 'lintel.example.org' })).statusCode, 404, 'a public name');
});

test('the one other machine that may read the figures is known by its connection, not by a header', async (t) => {
  const site = await testSite(t, [], undefined, {}, { metricsHost: '192.0.2.7', trustProxy: ['127.0.0.1'] });
  const ask = (remoteAddress: string, headers = {}) =>
    site.app.inject({ url: '/metrics', remoteAddress, headers });
  assert.equal((await ask('192.0.2.7')).statusCode, 200);
  assert.equal((await ask('192.0.2.8')).statusCode, 404);
  assert.equal((await ask('192.0.2.8', { 'x-forwarded-for': '192.0.2.7' })).statusCode, 404);
  assert.equal((await ask('127.0.0.1', { 'x-forwarded-for': '192.0.2.7' })).statusCode, 404);
});
