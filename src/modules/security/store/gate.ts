import { notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { type CaseFile, openFile } from '#modules/case-file/index.ts';
import { atHomeOf } from '#modules/register/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { mayOrderWork, type WorkFacts, type WorkGate } from '#rules/may-order-work.ts';
import { worksOf } from '#rules/works.ts';
import { rightsNow, rightsOf, roomNow, roomOf } from './rights.ts';

/** What of a case decides about every measure in its home. */
export type AroundWorks = Omit<WorkFacts, 'works'>;

export async function aroundWorks(tx: Tx, office: Office, file: CaseFile): Promise<AroundWorks> {
  const { organisation } = office;
  const { propertyId, personId, homeMovedAt, planStanding } = file;
  const [rights, room, atHome] = await Promise.all([
    rightsOf(tx, organisation, file.id),
    roomOf(tx, organisation, file.id),
    propertyId ? atHomeOf(tx, organisation, propertyId, today(office)) : null,
  ]);
  return {
    rights: rightsNow(rights, { homeMovedAt }),
    othersHold: atHome?.some((each) => each.holds && each.now && each.personId !== personId) ?? null,
    room: roomNow(room, { homeMovedAt, planAgreed: planStanding === 'agreed' }),
  };
}

/** Whether everybody who must agree to it does, for work on that day; the same on the page and as it is ordered. */
export function gateOf(kind: string, around: AroundWorks, day: Temporal.PlainDate): WorkGate {
  return mayOrderWork({ works: worksOf(kind) ?? {}, ...around }, day);
}

export async function gateFor(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  kind: string,
  day: Temporal.PlainDate,
): Promise<WorkGate> {
  const file = await openFile(tx, office.organisation, caseId);
  if (!file) throw notFound();
  return gateOf(kind, await aroundWorks(tx, office, file), day);
}
