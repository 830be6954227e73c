import pg from 'pg';
import { codeOf, Failure, wordsOf } from '../failure.ts';

const oldest = 150_000;
const tooNew = 190_000;

/**
 * Opens one connection to the database of DATABASE_URL.
 * @throws Failure when it cannot be reached, refuses the login, or is not PostgreSQL 15 to 18
 */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'lintel',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    await client.end().catch(() => {});
    throw unreachable(url, cause);
  }
  const { rows } = await client.query(`select current_setting('server_version_num')::int as version,
    current_setting('server_version') as name, pg_encoding_to_char(encoding) as encoding
    from pg_database where datname = current_database()`);
  const [{ version, name, encoding }] = rows;
  if (version >= oldest && version < tooNew && encoding === 'UTF8') return client;
  await client.end();
  throw new Failure(
    encoding === 'UTF8'
      ? `The database server is PostgreSQL ${name}.`
      : `The database is encoded in ${encoding}, not UTF8.`,
    'Lintel runs on PostgreSQL 15, 16, 17 or 18, in a database with encoding UTF8: set DATABASE_URL to one.',
  );
}

/** The same database for another login. */
export function urlFor(url: string, login: string, password: string): string {
  const other = new URL(url);
  other.username = login;
  other.password = password;
  return other.href;
}

/** The connection string without its password, for messages. */
export function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = '';
  return shown.href;
}

function unreachable(url: string, cause: unknown): Failure {
  const { hostname, port, pathname, username } = new URL(url);
  const server = `${hostname || 'localhost'}:${port || 5432}`;
  const code = codeOf(cause);
  if (code === '3D000') {
    const name = decodeURIComponent(pathname.slice(1));
    return new Failure(
      `The server at ${server} has no database ${name}.`,
      `Make it first (create database "${name}" encoding 'UTF8'), or correct DATABASE_URL.`,
      cause,
    );
  }
  if (code === '28P01' || code === '28000') {
    return new Failure(
      `The database server at ${server} refused the login ${username}: ${wordsOf(cause)}.`,
      'Correct the name or password in DATABASE_URL (or DATABASE_APP_URL, DATABASE_PUBLIC_URL), or ' +
        'allow it in pg_hba.conf.',
      cause,
    );
  }
  return new Failure(
    `The database server at ${server} cannot be reached: ${wordsOf(cause) || code}.`,
    'Start it, or correct DATABASE_URL; leave DATABASE_URL empty to use the embedded database.',
    cause,
  );
}
