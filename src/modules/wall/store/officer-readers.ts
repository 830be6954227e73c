import { z } from 'zod';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { type DayOfReader, openings } from '../readers.ts';

const row = z.object({
  caseId: id<CaseId>(),
  day: plainDate.nullable(),
  staffId: id<StaffId>().nullable(),
  staffName: z.string().nullable(),
  granted: z.boolean(),
  name: z.string().nullable(),
  part: z.string().nullable(),
  why: z.string().nullable(),
  at: instant.nullable(),
  times: z.number().nullable(),
});

export interface ReadersByReference {
  readonly caseId: CaseId;
  readonly days: readonly DayOfReader[];
}

/**
 * For the data protection officer, who sees no case: by its reference, who opened it. Null where there is no such case,
 * or a conflict stands in front of it; the two cannot be told apart.
 */
export async function readersByReference(
  tx: Tx,
  reference: string,
  timeZone: string,
): Promise<ReadersByReference | null> {
  const rows = await tx.rows(
    row,
    sql`select case_id as "caseId", day, staff_id as "staffId", staff_name as "staffName", granted, name, part, why,
        at, times from lintel.case_readers(${reference}, ${[...openings]}::text[], ${timeZone})`,
  );
  const [first] = rows;
  if (!first) return null;
  const opened = rows.flatMap(({ day, staffId, staffName, granted, name, part, why, at, times }) =>
    day && staffId && staffName && name && at && times
      ? [{ day, staffId, staffName, granted, name, part: part ?? '', why: why ?? '', at, times }]
      : [],
  );
  const days = Map.groupBy(opened, ({ day, staffId }) => `${day} ${staffId}`);
  return {
    caseId: first.caseId,
    days: [...days.values()].flatMap((all) => {
      const [one] = all;
      if (!one) return [];
      const { day, staffId, staffName: name, granted } = one;
      return [{ day, staffId, name, grantedBecause: granted ? letInByName : '', opened: all }];
    }),
  };
}

/** That a colleague was let in, without the words that were given for it: they may tell of the case. */
const letInByName = 'Let in by name';
