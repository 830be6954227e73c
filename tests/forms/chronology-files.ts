import { csvText } from '#kit/documents/csv.ts';
import type { Database } from '#kit/sql.ts';
import { transact } from '#kit/sql.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { type Exported, exportDocument } from '../../src/modules/chronology/export-document.ts';
import { sheetHead, sheetRows } from '../../src/modules/chronology/export-sheet.ts';
import { redactor } from '../../src/modules/chronology/redaction.ts';
import { entriesOf } from '../../src/modules/chronology/store/entries.ts';

/** What the files of a chronology hold: PDF and Word are made from the document, CSV is the sheet. */
export interface ChronologyFiles {
  readonly document: string;
  readonly sheet: string;
}

/** Made for the team's own file: nothing is left out. */
export async function chronologyFiles(
  db: Database,
  {
    organisation,
    caseId,
    calendar,
    now,
  }: {
    readonly organisation: OrganisationId;
    readonly caseId: CaseId;
    readonly calendar: WorkingCalendar;
    readonly now: Temporal.Instant;
  },
): Promise<ChronologyFiles> {
  const { entries } = await transact(db, { organisation, system: true }, (tx) =>
    entriesOf(tx, organisation, caseId, { order: 'oldest', most: 2_000 }),
  );
  const exported: Exported = {
    ...{
      reference: '',
      purpose: 'file',
      recipient: '',
      period: '',
      readerName: '',
      policies: [],
      whole: true,
    },
    ...{ entries, calendar, now, redactor: redactor([]), aboutWhom: () => '' },
  };
  return {
    document: JSON.stringify(exportDocument(exported)),
    sheet: csvText(sheetHead, sheetRows(exported)),
  };
}
