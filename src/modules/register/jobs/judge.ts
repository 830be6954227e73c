import { Failure } from '#kit/failure.ts';
import type { Office } from '#kit/office.ts';
import { type Database, type Tx, transact } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { CheckedRow } from '../check.ts';
import { checkHome } from '../check-homes.ts';
import { checkPerson } from '../check-people.ts';
import { checkTenancy } from '../check-tenancies.ts';
import type { FileKind } from '../columns.ts';
import { keptFrom } from '../store/rows-left.ts';
import { weighHomes, weighPeople, weighTenancies } from '../store/weigh.ts';
import { nothingWeighed, together, verdictOn, type Weighed } from '../verdict.ts';
import type { Ready } from './columns.ts';
import { batchesOf } from './rows.ts';

type Weigh = (file: Ready, cells: readonly (readonly string[])[], scales: Scales) => Promise<Weighed>;
interface Scales {
  readonly tx: Tx;
  readonly organisation: OrganisationId;
  readonly day: Temporal.PlainDate;
  readonly kept: ReadonlySet<string>;
}

const kinds: Readonly<Record<FileKind, Weigh | null>> = {
  homes: weighing((file, cells) => checkHome(file.header, cells), weighHomes),
  people: weighing((file, cells, { day }) => checkPerson(file.header, cells, day), weighPeople),
  tenancies: weighing((file, cells) => checkTenancy(file.header, cells), weighTenancies),
  // Without references of its own: each row that refers to nobody is refused by itself.
  residents: null,
};

const batchSize = 2_000;

/**
 * Judges a file as a whole before its first row is taken, a batch at a time.
 * @throws Failure where taking it would put a second record beside what the register has
 */
export async function judge(db: Database, office: Office, file: Ready): Promise<void> {
  const { kind } = file.header;
  const weigh = kinds[kind];
  if (!weigh) return;
  const { organisation } = office;
  let weighed = nothingWeighed;
  for await (const rows of batchesOf(file, batchSize)) {
    const cells = rows.map((row) => row.cells);
    const more = await transact(db, { organisation, system: true }, async (tx) =>
      weigh(file, cells, { tx, organisation, day: today(office), kept: await keptFrom(tx, office) }),
    );
    weighed = together(weighed, more);
  }
  const verdict = verdictOn(kind, weighed);
  if (verdict) throw new Failure(`${file.source.name}: ${verdict}`, '');
}

function weighing<T>(
  check: (file: Ready, cells: readonly string[], scales: Scales) => CheckedRow<T>,
  weigh: (
    tx: Tx,
    organisation: OrganisationId,
    values: readonly T[],
    kept: ReadonlySet<string>,
  ) => Promise<Weighed>,
): Weigh {
  return (file, rows, scales) => {
    const values = rows.flatMap((cells) => check(file, cells, scales).value ?? []);
    return weigh(scales.tx, scales.organisation, values, scales.kept);
  };
}
