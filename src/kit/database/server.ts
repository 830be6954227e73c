import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { codeOf, Failure } from '../failure.ts';
import { connect } from './connect.ts';
import { openEmbedded } from './embedded.ts';
import type { Watched } from './watch.ts';

/** The database that a configuration names, reachable now. */
export type Server = Readonly<{
  /** The owner's connection, for migrations only. */
  url: string;
  /** In words, for the operator: which server, or where its files are. */
  where: string;
  close: () => Promise<void>;
}>;

/**
 * Opens the server of DATABASE_URL, waiting ten seconds for one that is still starting, or the embedded one, which is
 * watched from then on. @param said is told when the embedded one ended and came back
 */
export async function openServer(
  config: Pick<Config, 'database' | 'data'>,
  said: (watched: Watched) => void = () => {},
): Promise<Server> {
  return config.database.url ? external(config.database.url) : embedded(config, said);
}

async function external(url: string): Promise<Server> {
  const client = await patiently(() => connect(url));
  await client.end();
  const { hostname, port, pathname } = new URL(url);
  return { url, where: `${hostname || 'localhost'}:${port || 5432}${pathname}`, close: async () => {} };
}

async function embedded(
  { data, database }: Pick<Config, 'database' | 'data'>,
  said: (watched: Watched) => void,
): Promise<Server> {
  const { home, url, close } = await openEmbedded({ data, port: database.embeddedPort, said });
  const administrator = await connect(url('postgres'));
  try {
    const { rows } = await administrator.query("select from pg_database where datname = 'lintel'");
    if (rows.length === 0) await administrator.query('create database lintel');
  } catch (thrown) {
    // Another program that starts with us was quicker.
    if (codeOf(thrown) !== '42P04' && codeOf(thrown) !== '23505') throw thrown;
  } finally {
    await administrator.end();
  }
  return { url: url('lintel'), where: `embedded, in ${home}`, close: () => close() };
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const starting = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', '57P03'];
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (thrown) {
      const code = thrown instanceof Failure ? codeOf(thrown.cause) : undefined;
      if (attempt === 10 || !starting.includes(code ?? '')) throw thrown;
      await pause(1000);
    }
  }
}
