import { Failure } from '#kit/failure.ts';
import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { claimUpload, endImport, keepFindings } from '../store/imports.ts';
import { recallMappings } from '../store/mappings.ts';
import { forgetOldUploads, forgetUpload, uploadedPart } from '../store/uploads.ts';
import { Superseded } from './file.ts';
import { examineAll, surveyAll, workThrough } from './import.ts';
import type { Source } from './source.ts';

/** So long an import may hold up a program that wants to stop; then it goes on in the next turn. */
const turn = 10_000;

/** Goes on with files that an administrator uploaded, one import at a time. */
export const importUploads: Job = {
  name: 'register.import',
  every: Temporal.Duration.from({ seconds: 2 }),
  async run(services, organisation) {
    const scope = { organisation, system: true } as const;
    const now = services.now();
    await transact(services.db, scope, (tx) => forgetOldUploads(tx, organisation, now));
    const claimed = await transact(services.db, scope, (tx) => claimUpload(tx, organisation, now));
    if (!claimed) return;
    const office = await transact(services.db, scope, (tx) =>
      officeOf(tx, services, organisation, claimed.startedBy),
    );
    try {
      const sources = uploadedSources(
        (at) => transact(services.db, scope, (tx) => uploadedPart(tx, organisation, at)),
        claimed.run.id,
        claimed.run.fileNames,
      );
      const recall = await transact(services.db, scope, (tx) => recallMappings(tx, organisation));
      const { files, findings } = await examineAll(await surveyAll(sources, recall), null);
      await transact(services.db, scope, (tx) => keepFindings(tx, organisation, claimed.run.id, findings));
      if (findings.some(({ asks }) => asks)) {
        await transact(services.db, scope, (tx) => endImport(tx, office, claimed.run.id, 'asking'));
        return;
      }
      const run = await workThrough(services.db, office, claimed.run, files, {
        signal: AbortSignal.timeout(turn),
        pausesAs: 'waiting',
      });
      if (run.state === 'finished' && !run.dryRun)
        await transact(services.db, scope, (tx) => forgetUpload(tx, organisation, run.id));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error instanceof Superseded) return;
      // What is wrong with the files stands on the import's page.
      await transact(services.db, scope, (tx) =>
        endImport(tx, office, claimed.run.id, 'failed', `${error.message} ${error.remedy}`.trim()),
      );
    }
  },
};

/** One part of an uploaded file; null after the last. */
type ReadPart = (at: {
  readonly importId: string;
  readonly fileAt: number;
  readonly partAt: number;
}) => Promise<Uint8Array | null>;

/** The parts of each file, read one at a time as the import asks for them. */
export function uploadedSources(
  read: ReadPart,
  importId: string,
  names: readonly string[],
): readonly Source[] {
  return names.map((name, fileAt) => ({
    name,
    async *open() {
      for (let partAt = 0; ; partAt += 1) {
        const part = await read({ importId, fileAt, partAt });
        if (part === null) return;
        yield part;
      }
    },
  }));
}
