import { z } from 'zod';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { type ClosedDays, noClosedDays } from '#rules/closed-days.ts';
import type { EventName } from '#rules/event.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import type { CommitmentOf, Pack } from '#rules/pack.ts';
import type { Author } from './event.ts';
import type { PackShelf, Services } from './services.ts';
import { sql, type Tx } from './sql.ts';

/**
 * A landlord's office at a moment: who acts, when, under which policy, on which calendar. Made once a request and once
 * a job, and handed on whole.
 */
export interface Office extends Author {
  readonly pack: Pack;
  /** The pack's office hours with its division's bank holidays and the landlord's own closures. */
  readonly calendar: WorkingCalendar;
  /** What begins, keeps or ends a promise under any policy on the shelf: what is not among these moves none. */
  readonly promised: ReadonlySet<EventName>;
  /** What runs keeps the name and the terms of the policy under which it began. */
  readonly commitmentOf: CommitmentOf;
}

/**
 * The office of somebody whose landlord works under this pack. Throws where the pack is not on the shelf.
 * @param closedDays the landlord's own, as they were read with the policy in force; left out: there are none yet
 */
export function officeUnder(
  packs: PackShelf,
  packId: string,
  author: Author,
  closedDays: ClosedDays = noClosedDays,
): Office {
  const pack = packs.find(packId);
  const { promised, commitmentOf } = packs;
  return { ...author, pack, calendar: packs.calendarOf(pack, closedDays), promised, commitmentOf };
}

const row = z.object({ packId: z.string(), closedDays: z.string() });

/** The office of a landlord for a job: the program acts, at this moment, under the policy in force. */
export async function officeOf(
  tx: Tx,
  services: Pick<Services, 'packs' | 'now'>,
  organisation: OrganisationId,
  staff: StaffId | null = null,
): Promise<Office> {
  const now = services.now();
  const { packId, closedDays } = await tx.one(
    row,
    sql`select lintel.pack_at(${organisation}, ${now}) as "packId",
      lintel.closed_days(${organisation}) as "closedDays"`,
  );
  return officeUnder(services.packs, packId, { organisation, staff, now }, closedDays);
}
