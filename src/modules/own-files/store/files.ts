import { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { notify } from '#modules/obligations/index.ts';
import { personNames } from '#modules/register/index.ts';
import type { OrganisationId, PersonId, StaffId } from '#rules/facts.ts';
import type { EndingAs, FindingBy, Opening } from '../words.ts';
import { insertEntry } from './entries.ts';

const row = z.object({
  id: z.uuid(),
  name: z.string(),
  openedBecause: z.custom<Opening>((each) => typeof each === 'string'),
  openedAt: instant,
  managerId: id<StaffId>(),
  managerName: z.string(),
  workerId: id<StaffId>().nullable(),
  workerName: z.string().nullable(),
  standing: z.enum(['alleged', 'found', 'unfounded']),
  endedAt: instant.nullable(),
  version: z.number(),
});
const foundRow = z.object({ id: id<PersonId>() });
const mayRow = z.object({ may: z.boolean() });
const personRow = z.object({ person: id<PersonId>() });
const endedRow = z.object({ ended: z.boolean() });

/** A file of somebody who is alleged to have caused harm; it knows of nobody else. */
export type OwnFile = Readonly<z.infer<typeof row>>;

const selecting = sql`select f.id, f.name, f.opened_because as "openedBecause", f.opened_at as "openedAt",
    f.manager_id as "managerId", m.name as "managerName", f.worker_id as "workerId", w.name as "workerName",
    f.standing, f.ended_at as "endedAt", f.version
  from own_file f
    join staff m on m.organisation_id = f.organisation_id and m.id = f.manager_id
    left join staff w on w.organisation_id = f.organisation_id and w.id = f.worker_id`;

const listedAtMost = 500;

/** Those that whoever asks keeps, open ones first: nobody else’s, whatever their role. */
export function ownFiles(tx: Tx, organisation: OrganisationId): Promise<readonly OwnFile[]> {
  return tx.rows(
    row,
    sql`${selecting} where f.organisation_id = ${organisation}
      order by f.ended_at desc nulls first, f.opened_at desc, f.id limit ${listedAtMost}`,
  );
}

/** Throws `not-found` for whoever does not keep it. */
export async function ownFile(tx: Tx, organisation: OrganisationId, fileId: string): Promise<OwnFile> {
  const found = await tx.maybe(
    row,
    sql`${selecting} where f.organisation_id = ${organisation} and f.id = ${fileId}`,
  );
  if (!found) throw notFound();
  return found;
}

export interface NewOwnFile {
  /** As the register has it. */
  readonly person: string;
  readonly because: Opening;
  readonly words: string;
  readonly workerId: StaffId;
}

/** Why no file is opened: nobody has this reference, one is open already, or a colleague cannot keep it. */
export type NotOpened = 'nobody' | 'manager' | 'worker' | 'once';

/** Opens it in the name of a manager, who keeps it with the worker. */
export async function openOwnFile(
  tx: Tx,
  office: Office,
  { person, because, words, workerId }: NewOwnFile,
): Promise<{ readonly id: string } | NotOpened> {
  const { organisation, staff, now } = office;
  const found = await tx.maybe(
    foundRow,
    sql`select p.id from person p where p.organisation_id = ${organisation} and p.reference = ${person}
      order by p.id limit 1`,
  );
  if (!found) return 'nobody';
  if (!(await mayKeep(tx, found.id, staff, 'manager'))) return 'manager';
  if (workerId === staff || !(await mayKeep(tx, found.id, workerId, 'worker'))) return 'worker';
  const [known] = await personNames(tx, organisation, [found.id]);
  const fileId = newId<string>();
  const opened =
    await tx.run(sql`insert into own_file (organisation_id, id, person_id, name, opened_because, opened_at,
      opened_by, manager_id, worker_id)
    values (${organisation}, ${fileId}, ${found.id}, ${known?.name ?? 'Name not known yet'}, ${because}, ${now},
      ${staff}, ${staff}, ${workerId})
    on conflict (organisation_id, person_id) where person_id is not null and ended_at is null do nothing`);
  if (opened === 0) return 'once';
  await insertEntry(tx, office, { fileId, kind: 'given', words });
  await record(tx, office, { name: 'own-file.opened', subjectId: fileId, data: { because } });
  await notify(tx, office, { staffIds: [workerId], kind: 'own_file_given', aboutId: fileId });
  return { id: fileId };
}

async function mayKeep(
  tx: Tx,
  person: PersonId,
  staff: StaffId | null,
  as: 'manager' | 'worker',
): Promise<boolean> {
  const answer = await tx.one(
    mayRow,
    sql`select lintel.may_keep_own_file(${person}::uuid, ${staff}::uuid, ${as}) as may`,
  );
  return answer.may;
}

/** Gives it to another worker. @returns false where they cannot keep it: nothing says why */
export async function giveOwnFile(
  tx: Tx,
  office: Office,
  { id: fileId, version }: Pick<OwnFile, 'id' | 'version'>,
  { workerId, words }: { readonly workerId: StaffId; readonly words: string },
): Promise<boolean> {
  const { organisation, staff } = office;
  const file = await tx.maybe(
    personRow,
    sql`select f.person_id as person from own_file f where f.organisation_id = ${organisation} and f.id = ${fileId}
      and f.ended_at is null`,
  );
  if (!file) throw notFound();
  if (workerId === staff || !(await mayKeep(tx, file.person, workerId, 'worker'))) return false;
  await tx.run(sql`update own_file set worker_id = ${workerId}, version = version + 1
    where organisation_id = ${organisation} and id = ${fileId} and version = ${version}`);
  await insertEntry(tx, office, { fileId, kind: 'given', words });
  await record(tx, office, { name: 'own-file.given', subjectId: fileId });
  await notify(tx, office, { staffIds: [workerId], kind: 'own_file_given', aboutId: fileId });
  return true;
}

/** It was decided that it is so, by others than us, on a day. */
export async function recordFinding(
  tx: Tx,
  office: Office,
  { id: fileId, version }: Pick<OwnFile, 'id' | 'version'>,
  finding: { readonly code: FindingBy; readonly decided: Temporal.PlainDate; readonly words: string },
): Promise<void> {
  await tx.run(sql`update own_file set standing = 'found', version = version + 1
    where organisation_id = ${office.organisation} and id = ${fileId} and version = ${version} and ended_at is null`);
  const { code, decided: happenedOn, words } = finding;
  await insertEntry(tx, office, { fileId, kind: 'standing', code, happenedOn, words });
  await record(tx, office, { name: 'own-file.found', subjectId: fileId, data: { by: code } });
}

/** @returns false where somebody else was first */
export async function endOwnFile(
  tx: Tx,
  office: Office,
  { id: fileId, version }: Pick<OwnFile, 'id' | 'version'>,
  { as, words }: { readonly as: EndingAs; readonly words: string },
): Promise<boolean> {
  await insertEntry(tx, office, { fileId, kind: 'ended', code: as, words });
  // Before it is ended: whoever ends it as unfounded sees nothing of it afterwards.
  await record(tx, office, {
    name: as === 'unfounded' ? 'own-file.unfounded' : 'own-file.ended',
    subjectId: fileId,
  });
  const { ended } = await tx.one(
    endedRow,
    sql`select lintel.end_own_file(${fileId}::uuid, ${version}, ${as === 'unfounded'}, ${office.now}) as ended`,
  );
  return ended;
}
