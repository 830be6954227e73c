import { Failure } from '#kit/failure.ts';
import type { Office } from '#kit/office.ts';
import { type Database, type Tx, transact } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { CheckedRow } from '../check.ts';
import { checkHome } from '../check-homes.ts';
import { checkPerson } from '../check-people.ts';
import { type CheckedBatch, checkBatch } from '../check-result.ts';
import { checkResident, checkTenancy } from '../check-tenancies.ts';
import type { FileKind, Header } from '../headers.ts';
import type { Counts } from '../import-run.ts';
import type { Write } from '../store/batch.ts';
import { advanceImport, measureRegister, type Position } from '../store/imports.ts';
import { leaveKeptRows, type Naming } from '../store/rows-left.ts';
import { writeHomes } from '../store/write-homes.ts';
import { writePeople } from '../store/write-people.ts';
import { residentRefers, writeResidents } from '../store/write-residents.ts';
import { tenancyRefers, writeTenancies } from '../store/write-tenancies.ts';
import { batchesOf } from './rows.ts';
import type { Surveyed } from './source.ts';

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

type ImportFile = (work: Work, file: Surveyed, fileAt: number) => Promise<boolean>;

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
    const lines = header.kind === 'homes' || header.kind === 'people' ? work.seen[header.kind] : new Map();
    let rowAt = 0;
    for await (const rows of batchesOf(file, batchSize)) {
      const day = today(work.office);
      const check = (cells: readonly string[]) => kind.check(header, cells, day);
      const batch = checkBatch(rows, check, kind.key, lines);
      rowAt += rows.length;
      const to = { fileAt, rowAt };
      if (!isAfter(to, work.position)) continue;
      if (work.signal?.aborted) return false;
      const counts = await transact(work.db, { organisation: work.office.organisation, system: true }, (tx) =>
        save(tx, work, { ...kind, kind: header.kind }, batch, to, rows.length),
      );
      work.position = to;
      work.onBatch(counts);
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

async function save<T>(
  tx: Tx,
  work: Work,
  kind: Kind<T> & Naming<T>,
  batch: CheckedBatch<T>,
  to: Position,
  read: number,
): Promise<Counts> {
  const { office, dryRun, seen } = work;
  const named = (which: 'homes' | 'people', reference: string) => seen[which].has(reference);
  const good = {
    rows: batch.good,
    dryRun,
    promised: (which: 'homes' | 'people', reference: string) => dryRun && named(which, reference),
  };
  const { toWrite, left } = await leaveKeptRows(tx, office, kind, good, named);
  const done = await kind.write(tx, office, { ...good, rows: toWrite });
  const [added, changed, same] = [
    done.added + left.added,
    done.changed + left.changed,
    done.same + left.same,
  ];
  const counts = { read, added, changed, same, refused: read - added - changed - same };
  const problems = [...batch.problems, ...done.refused, ...left.refused];
  const moved = await advanceImport(tx, office, work.importId, { from: work.position, to, counts, problems });
  if (!moved) throw new Superseded();
  return counts;
}
