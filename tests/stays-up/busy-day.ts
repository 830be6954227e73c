import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { now } from '#kit/now.ts';
import { createPool } from '#kit/sql.ts';
import { inFull } from '../property.ts';
import { addColleague, addLandlord, addSession, testServices } from '../site.ts';
import { lettersArrived, lettersWritten, sealedUnbroken } from './aftermath.ts';
import { busy } from './people.ts';
import type { Program } from './program.ts';

const people = 12;

/** What a test does to the database, and how it sees whether it is there. */
export interface Trouble {
  readonly times: number;
  /** Ends the server; something else brings it back. */
  strike(): Promise<void>;
  /** What the program's mail server took in. */
  readonly received: readonly string[];
}

/**
 * Twelve colleagues write while the database is ended again and again. Afterwards the program is alive, everybody's
 * every saved word is there exactly once, every letter arrived, the record is sealed on, and its jobs work.
 * @param owner the superuser's connection to the program's database
 */
export async function busyDay(program: Program, owner: string, trouble: Trouble): Promise<string> {
  const { times, strike, received } = trouble;
  const pool = createPool(owner, 2);
  const services = {
    ...testServices({ app: pool } as never, { now, set: () => {} }),
    db: { pool, checkRows: true },
  };
  const landlord = await addLandlord(services, 'vivid-2023', 'example-homes');
  const cookies: string[] = [];
  for (let each = 0; each < people; each += 1) {
    const staff = await addColleague(services, landlord, ['da_worker']);
    cookies.push(await addSession(services, landlord.organisation, staff));
  }
  const letters: string[] = [];
  let working = true;
  const days = cookies.map((cookie) => busy(program.staff, cookie, () => working));
  for (let each = 0; each < times; each += 1) {
    await pause(300);
    letters.push(...(await lettersWritten(services.db, landlord.organisation, 6)));
    await strike();
    await untilReady(program);
  }
  await pause(300);
  working = false;
  const done = await Promise.all(days);
  assert.deepEqual(
    done.flatMap(({ wrong }) => wrong),
    [],
    program.said(),
  );
  assert.ok(program.isAlive(), program.said());

  const acknowledged = done.flatMap((each) => each.acknowledged).toSorted();
  assert.ok(acknowledged.length >= people * times, 'everybody got on with their work');
  const { rows } = await pool.query('select what from task order by what');
  assert.deepEqual(
    rows.map(({ what }) => what),
    acknowledged,
    'each is there once, and nothing else',
  );

  await healthy(program);
  const sent = await lettersArrived(services.db, letters, received, times);
  const { organisation } = landlord;
  const sealed = await sealedUnbroken(services.db, organisation, acknowledged.length, inFull);
  await pool.end();
  assert.doesNotMatch(program.said(), /a fault of ours/);
  const again = done.reduce((so, each) => so + each.again, 0);
  return `${acknowledged.length} saved, ${again} sent again; ${sent}; ${sealed}`;
}

async function untilReady({ staff, isAlive, said }: Program): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    assert.ok(isAlive(), `The program ended:\n${said()}`);
    if ((await fetch(`${staff}/health/ready`)).ok) return;
    await pause(50);
  }
  throw new Error(`The database did not come back:\n${said()}`);
}

/** The jobs have worked again: a job that failed stands in the health page until it did. */
async function healthy({ staff }: Program): Promise<void> {
  let said = '';
  for (let tries = 0; tries < 300; tries += 1) {
    said = await (await fetch(`${staff}/health`)).text();
    if (said === 'ok\n') return;
    await pause(100);
  }
  throw new Error(`Not well again: ${said}`);
}
