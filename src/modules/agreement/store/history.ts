import { z } from 'zod';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { AgreementHistory } from '../agreement-at.ts';
import { stillRightAnswers } from '../confirmation.ts';
import type { AgreedWay } from '../further-way.ts';
import { agreedWayVersions } from './agreed-ways.ts';
import { type SafeContactVersion, safeContactVersions } from './safe-contacts.ts';

const asking = z.object({
  versionId: z.string(),
  answer: z.enum(stillRightAnswers.map(({ value }) => value)),
  at: instant,
});
const suspicion = z.object({ at: instant, over: z.string(), wayId: z.uuid().nullable() });
const move = z.object({ at: instant });

/** What was agreed in a case over time, and what put it in doubt, for `agreementAt`. */
export async function agreementHistory(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<AgreementHistory<SafeContactVersion, AgreedWay>> {
  const [versions, ways, asked, suspected, moved] = await Promise.all([
    safeContactVersions(tx, organisation, caseId),
    agreedWayVersions(tx, organisation, caseId),
    tx.rows(
      asking,
      sql`select coalesce(g.safe_contact_id, g.agreed_way_id) as "versionId", g.answer, g.asked_at as at
        from safe_contact_asking g
        where g.organisation_id = ${organisation} and g.case_id = ${caseId}`,
    ),
    tx.rows(
      suspicion,
      sql`select c.happened_at as at, c.over, w.way_id as "wayId" from contact c
        left join agreed_way w on w.organisation_id = c.organisation_id and w.id = c.agreed_way_id
        where c.organisation_id = ${organisation} and c.case_id = ${caseId}
          and c.may_suspect in ('yes', 'not_known')`,
    ),
    tx.rows(
      move,
      sql`select h.recorded_at as at from case_home h
        where h.organisation_id = ${organisation} and h.case_id = ${caseId} and h.moves`,
    ),
  ]);
  return { versions, ways, asked, suspected, moved: moved.map(({ at }) => at) };
}
