import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from '#kit/failure.ts';
import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { ImportRun } from '../import-run.ts';
import { endImport } from '../store/imports.ts';
import { recallMappings } from '../store/mappings.ts';
import { claimSent, countRead, keepTables } from '../store/sent.ts';
import { forgetUpload, uploadedPart } from '../store/uploads.ts';
import { unreadable } from './columns.ts';
import { describe, surveyAll } from './import.ts';
import { type Sent, tablesApart, tooMuch } from './sheets-apart.ts';
import { uploadedSources } from './uploads.ts';

/** What ended the program so often is not tried again. */
const triesAtMost = 3;

/**
 * Makes tables of workbooks that an administrator sent, one upload at a time. Whoever is ended in the middle has kept
 * nothing: what was sent is there as it was, and is read from its beginning in the next turn.
 */
export const readSent: Job = {
  name: 'register.read-workbooks',
  every: Temporal.Duration.from({ seconds: 2 }),
  async run(services, organisation) {
    const scope = { organisation, system: true } as const;
    const claimed = await transact(services.db, scope, (tx) => claimSent(tx, organisation, services.now()));
    if (!claimed) return;
    const { run, tries, startedBy } = claimed;
    try {
      await inFolder(join(tmpdir(), `lintel-${run.id}`), async (folder) => {
        if (tries > triesAtMost) throw tooMuch(run.fileNames.map((name) => ({ name })));
        await read(services, organisation, run, folder);
      });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // What is wrong with the files stands on the import's page, and they are not kept.
      await transact(services.db, scope, async (tx) => {
        const office = await officeOf(tx, services, organisation, startedBy);
        if (await endImport(tx, office, run.id, 'failed', `${error.message} ${error.remedy}`.trim()))
          await forgetUpload(tx, organisation, run.id);
      });
    }
  },
};

/** Always the same folder for one upload: what a program that was ended left there goes with the next turn. */
async function inFolder(folder: string, work: (folder: string) => Promise<void>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function read(
  services: Services,
  organisation: OrganisationId,
  run: ImportRun,
  folder: string,
): Promise<void> {
  const scope = { organisation, system: true } as const;
  const sent: Sent[] = [];
  const sources = uploadedSources(
    (at) => transact(services.db, scope, (tx) => uploadedPart(tx, organisation, at, true)),
    run.id,
    run.fileNames,
  );
  for (const [at, source] of sources.entries()) {
    const path = join(folder, String(at));
    await pipeline(Readable.from(source.open()), createWriteStream(path, { mode: 0o600 }));
    sent.push({ path, name: source.name });
  }
  const tables = await tablesApart({ files: sent, folder }, (rows) =>
    transact(services.db, scope, (tx) => countRead(tx, organisation, run.id, rows)),
  );
  if (!tables) return;
  const recall = await transact(services.db, scope, (tx) => recallMappings(tx, organisation));
  const surveyed = await surveyAll(tables, recall);
  const described = { ...describe(surveyed), findings: surveyed.flatMap(unreadable) };
  await transact(services.db, scope, (tx) => keepTables(tx, organisation, run.id, described, tables));
}
