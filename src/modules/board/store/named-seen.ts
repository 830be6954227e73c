import { type Sql, sql } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Viewer } from '../discretion.ts';

/**
 * Of the cases that are kept to named people, those that the asker's own wall lets them see. From whoever sees figures
 * only nothing is left out, so nothing is added for them.
 */
export function namedSeen(organisation: OrganisationId, viewer: Viewer): Sql {
  if (viewer === 'figures-only') return sql`'{}'::uuid[]`;
  return sql`array(select id from case_file
    where organisation_id = ${organisation} and id = any ((select lintel.named_to_me())::uuid[]))`;
}
