import { type Sql, sql } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

/** Of the cases that are kept to named people, those that the asker's own wall lets them see. */
export function namedSeen(organisation: OrganisationId): Sql {
  return sql`array(select id from case_file
    where organisation_id = ${organisation} and id = any ((select lintel.named_to_me())::uuid[]))`;
}
