import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staffRoutes } from '../../src/app.ts';
import { filledIn } from '../filled-in.ts';
import { furnished } from '../furnished.ts';

/** As somebody typed them, and as the register keeps them. */
const numbers = /07700 ?900\d{3}|\+447700900\d{3}|maximiliane@example\.test/i;

test('outside what was agreed, no page of the staff site shows a number or an e-mail to anybody', async (t) => {
  const { office, everybody, ids } = (await furnished(t, 'vivid-2023')).world;
  const nowhere = new Set<string>();
  const seen = async () => {
    const shown: string[] = [];
    for (const { method, path } of staffRoutes) {
      if (method !== 'GET') continue;
      const { body, statusCode } = await everybody.get(filledIn(path, ids));
      if (statusCode >= 400) nowhere.add(`${path}: ${statusCode}`);
      // Whoever is on call is a colleague: that number is there to be rung.
      if (path !== '/rota/on-call' && numbers.test(body)) shown.push(path);
    }
    return shown;
  };
  const inTime = await seen();
  assert.deepEqual([...nowhere], [], 'every address leads somewhere, or nothing was looked at');
  for (const path of ['/cases/:id', '/cases/:id/contact', '/cases/:id/contact/new'])
    assert.ok(inTime.includes(path), `${path} shows it at an agreed time, or this walk proves nothing`);
  assert.ok(!inTime.includes('/people/:id'), 'the register shows it to nobody, at no time');
  await office.at('2026-11-18T15:10');
  assert.deepEqual(await seen(), [], 'after two o’clock nobody may ring');
});
