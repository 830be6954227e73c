import { z } from 'zod';
import { id, sql, type Tx } from '#kit/sql.ts';
import { onCallAt } from '#modules/rota/index.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';

export interface DangerAbout {
  readonly caseId?: string | null;
  readonly disclosureId?: string | null;
}

/** Whom to ring now; nobody where nobody is on call, or it is kept from whoever is. */
export interface ToRing {
  readonly people: readonly { readonly id: StaffId; readonly words: string }[];
  readonly anybodyOnCall: boolean;
}

const idRow = z.object({ id: id<StaffId>() });

/**
 * Whoever is on call and may know of all of these, by name and number; where the wall keeps it from the first, the
 * second. Nobody is sent to ring somebody whom it is kept from: the person on call may be his sister.
 */
export async function toRing(
  tx: Tx,
  organisation: OrganisationId,
  now: Temporal.Instant,
  abouts: readonly DangerAbout[],
): Promise<ToRing> {
  const duties = await onCallAt(tx, organisation, now);
  if (duties.length === 0) return { people: [], anybodyOnCall: false };
  const all = duties.flatMap(({ staffId, secondId }) => [staffId, ...(secondId ? [secondId] : [])]);
  const allowed = await tx.rows(
    idRow,
    sql`select on_duty.id from unnest(${all}::uuid[]) as on_duty (id)
      where not exists (
        select from unnest(${abouts.map(({ caseId = null }) => caseId)}::uuid[],
          ${abouts.map(({ disclosureId = null }) => disclosureId)}::uuid[]) as about (case_id, disclosure_id)
        where not exists (
          select from lintel.may_be_told(array[on_duty.id], about.case_id, about.disclosure_id)))`,
  );
  const may = new Set(allowed.map((each) => each.id));
  const people = duties.flatMap(({ staffId, name, reach, secondId, secondName }) => {
    if (may.has(staffId)) return [{ id: staffId, words: `${name}, ${reach}` }];
    return secondId && may.has(secondId) ? [{ id: secondId, words: `${secondName}, second on call` }] : [];
  });
  return { people, anybodyOnCall: true };
}
