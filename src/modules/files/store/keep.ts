import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { takeTurn } from '#kit/advisory-lock.ts';
import { seal, unseal } from '#kit/crypto.ts';
import { Altered } from '#kit/files/sealing.ts';
import { storedName } from '#kit/files/store.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { keyFor } from '#kit/secret.ts';
import type { Services } from '#kit/services.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { addedInWords, type KeptFile, type ToKeep } from '../kept-file.ts';

/** What is said of all that are added together. */
export interface Said {
  readonly caseId: CaseId;
  readonly contactId: string | null;
  readonly shows: string;
  readonly source: string;
  readonly madeOn: Temporal.PlainDate | null;
}

/** A file whose bytes lie where they stay. */
export interface Placed extends ToKeep {
  readonly storedAs: string;
}

/**
 * Puts the bytes where they stay, before the rows that tell of them are written, and with no connection held: they may
 * have a long way to go. Where the rows fail after all, the bytes lie there without one, and a job takes them away
 * (`sweepStrays`).
 */
export async function placeFiles(
  { files: { store } }: Pick<Services, 'files'>,
  organisation: OrganisationId,
  files: readonly ToKeep[],
): Promise<readonly Placed[]> {
  const placed: Placed[] = [];
  for (const file of files) {
    const storedAs = storedName(organisation);
    await store.put(storedAs, file.path);
    placed.push({ ...file, storedAs });
  }
  return placed;
}

const numberRow = z.object({ last: z.number() });

/** Writes the rows that tell of files, and the entry of the chronology. @returns their ids, in their order */
export async function keepFiles(
  ctx: StaffContext,
  files: readonly Placed[],
  said: Said,
): Promise<readonly string[]> {
  const { tx, organisation } = ctx;
  await takeTurn(tx, organisation, `files of ${said.caseId}`);
  const { last } = await tx.one(
    numberRow,
    sql`select coalesce(max(number), 0) as last from kept_file
      where organisation_id = ${organisation} and case_id = ${said.caseId}`,
  );
  const ids = files.map(() => randomUUID());
  const entryId = await addEntry(tx, ctx, {
    caseId: said.caseId,
    kind: 'note',
    happenedAt: ctx.now,
    knownAt: ctx.now,
    source: said.source,
    words: addedInWords(files, last + 1, said.shows),
  });
  for (const [at, file] of files.entries())
    await insert(ctx, said, { ...file, entryId, id: ids[at] ?? '', number: last + at + 1 });
  return ids;
}

async function insert(
  ctx: StaffContext,
  { caseId, contactId, shows, source, madeOn }: Said,
  file: Placed & Readonly<{ id: string; number: number; entryId: string }>,
): Promise<void> {
  const { tx, organisation, staff, now, services } = ctx;
  const { id, received, kind } = file;
  const sealedKey = seal(organisationKey(services.secret, organisation), received.key, keyContext(id));
  const scan = services.files.scanner ? 'waiting' : 'not_set_up';
  const shown = kind === 'picture' || kind === 'pdf' ? 'waiting' : 'nothing';
  await tx.run(sql`insert into kept_file (organisation_id, id, case_id, contact_id, number, name, shows, source,
      made_on, kind, media_type, bytes, sha256, stored_as, sealed_key, added_at, added_by, scan, shown,
      checked_at, entry_id)
    values (${organisation}, ${id}, ${caseId}, ${contactId}, ${file.number}, ${file.name}, ${shows}, ${source},
      ${madeOn}, ${kind}, ${file.mediaType}, ${received.bytes}, ${received.sha256}, ${file.storedAs}, ${sealedKey},
      ${now}, ${staff}, ${scan}, ${shown}, ${now}, ${file.entryId})`);
  await happened(tx, ctx, {
    name: 'file.added',
    caseId,
    subjectId: id,
    data: { sha256: received.sha256.toString('hex'), bytes: received.bytes, kind },
  });
}

function organisationKey(secret: string, organisation: OrganisationId): Buffer {
  return keyFor(secret, `files of ${organisation}`);
}

const keyContext = (id: string) => `file ${id}`;

/** The key of one file; throws `Altered` where the landlord's own key, or the row that it stands on, is another one. */
export function openKey(secret: string, organisation: OrganisationId, id: string, sealedKey: Buffer): Buffer {
  const key = unseal(organisationKey(secret, organisation), sealedKey, keyContext(id));
  if (!key) throw new Altered('Its key does not open');
  return key;
}

/** The same for what is shown of a file. */
export function sealKey(secret: string, organisation: OrganisationId, id: string, key: Buffer): Buffer {
  return seal(organisationKey(secret, organisation), key, keyContext(id));
}

interface MarkedInError {
  readonly caseId: CaseId;
  readonly why: string;
  readonly file: Pick<KeptFile, 'id' | 'number' | 'version'>;
}

/** It was added in error: its bytes stay, and what is known of it. @returns false where somebody was first */
export async function markInError(
  tx: Tx,
  ctx: StaffContext,
  { caseId, why, file: { id, number, version } }: MarkedInError,
): Promise<boolean> {
  const changed = await tx.run(sql`update kept_file set error_at = ${ctx.now}, error_by = ${ctx.staff},
      error_why = ${why}, version = version + 1
    where organisation_id = ${ctx.organisation} and id = ${id} and version = ${version} and error_at is null`);
  if (changed === 0) return false;
  await happened(tx, ctx, { name: 'file.marked-in-error', caseId, subjectId: id });
  const [happenedAt, knownAt] = [ctx.now, ctx.now];
  const words = `File ${number} was added in error. ${why}`;
  await addEntry(tx, ctx, { caseId, kind: 'note', source: 'record', happenedAt, knownAt, words });
  return true;
}
