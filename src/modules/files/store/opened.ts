import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { Share } from '#modules/sharing/index.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Holds } from '../exhibits.ts';

const row = z.object({ file: z.uuid(), as: z.string() });
const opens: Readonly<Record<Holds, string>> = { originals: 'original', shown: 'whole' };

/**
 * Which files the second person had opened, as they would leave, before they agreed (V3.2): the picture, or the
 * original, of which no picture shows what a phone wrote into it. Whom nobody had to ask opened none.
 */
export async function openedBySecond(
  tx: Tx,
  organisation: OrganisationId,
  { caseId, second }: Share,
): Promise<(file: string, holds: Holds) => boolean> {
  if (!second?.by || !second.decidedAt) return () => false;
  const opened = await tx.rows(
    row,
    sql`select distinct e.subject_id as file, e.data ->> 'as' as "as" from event e
      where e.organisation_id = ${organisation} and e.case_id = ${caseId} and e.staff_id = ${second.by}
        and e.at <= ${second.decidedAt} and e.name in ('file.viewed', 'file.exported')
        and e.data ->> 'as' = any (${Object.values(opens)}::text[])`,
  );
  return (file, holds) => opened.some((each) => each.file === file && each.as === opens[holds]);
}
