import { z } from 'zod';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { AgreementHistory } from '../agreement-at.ts';
import { stillRightAnswers } from '../confirmation.ts';
import { type SafeContactVersion, safeContactVersions } from './safe-contacts.ts';

const asking = z.object({
  versionId: z.string(),
  answer: z.enum(stillRightAnswers.map(({ value }) => value)),
  at: instant,
});
const suspicion = z.object({ at: instant });

/** What was agreed in a case over time, and what put it in doubt, for `agreementAt`. */
export async function agreementHistory(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<AgreementHistory<SafeContactVersion>> {
  const [versions, asked, suspected] = await Promise.all([
    safeContactVersions(tx, organisation, caseId),
    tx.rows(
      asking,
      sql`select g.safe_contact_id as "versionId", g.answer, g.asked_at as at from safe_contact_asking g
        where g.organisation_id = ${organisation} and g.case_id = ${caseId}`,
    ),
    tx.rows(
      suspicion,
      sql`select c.happened_at as at from contact c
        where c.organisation_id = ${organisation} and c.case_id = ${caseId}
          and c.may_suspect in ('yes', 'not_known')`,
    ),
  ]);
  return { versions, asked, suspected: suspected.map(({ at }) => at) };
}
