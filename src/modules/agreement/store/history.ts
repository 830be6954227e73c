import { z } from 'zod';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { AgreementHistory } from '../agreement-at.ts';
import { stillRightAnswers } from '../confirmation.ts';
import type { AgreedWay } from '../further-way.ts';
import { agreedWayVersions } from './agreed-ways.ts';
import { type SafeContactVersion, safeContactVersions } from './safe-contacts.ts';

/** They were asked if it is still right, or a message came back; or somebody may suspect something; else they moved. */
const sinceRow = z.object({
  at: instant,
  versionId: z.uuid().nullable(),
  answer: z.enum(stillRightAnswers.map(({ value }) => value)).nullable(),
  over: z.string().nullable(),
  wayId: z.uuid().nullable(),
});

/** What was agreed in a case over time, and what put it in doubt, for `agreementAt`. */
export async function agreementHistory(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<AgreementHistory<SafeContactVersion, AgreedWay>> {
  const [versions, ways, since] = await Promise.all([
    safeContactVersions(tx, organisation, caseId),
    agreedWayVersions(tx, organisation, caseId),
    tx.rows(
      sinceRow,
      sql`with went as (select * from lintel.went_wrong(${organisation}, ${caseId}))
      select g.asked_at as at, coalesce(g.safe_contact_id, g.agreed_way_id) as "versionId", g.answer,
          null as over, null::uuid as "wayId"
        from safe_contact_asking g where g.organisation_id = ${organisation} and g.case_id = ${caseId}
      union all select m.gone_at, coalesce(m.agreed_way_id, m.safe_contact_id), 'changed', null, null from went m
      union all select m.gone_at, v.id, 'changed', null, null from went m
        join (select id, organisation_id, case_id, recorded_at, value from safe_contact
          union all select id, organisation_id, case_id, recorded_at, value from agreed_way) v
          on v.organisation_id = ${organisation} and v.case_id = ${caseId} and m.gone_at > v.recorded_at
            and v.value <> '' and lintel.plainly(v.value) = lintel.plainly(m.value)
      union all select c.happened_at, null, null, c.over, w.way_id from contact c
        left join agreed_way w on w.organisation_id = c.organisation_id and w.id = c.agreed_way_id
        where c.organisation_id = ${organisation} and c.case_id = ${caseId} and c.may_suspect in ('yes', 'not_known')
      union all select h.recorded_at, null, null, null, null from case_home h
        where h.organisation_id = ${organisation} and h.case_id = ${caseId} and h.moves`,
    ),
  ]);
  return {
    versions,
    ways,
    asked: since.flatMap(({ at, versionId, answer }) =>
      versionId !== null && answer !== null ? { at, versionId, answer } : [],
    ),
    suspected: since.flatMap(({ at, over, wayId }) => (over === null ? [] : { at, over, wayId })),
    moved: since.flatMap(({ at, versionId, over }) => (versionId === null && over === null ? at : [])),
  };
}
