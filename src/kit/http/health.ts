import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isAnySealingBehind } from '../audit/behind.ts';
import { areCarriersFailing } from '../carriers-standing.ts';
import { standingOf } from '../database/standing.ts';
import type { Services } from '../services.ts';

/** How a program stands, for machines that watch over it: of nobody in particular. */
export interface Health {
  readonly database: 'ok' | 'unreachable' | 'full';
  /** Of the program's own machine: its data folder, and where uploads and documents lie for a moment. */
  readonly disk: 'ok' | 'full';
  readonly jobs: 'ok' | 'failing';
  /** What was recorded is sealed; behind: not for ten minutes, whatever keeps it. */
  readonly sealing: 'ok' | 'behind';
  /** Services take what is to leave for people; failing: one of them has not for a quarter of an hour. */
  readonly messages: 'ok' | 'failing';
  /** Where sealed files lie does what it is asked. */
  readonly files: 'ok' | 'failing';
  /** What looks through files answers, where it is set up. */
  readonly scanner: 'ok' | 'failing';
}

const open = {
  may: 'public.visit',
  records: { nothing: 'asked by machines, tells nothing of anybody' },
  rateLimit: false as const,
};

/** `ok`, or `degraded` and in what. */
export function healthInWords(health: Health): string {
  const ailing = Object.entries(health).filter(([, how]) => how !== 'ok');
  return ailing.length === 0
    ? 'ok'
    : ['degraded', ...ailing.map(([what, how]) => `${what}: ${how}`)].join('\n');
}

/**
 * `/health/live`: the program answers; ending it would not mend anything while it does.
 * `/health/ready`: it can serve pages, because its database answers.
 * `/health`: all of it is well; asked by whoever is to be woken.
 */
export function serveHealth(app: FastifyInstance, services: Services): void {
  const say = (reply: FastifyReply, well: boolean, words: string) =>
    reply
      .code(well ? 200 : 503)
      .type('text/plain')
      .send(`${words}\n`);
  let looking: Promise<Health> | undefined;
  const look = () => {
    looking ??= healthOf(services).finally(() => {
      looking = undefined;
    });
    return looking;
  };
  app.get('/health/live', { config: open }, (_request, reply) => say(reply, true, 'ok'));
  app.get('/health/ready', { config: open }, async (_request, reply) => {
    const there = (await look()).database !== 'unreachable';
    return say(reply, there, there ? 'ok' : 'database: unreachable');
  });
  app.get('/health', { config: open }, async (_request, reply) => {
    const words = healthInWords(await look());
    return say(reply, words === 'ok', words);
  });
}

async function healthOf(services: Services): Promise<Health> {
  const [there, room, behind, stuck, scans] = await Promise.all([
    answers(services),
    hasRoom(services.settings.data),
    isBehind(services),
    areStuck(services),
    scannerAnswers(services),
  ]);
  const { trouble, failing } = standingOf(services.db);
  return {
    database: !there ? 'unreachable' : trouble === 'full' ? 'full' : 'ok',
    disk: room ? 'ok' : 'full',
    jobs: failing.size > 0 ? 'failing' : 'ok',
    sealing: behind ? 'behind' : 'ok',
    messages: stuck ? 'failing' : 'ok',
    files: services.files.store.trouble?.() ? 'failing' : 'ok',
    scanner: scans ? 'ok' : 'failing',
  };
}

/** In milliseconds: whoever asks has a patience of its own. */
const answersWithin = 3_000;

async function answers({ db }: Services): Promise<boolean> {
  const asked = db.pool.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([asked, pause(answersWithin, false, { ref: false })]);
}

/** Where none is set up, none is missed. */
async function scannerAnswers({ files: { scanner } }: Services): Promise<boolean> {
  return scanner === null || (await scanner.answers().catch(() => null)) !== null;
}

/** A database that does not answer is said by itself. */
async function isBehind({ db, now }: Services): Promise<boolean> {
  const asked = isAnySealingBehind(db.pool, now()).catch(() => false);
  return Promise.race([asked, pause(answersWithin, false, { ref: false })]);
}

async function areStuck({ db, now }: Services): Promise<boolean> {
  const asked = areCarriersFailing(db.pool, now()).catch(() => false);
  return Promise.race([asked, pause(answersWithin, false, { ref: false })]);
}

/** Less than this is no room for a document or a file that is uploaded. */
const roomNeeded = 100 * 2 ** 20;

async function hasRoom(data: string | undefined): Promise<boolean> {
  const folders = [tmpdir(), ...(data ? [data] : [])];
  const room = await Promise.all(
    folders.map((folder) =>
      statfs(folder).then(
        ({ bavail, bsize }) => bavail * bsize >= roomNeeded,
        () => false,
      ),
    ),
  );
  return room.every(Boolean);
}
