import type { ClientBase } from 'pg';
import { foreign } from './tables.ts';

interface FunctionRow {
  readonly text: string;
  readonly signature: string;
  readonly kind: string;
  readonly owner: string;
  readonly lentTo: readonly string[] | null;
}

/**
 * Every function and procedure as it is now, whoever owns it where
 * that is not the owner of all, and whom it is lent to.
 */
export async function readFunctions(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<FunctionRow>(`
    select pg_get_functiondef(f.oid) as text, f.oid::regprocedure::text as signature,
      case f.prokind when 'p' then 'procedure' else 'function' end as kind, f.proowner::regrole::text as owner,
      -- Null: never said, so that everybody may call it.
      case when f.proacl is not null then array(
        select coalesce(nullif(g.grantee, 0)::regrole::text, 'public') from aclexplode(f.proacl) g
        where g.grantee <> f.proowner order by 1) end as "lentTo"
    from pg_proc f join pg_namespace n on n.oid = f.pronamespace
    where n.nspname in ('public', 'lintel') and f.prokind in ('f', 'p') and not ${foreign('f.oid')}
    order by f.oid::regprocedure::text collate "C"`);
  return rows.map(described);
}

function described({ text, signature, kind, owner, lentTo }: FunctionRow): string {
  return [
    `${text.trim()};`,
    ...(owner === 'lintel_owner' ? [] : [`alter ${kind} ${signature} owner to ${owner};`]),
    ...(lentTo === null || lentTo.includes('public')
      ? []
      : [`revoke all on ${kind} ${signature} from public;`]),
    ...(lentTo ?? [])
      .filter((role) => role !== 'public')
      .map((role) => `grant execute on ${kind} ${signature} to ${role};`),
  ].join('\n');
}
