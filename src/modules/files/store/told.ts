import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import type { FileKind } from '../file-types.ts';
import { addedInWords } from '../kept-file.ts';
import { type Keeping, keepFiles, lastNumber, type Placed, type Said } from './keep.ts';

const caseRow = z.object({ caseId: id<CaseId>().nullable() });

/** Keeps files with what was told, or in the case that it has become; whoever decides about it now is waited for. */
export async function keepToldFiles(
  ctx: Keeping,
  disclosureId: DisclosureId,
  files: readonly Placed[],
  said: Said,
): Promise<void> {
  const { caseId } = await ctx.tx.one(
    caseRow,
    sql`select case_id as "caseId" from disclosure
      where organisation_id = ${ctx.organisation} and id = ${disclosureId} for update`,
  );
  await keepFiles(ctx, { caseId, disclosureId }, files, said);
}

const row = z.object({
  id: z.uuid(),
  kind: z.string() as unknown as z.ZodType<FileKind>,
  shows: z.string(),
  source: z.string(),
  addedAt: instant,
});
type Told = z.infer<typeof row>;

/** What came with what was told goes along when that becomes a case: numbered, told of, and behind its wall. */
export async function bringFilesIntoCase(
  tx: Tx,
  office: Office,
  disclosureId: DisclosureId,
  caseId: CaseId,
): Promise<void> {
  const { organisation } = office;
  const files = await tx.rows(
    row,
    sql`select id, kind, shows, source, added_at as "addedAt" from kept_file
      where organisation_id = ${organisation} and disclosure_id = ${disclosureId} and case_id is null
      order by number`,
  );
  if (files.length === 0) return;
  let number = await lastNumber(tx, organisation, { caseId });
  for (const together of addedTogether(files)) {
    const [{ shows, source, addedAt }] = together;
    const entryId = await addEntry(tx, office, {
      ...{ caseId, kind: 'note', happenedAt: addedAt, knownAt: addedAt, source },
      words: addedInWords(together, number + 1, { shows, cameWith: 'it came with what was told' }),
    });
    for (const file of together) {
      number += 1;
      await tx.run(sql`update kept_file set case_id = ${caseId}, number = ${number}, entry_id = ${entryId}
        where organisation_id = ${organisation} and id = ${file.id}`);
      await tx.run(sql`update shown_file set case_id = ${caseId}
        where organisation_id = ${organisation} and file_id = ${file.id}`);
      await happened(tx, office, { name: 'file.came-into-case', caseId, subjectId: file.id });
    }
  }
}

/** Those that were sent at once: one entry tells of them. */
function addedTogether(files: readonly Told[]): readonly (readonly [Told, ...Told[]])[] {
  const groups: [Told, ...Told[]][] = [];
  for (const file of files) {
    const last = groups.at(-1);
    if (last?.[0].addedAt.equals(file.addedAt) && last[0].shows === file.shows) last.push(file);
    else groups.push([file]);
  }
  return groups;
}
