import type pg from 'pg';
import { codeOf, Failure } from '../failure.ts';
import { closeCatalogue } from './catalogue.ts';
import { connect, urlFor } from './connect.ts';
import { alone, type Migration, migrate } from './migrate.ts';
import { derivedPassword } from './passwords.ts';
import { prepareRoles, type ServingRole, setPassword } from './roles.ts';

/** The connection strings that requests and jobs are served with. */
export type ServingUrls = Readonly<{ app: string; public: string }>;

export type Preparation = Readonly<{
  /** The owner's connection (DATABASE_URL, or the embedded superuser). */
  url: string;
  /** From which the serving roles' passwords are derived. */
  secret: string;
  /** Set by an operator whose login may not make roles or passwords. */
  given?: Readonly<{ app?: string | undefined; public?: string | undefined }>;
  migrations: readonly Migration[];
}>;

/**
 * Makes a database ready to serve: roles, migrations, passwords. Safe to call from several programs at once.
 * @throws Failure with what the operator must do
 */
export async function prepareDatabase(
  preparation: Preparation,
): Promise<Readonly<{ serving: ServingUrls; applied: readonly Migration[] }>> {
  const { url, secret, given, migrations } = preparation;
  const client = await connect(url);
  try {
    return await alone(client, async () => {
      await prepareRoles(client);
      await closeCatalogue(client);
      const applied = await migrate(client, migrations);
      const serving = {
        app: given?.app ?? (await derivedUrl(client, url, 'lintel_app', secret)),
        public: given?.public ?? (await derivedUrl(client, url, 'lintel_public', secret)),
      };
      return { serving, applied };
    });
  } finally {
    await client.end();
  }
}

/** The role's own connection; its password is only set when it does not open the door already. */
async function derivedUrl(
  client: pg.Client,
  url: string,
  role: ServingRole,
  secret: string,
): Promise<string> {
  const password = derivedPassword(secret, role);
  const serving = urlFor(url, role, password);
  if (await opens(serving)) return serving;
  await setPassword(client, role, password);
  if (await opens(serving)) return serving;
  throw new Failure(
    `The database server does not let ${role} in, although its password is set.`,
    `Allow it in the server's pg_hba.conf (host all ${role} … scram-sha-256).`,
  );
}

async function opens(url: string): Promise<boolean> {
  try {
    const client = await connect(url);
    await client.end();
    return true;
  } catch (thrown) {
    const refused = thrown instanceof Failure && ['28P01', '28000'].includes(codeOf(thrown.cause) ?? '');
    if (refused) return false;
    throw thrown;
  }
}
