import { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import { agreedIn } from '#modules/agreement/index.ts';
import { obligationsOf } from '#modules/obligations/index.ts';
import { homeOf, personNamesIn } from '#modules/register/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { openFile } from './case-file.ts';
import { peopleIn } from './people.ts';

/**
 * What stands around every page of a case, in one round trip; queries of the page itself may be sent in it
 * too, after this. Throws `not-found` where there is no such case or the wall is in front of it.
 */
export async function loadFrame(tx: Tx, organisation: OrganisationId, caseId: CaseId) {
  const [file, agreed, people, promises, known, place] = await Promise.all([
    openFile(tx, organisation, caseId),
    agreedIn(tx, organisation, caseId),
    peopleIn(tx, organisation, caseId),
    obligationsOf(tx, organisation, { caseId }),
    personNamesIn(tx, organisation, everybodyIn(organisation, caseId)),
    homeOf(tx, organisation, homeIn(organisation, caseId)),
  ]);
  if (!file) throw notFound();
  const { home = null, tenancy = null } = place ?? {};
  return { file, agreed, people, promises, known, home, tenancy };
}
export type CaseFrame = Awaited<ReturnType<typeof loadFrame>>;

function everybodyIn(organisation: OrganisationId, caseId: CaseId): Sql {
  return sql`select p.person_id from case_person p where p.organisation_id = ${organisation} and p.case_id = ${caseId}
    union select c.person_id from case_file c where c.organisation_id = ${organisation} and c.id = ${caseId}`;
}

function homeIn(organisation: OrganisationId, caseId: CaseId): Sql {
  return sql`select c.property_id, c.tenancy_id from case_file c
    where c.organisation_id = ${organisation} and c.id = ${caseId}`;
}

const firstRow = z.object({ at: instant });

/** The first moment that anybody knew of what this case is about; nothing in it is earlier. */
export async function firstKnown(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<Temporal.Instant> {
  const found = await tx.maybe(
    firstRow,
    sql`select least(c.opened_at, (select min(o.started_at) from obligation o
        where o.organisation_id = c.organisation_id and o.case_id = c.id)) as at
      from case_file c where c.organisation_id = ${organisation} and c.id = ${caseId}`,
  );
  if (!found) throw notFound();
  return found.at;
}
