import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { testDatabase } from '../../tests/database.ts';
import { addLandlord, testClock, testServices } from '../../tests/site.ts';
import { type Job, startJobs } from './jobs.ts';

const often = Temporal.Duration.from({ milliseconds: 10 });

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !holds(); tries += 1) await pause(25);
  assert.ok(holds(), 'it never came about');
}

test('a job is done again and again for each landlord, and a failing one stops no other', async (t) => {
  const services = testServices(await testDatabase(t), testClock('2026-11-18T10:00'));
  const first = await addLandlord(services, 'vivid-2023');
  const second = await addLandlord(services, 'livv-2024');
  const done = new Map<string, number>();
  let broken = 0;
  const count = (key: string) => done.set(key, (done.get(key) ?? 0) + 1);
  const jobs: readonly Job[] = [
    {
      name: 'failing',
      every: often,
      run: async (_, organisation) => {
        if (organisation !== first.organisation) return void count('beside');
        broken += 1;
        if (broken <= 3) throw new Error('Jane Doe, 1 High Street');
        count('mended');
      },
    },
    { name: 'steady', every: often, run: async (_, organisation) => void count(organisation) },
  ];
  const lines: string[] = [];
  const log = {
    error: (fields: object, says: string) => lines.push(`${says} ${'job' in fields ? fields.job : ''}`),
    info: (fields: object, says: string) =>
      lines.push(`${says} ${'failures' in fields ? fields.failures : ''}`),
  };
  const running = startJobs(services, jobs, log as never);
  await until(() =>
    ['mended', 'beside', first.organisation, second.organisation].every((key) => (done.get(key) ?? 0) > 1),
  );
  await running.stop();
  assert.deepEqual(lines, ['job failed, will be tried again failing', 'job works again 3']);
  const after = new Map(done);
  await pause(60);
  assert.deepEqual(done, after, 'nothing is done after the stop');
});

test('two programs never do the same job for the same landlord at once', async (t) => {
  const services = testServices(await testDatabase(t), testClock('2026-11-18T10:00'));
  await addLandlord(services, 'vivid-2023');
  let at = 0;
  let most = 0;
  let times = 0;
  const job: Job = {
    name: 'alone',
    every: often,
    async run() {
      at += 1;
      times += 1;
      most = Math.max(most, at);
      await pause(15);
      at -= 1;
    },
  };
  const log = { error: (fields: object) => assert.fail(JSON.stringify(fields)), info() {} };
  const programs = [1, 2, 3].map(() => startJobs(services, [job], log as never));
  await until(() => times > 10);
  await Promise.all(programs.map((program) => program.stop()));
  assert.equal(most, 1);
});

test('stopping waits for what is under way', async (t) => {
  const services = testServices(await testDatabase(t), testClock('2026-11-18T10:00'));
  await addLandlord(services, 'vivid-2023');
  let began = false;
  let ended = false;
  const job: Job = {
    name: 'slow',
    every: often,
    async run() {
      began = true;
      await pause(100);
      ended = true;
    },
  };
  const running = startJobs(services, [job], { error() {}, info() {} } as never);
  await until(() => began);
  await running.stop();
  assert.ok(ended);
});
