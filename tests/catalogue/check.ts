import type { ClientBase } from 'pg';

/** One question to the catalogue; each row answers what is wrong, in words. */
export interface Check {
  readonly holds: string;
  readonly complaints: (client: ClientBase) => Promise<readonly string[]>;
  /** Statements that break it, each to be caught. */
  readonly broken: readonly string[];
}

export const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'lintel_migration')
  and n.nspname not like 'pg\\_temp%'`;

/** A bad table needs everything else right, or another check than the one on trial would catch it. */
export const table = (name: string, more: string, key = 'primary key (organisation_id, id)') =>
  `create table ${name} (organisation_id uuid not null references organisation, id uuid not null, ${more} ${key});
  call lintel.protect('${name}');`;

export function check(
  holds: string,
  query: string,
  broken: readonly string[],
  values: readonly unknown[] = [],
): Check {
  return {
    holds,
    broken,
    async complaints(client) {
      const { rows } = await client.query({ text: query, values: [...values], rowMode: 'array' });
      return rows.map((row) => String(row[0])).sort();
    },
  };
}
