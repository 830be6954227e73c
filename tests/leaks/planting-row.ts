import type { ClientBase } from 'pg';
import { newId } from '#kit/ids.ts';
import type { Services } from '#kit/services.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { type Given, plantRow, type readColumns } from './rows.ts';
import type { Scope } from './secrets.ts';

export interface Site {
  readonly client: ClientBase;
  readonly columns: Awaited<ReturnType<typeof readColumns>>;
  readonly tables: Set<string>;
  readonly services: Services;
  readonly organisation: OrganisationId;
}

/** One row, with a marker wherever somebody could write. @returns its id */
export async function plant(site: Site, scope: Scope, table: string, given: Given = {}): Promise<string> {
  const id = newId<string>();
  const row = { organisation_id: site.organisation, id, ...given };
  await plantRow(site.client, site.columns, scope, table, row);
  site.tables.add(table);
  return id;
}
