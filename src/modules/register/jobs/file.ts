import { Failure } from '#kit/failure.ts';
import type { Office } from '#kit/office.ts';
import { type Database, type Tx, transact } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { CheckedRow } from '../check.ts';
import { checkHome } from '../check-homes.ts';
import { checkPerson } from '../check-people.ts';
import { type CheckedBatch, checkBatch } from '../check-result.ts';
import { checkResident, checkTenancy } from '../check-tenancies.ts';
import type { FileKind } from '../columns.ts';
import type { Header } from '../headers.ts';
import type { Counts } from '../import-run.ts';
import type { Outcome, Write } from '../store/batch.ts';
import { advanceImport, measureRegister, type Position } from '../store/imports.ts';
import { keptFrom, leaveKeptRows, type Naming } from '../store/rows-left.ts';
import { writeHomes } from '../store/write-homes.ts';
import { writePeople } from '../store/write-people.ts';
import { residentRefers, writeResidents } from '../store/write-residents.ts';
import { tenancyRefers, writeTenancies } from '../store/write-tenancies.ts';
import type { Ready } from './columns.ts';
import { judge } from './judge.ts';
import { batchesOf } from './rows.ts';

/** One import under way, file after file. */
export interface Work {
  readonly db: Database;
  readonly office: Office;
  readonly importId: string;
  readonly dryRun: boolean;
  /** Where it stands: rows before it are only looked at, for the references in them. */
  position: Position;
  /** References of the homes and people in the files so far, each with its line. */
  readonly seen: Readonly<Record<'homes' | 'people', Map<string, number>>>;
  /** What tells homes of the files so far apart, each with its line. */
  readonly homesSeen: Map<string, number>;
  readonly onBatch: (counts: Counts) => void;
  readonly signal: AbortSignal | undefined;
}

/** Another program took the run over, or somebody stopped it. */
export class Superseded extends Failure {
  constructor() {
    super(
      'The import was stopped, or another program goes on with it.',
      'Look at its progress under Import; run it again with the same files if it was stopped.',
    );
  }
}

interface Kind<T> extends Omit<Naming<T>, 'kind'> {
  readonly check: (header: Header, cells: readonly string[], today: Temporal.PlainDate) => CheckedRow<T>;
  readonly write: Write<T>;
}

type ImportFile = (work: Work, file: Ready, fileAt: number) => Promise<boolean>;

const kinds: Readonly<Record<FileKind, ImportFile>> = {
  homes: importing({ check: checkHome, key: (home) => home.reference, refers: null, write: writeHomes }),
  people: importing({
    check: checkPerson,
    key: (person) => person.reference,
    refers: null,
    write: writePeople,
  }),
  tenancies: importing({
    check: checkTenancy,
    key: (tenancy) => tenancy.reference,
    refers: tenancyRefers,
    write: writeTenancies,
  }),
  residents: importing({
    check: checkResident,
    key: (resident) => `${resident.homeReference}\n${resident.personReference}`,
    refers: residentRefers,
    write: writeResidents,
  }),
};

/** @returns false where the signal stopped it between two batches */
export const importFile: ImportFile = (work, file, fileAt) => kinds[file.header.kind](work, file, fileAt);

/** Rows a transaction: enough to be fast, few enough that nobody waits for it. */
const batchSize = 2_000;

/** Batches of a file after which the planner is told anew: each time the table has grown several times over. */
const measuredAfter = [1, 5, 25];

function importing<T>(kind: Kind<T>): ImportFile {
  return async (work, file, fileAt) => {
    const { header } = file;
    const named = { ...kind, kind: header.kind };
    const lines = header.kind === 'homes' || header.kind === 'people' ? work.seen[header.kind] : new Map();
    let rowAt = 0;
    if (!isAfter(work.position, { fileAt, rowAt: 0 })) await judge(work.db, work.office, file);
    for await (const rows of batchesOf(file, batchSize)) {
      const day = today(work.office);
      const check = (cells: readonly string[]) => kind.check(header, cells, day);
      const batch = checkBatch(rows, check, kind.key, lines);
      rowAt += rows.length;
      const to = { fileAt, rowAt };
      const taken = !isAfter(to, work.position);
      // What a check has looked at before is looked at again, for what it says of the rows after it.
      if (taken && !(work.dryRun && header.kind === 'homes')) continue;
      if (!taken && work.signal?.aborted) return false;
      const done = await transact(work.db, { organisation: work.office.organisation, system: true }, (tx) =>
        taken ? write(tx, work, named, batch) : save(tx, work, named, batch, to, file.place, rows.length),
      );
      // A row that was refused promises nothing to the rows that refer to it.
      const refused = new Set(done.refused.map(({ line }) => line));
      for (const { line, value } of batch.good) if (refused.has(line)) lines.delete(kind.key(value));
      if (taken) continue;
      work.position = to;
      work.onBatch(countsOf(done, rows.length));
      if (!work.dryRun && measuredAfter.includes(rowAt / batchSize)) await measure(work);
    }
    return true;
  };
}

function measure({ db, office }: Work): Promise<void> {
  return transact(db, { organisation: office.organisation, system: true }, measureRegister);
}

function isAfter(one: Position, other: Position): boolean {
  return one.fileAt > other.fileAt || (one.fileAt === other.fileAt && one.rowAt > other.rowAt);
}

async function write<T>(
  tx: Tx,
  work: Work,
  kind: Kind<T> & Naming<T>,
  batch: CheckedBatch<T>,
): Promise<Outcome> {
  const { office, dryRun, seen, homesSeen } = work;
  const named = (which: 'homes' | 'people', reference: string) => seen[which].has(reference);
  const promised = (which: 'homes' | 'people', reference: string) => dryRun && named(which, reference);
  const kept = await keptFrom(tx, office);
  const good = { rows: batch.good, dryRun, promised, homesSeen, kept };
  const { toWrite, left } = await leaveKeptRows(tx, office, kind, good, named);
  const done = await kind.write(tx, office, { ...good, rows: toWrite });
  return {
    added: done.added + left.added,
    changed: done.changed + left.changed,
    same: done.same + left.same,
    refused: [...done.refused, ...left.refused],
  };
}

async function save<T>(
  tx: Tx,
  work: Work,
  kind: Kind<T> & Naming<T>,
  batch: CheckedBatch<T>,
  to: Position,
  place: number,
  read: number,
): Promise<Outcome> {
  const done = await write(tx, work, kind, batch);
  const problems = [...batch.problems, ...done.refused];
  const advance = { from: work.position, to, place, counts: countsOf(done, read), problems };
  if (!(await advanceImport(tx, work.office, work.importId, advance))) throw new Superseded();
  return done;
}

function countsOf({ added, changed, same }: Outcome, read: number): Counts {
  return { read, added, changed, same, refused: read - added - changed - same };
}
