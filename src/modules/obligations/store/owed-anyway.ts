import { z } from 'zod';
import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, sql, type Tx, transact } from '#kit/sql.ts';
import type { CaseEventName } from '#rules/event.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { type Beginning, beginnings } from '../obligations.ts';
import { begin } from './begin.ts';
import { tellOf } from './happened.ts';
import { refreshNextDue } from './settle.ts';

const batch = 100;

/**
 * What the policy in force promises in any case (`atLatest`) is owed in cases, too, that were open before it did:
 * before an upgrade, or under an earlier policy. It runs from now on, so that nothing is broken that nobody promised.
 * @returns how many promises began
 */
export async function oweAnyway(services: Services, organisation: OrganisationId): Promise<number> {
  let begun = 0;
  for (;;) {
    const found = await transact(services.db, { organisation, system: true }, async (tx) =>
      oweBatch(tx, await officeOf(tx, services, organisation)),
    );
    begun += found;
    if (found < batch) return begun;
  }
}

async function oweBatch(tx: Tx, office: Office): Promise<number> {
  let begun = 0;
  for (const event of startsOf(office))
    for (const beginning of beginnings(office, { event, at: office.now }).filter(({ waiting }) => waiting))
      begun += await beginIn(tx, office, event, beginning);
  return begun;
}

function startsOf({ pack }: Office): ReadonlySet<CaseEventName> {
  return new Set(
    pack.commitments.flatMap(({ measure }) =>
      measure.kind === 'clock' && measure.atLatest ? [measure.atLatest.starts] : [],
    ),
  );
}

const row = z.object({ caseId: id<CaseId>(), eventId: z.uuid() });

/**
 * Open cases that know nothing of this promise, and in which nothing was done that would keep or end it. One that rests
 * at the person's own wish is left in peace until it goes on (V3.4).
 */
async function beginIn(tx: Tx, office: Office, event: CaseEventName, beginning: Beginning): Promise<number> {
  const { organisation } = office;
  const cases = await tx.rows(
    row,
    sql`select c.id as "caseId", opened.id as "eventId" from case_file c
      cross join lateral (select e.id from event e where e.organisation_id = c.organisation_id and e.case_id = c.id
        and e.name = ${event} order by e.at, e.id limit 1) opened
      where c.organisation_id = ${organisation} and c.closed_at is null and c.paused_at is null
        and not exists (select from obligation o where o.organisation_id = c.organisation_id and o.case_id = c.id
          and o.commitment = ${beginning.commitment})
        and not exists (select from event e where e.organisation_id = c.organisation_id and e.case_id = c.id
          and e.name = any (${[...beginning.stops, ...beginning.byPlan]}))
      order by c.id limit ${batch} for update of c skip locked`,
  );
  for (const { caseId, eventId } of cases) {
    const about = { caseId, disclosureId: null, subjectId: null, eventId };
    await tellOf(tx, office, await begin(tx, office, beginning, about));
    await refreshNextDue(tx, office, caseId);
  }
  return cases.length;
}
