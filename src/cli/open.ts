import type { Logger } from 'pino';
import type { Config } from '#kit/config.ts';
import { readMigrations } from '#kit/database/migrate.ts';
import { prepareDatabase } from '#kit/database/prepare.ts';
import { requireHarmless } from '#kit/database/roles.ts';
import { openServer } from '#kit/database/server.ts';
import type { Watched } from '#kit/database/watch.ts';
import { createLog } from '#kit/log.ts';
import { now } from '#kit/now.ts';
import { rootSecret } from '#kit/secret.ts';
import { createPool } from '#kit/sql.ts';
import type { Ground } from './application.ts';
import { step } from './step.ts';

export type Opened = Readonly<{ ground: Ground; close: () => Promise<void> }>;

const connections = { app: 10, help: 4 };

/** Opens the database, brings it up to this program and connects as the serving roles: for start and every command. */
export async function openGround(config: Config, report: typeof step = step): Promise<Opened> {
  const secret = rootSecret(config);
  const server = await report(
    'Database',
    () => openServer(config, telling(createLog(config.log))),
    ({ where }) => where,
  );
  try {
    const { serving } = await report(
      'Migrations',
      async () =>
        prepareDatabase({
          url: server.url,
          secret,
          given: { app: config.database.appUrl, public: config.database.publicUrl },
          migrations: await readMigrations(),
        }),
      ({ applied }) => (applied.length > 0 ? `${applied.length} applied` : 'up to date'),
    );
    const app = createPool(serving.app, connections.app, undefined, Math.min(4, connections.app));
    const help = createPool(serving.public, connections.help);
    let closed: Promise<void> | undefined;
    const close = () => {
      closed ??= Promise.all([app.end(), help.end()]).then(() => server.close());
      return closed;
    };
    await requireHarmless(app, 'DATABASE_APP_URL');
    await requireHarmless(help, 'DATABASE_PUBLIC_URL');
    const ground: Ground = {
      config,
      secret,
      now,
      app: { pool: app, checkRows: false },
      help: { pool: help, checkRows: false },
    };
    return { ground, close };
  } catch (thrown) {
    await server.close();
    throw thrown;
  }
}

function telling(log: Pick<Logger, 'warn' | 'error'>): (watched: Watched) => void {
  return (watched) => {
    if (watched.what === 'ended') log.error('the embedded database ended: it is started again');
    else if (watched.what === 'back') log.warn('the embedded database is there again');
    else log.error({ err: watched.why }, 'the embedded database does not start: it is tried again');
  };
}

/** For commands, whose output is their own: the same without a word. */
export const silently: typeof step = (_name, work) => work();
