import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Carriers } from '#kit/carrier.ts';
import { folderStore } from '#kit/files/folder-store.ts';
import { sessionCookie } from '#kit/http/begin.ts';
import { now } from '#kit/now.ts';
import { shelve } from '#kit/pack-shelf.ts';
import { loadPacks } from '#kit/packs.ts';
import type { Services } from '#kit/services.ts';
import { staffSite } from '../src/app.ts';
import { filesFolder } from '../tests/files-folder.ts';
import type { Signed } from './signed.ts';

/** The staff site as it runs in service, over a pool of the benchmark's. */
export function benchSite(pool: pg.Pool): Promise<FastifyInstance> {
  return benchServices(pool).then(staffSite);
}

export async function benchServices(pool: pg.Pool, carriers: Carriers = {}): Promise<Services> {
  return {
    db: { pool, checkRows: false },
    now,
    secret: 'the secret of a benchmark',
    packs: shelve(await loadPacks()),
    files: { store: folderStore(filesFolder()), scanner: null },
    mail: { send: async () => {} },
    carriers,
    settings: {
      staffUrl: 'http://127.0.0.1',
      helpUrl: 'http://127.0.0.1',
      secure: false,
      trustProxy: false,
      requestsPerMinute: 1_000_000_000,
      idle: Temporal.Duration.from({ minutes: 30 }),
      metricsHost: '127.0.0.1',
      log: 'silent',
    },
  };
}

/** Cookies and proof of origin of a signed-in browser, without a network between. */
export async function proofFor(site: FastifyInstance, session: string): Promise<Signed> {
  const response = await site.inject({ url: '/cases', cookies: { [sessionCookie]: session } });
  const csrf = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1];
  if (response.statusCode !== 200 || !csrf) throw new Error(`The first page answered ${response.statusCode}`);
  const given = (response.cookies as { name: string; value: string }[]).map(
    ({ name, value }) => `${name}=${value}`,
  );
  return {
    cookies: [`${sessionCookie}=${session}`, ...given].join('; '),
    csrf,
    organisation: session.split('.')[0] ?? '',
  };
}
