import type pg from 'pg';
import { codeOf, Failure } from '../failure.ts';
import { scramVerifier } from './passwords.ts';

/**
 * Who they are stands in docs/security.md: owner makes the
 * tables, app and public serve, definer owns narrow functions.
 */
const roles = {
  lintel_owner: 'nologin',
  lintel_definer: 'nologin',
  lintel_app: 'login',
  lintel_public: 'login',
} as const;

/** A role that serves requests. */
export type ServingRole = 'lintel_app' | 'lintel_public';

type Situation = Readonly<{
  login: string;
  database: string;
  /** Whether this login may make roles at all. */
  mayCreate: boolean;
  missing: readonly (keyof typeof roles)[];
  /** Whether it may act as `lintel_owner`, which owns and changes every table. */
  actsAsOwner: boolean;
  ownerActsAsDefiner: boolean;
  ownerCreates: boolean;
}>;

/**
 * Makes the four roles and their memberships where they are missing, as far as this login may.
 * @throws Failure with the exact SQL for the server's administrator where it may not
 */
export async function prepareRoles(client: pg.Client): Promise<void> {
  const before = await situation(client);
  const wanted = missingSql(before);
  if (wanted.length === 0) return;
  try {
    for (const statement of wanted) await client.query(statement);
  } catch (cause) {
    if (codeOf(cause) !== '42501' && codeOf(cause) !== '42704') throw cause;
    throw new Failure(
      `The database login ${before.login} may not prepare the roles that Lintel needs.`,
      `Ask the server's administrator to run, in the database ` +
        `${before.database}:\n${wanted.map((s) => `  ${s};`).join('\n')}`,
      cause,
    );
  }
}

/**
 * Sets a serving role's password to the derived one.
 * @throws Failure where this login may not; then the operator names the connection
 */
export async function setPassword(client: pg.Client, role: ServingRole, password: string): Promise<void> {
  try {
    await client.query(`alter role ${role} login password '${scramVerifier(password)}'`);
  } catch (cause) {
    if (codeOf(cause) !== '42501') throw cause;
    const variable = role === 'lintel_app' ? 'DATABASE_APP_URL' : 'DATABASE_PUBLIC_URL';
    throw new Failure(
      `The database login of DATABASE_URL may not set the password of ${role}.`,
      `Ask the server's administrator to run: alter role ${role} login password '…'; then set ` +
        `${variable} to postgresql://${role}:…@host/database.`,
      cause,
    );
  }
}

/**
 * Row-level security is no wall to a superuser, to a role that bypasses it, or to one that owns or may become the
 * owner.
 * @throws Failure naming what is wrong; nothing may be served then
 */
export async function requireHarmless(pool: pg.Pool, variable: string): Promise<void> {
  const { rows } = await pool.query(`
    select current_user as login, rolsuper, rolbypassrls, rolcreaterole,
      exists (select from pg_class where relowner = r.oid and relkind in ('r', 'p')) as owns,
      pg_has_role(r.oid, 'lintel_owner', 'member') or pg_has_role(r.oid, 'lintel_definer', 'member') as becomes
    from pg_roles r where rolname = current_user`);
  const [role] = rows;
  const fault =
    (role.rolsuper && 'is a superuser') ||
    (role.rolbypassrls && 'bypasses row-level security') ||
    (role.rolcreaterole && 'may create roles') ||
    (role.owns && 'owns tables') ||
    (role.becomes && 'may act as lintel_owner or lintel_definer');
  if (!fault) return;
  throw new Failure(
    `The database role ${role.login} ${fault}, so the wall around each case would not hold. Lintel ` +
      'does not serve with it.',
    `Let ${variable} connect as the role that Lintel made for this, with no further rights.`,
  );
}

function missingSql(now: Situation): readonly string[] {
  return [
    ...now.missing.map((role) => `create role ${role} ${roles[role]}`),
    ...(now.actsAsOwner ? [] : [`grant lintel_owner to "${now.login}"`]),
    ...(now.ownerActsAsDefiner ? [] : ['grant lintel_definer to lintel_owner']),
    ...(now.ownerCreates
      ? []
      : [
          `grant create on database "${now.database}" to lintel_owner with grant option`,
          'grant create, usage on schema public to lintel_owner with grant option',
        ]),
  ];
}

async function situation(client: pg.Client): Promise<Situation> {
  const { rows } = await client.query(
    `select current_user as login, current_database() as database,
       current_setting('server_version_num')::int as version,
       array(select name from unnest($1::text[]) name
         where not exists (select from pg_roles where rolname = name)) as missing,
       (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as "mayCreate"`,
    [Object.keys(roles)],
  );
  const [known] = rows;
  const nothing = { ...known, actsAsOwner: false, ownerActsAsDefiner: false, ownerCreates: false };
  if (known.missing.length > 0) return nothing;
  const become = known.version >= 160_000 ? 'set' : 'member';
  const able = await client.query(
    `select pg_has_role(current_user, 'lintel_owner', $1) as "actsAsOwner",
       pg_has_role('lintel_owner', 'lintel_definer', $1) as "ownerActsAsDefiner",
       has_database_privilege('lintel_owner', current_database(), 'create')
         and has_schema_privilege('lintel_owner', 'public', 'create, usage') as "ownerCreates"`,
    [become],
  );
  return { ...known, ...able.rows[0] };
}
