import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { takeTurn } from '#kit/advisory-lock.ts';
import { seal, unseal } from '#kit/crypto.ts';
import { Altered } from '#kit/files/sealing.ts';
import { storedName } from '#kit/files/store.ts';
import type { Office } from '#kit/office.ts';
import { keyFor } from '#kit/secret.ts';
import type { Services } from '#kit/services.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, DisclosureId, OrganisationId } from '#rules/facts.ts';
import { addedInWords, type KeptFile, type ToKeep } from '../kept-file.ts';

/** What they belong to: a case, or what was told before there is one. */
export type Belongs =
  | { readonly caseId: CaseId; readonly disclosureId?: DisclosureId | null }
  | { readonly caseId: null; readonly disclosureId: DisclosureId };

/** What is said of all that are added together. */
export interface Said {
  readonly contactId: string | null;
  readonly shows: string;
  readonly source: string;
  readonly madeOn: Temporal.PlainDate | null;
  /** In which contact they came, in words for the chronology. */
  readonly cameWith?: string;
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

/** The number of the last file of a case, or of what was told; whoever adds to it takes turns. */
export async function lastNumber(tx: Tx, organisation: OrganisationId, belongs: Belongs): Promise<number> {
  const { caseId, disclosureId = null } = belongs;
  await takeTurn(tx, organisation, `files of ${caseId ?? disclosureId}`);
  const { last } = await tx.one(
    numberRow,
    sql`select coalesce(max(number), 0) as last from kept_file where organisation_id = ${organisation}
      and ${caseId === null ? sql`disclosure_id = ${disclosureId} and case_id is null` : sql`case_id = ${caseId}`}`,
  );
  return last;
}

/** Whoever keeps files, in a transaction of theirs. */
export interface Keeping extends Office {
  readonly tx: Tx;
  readonly services: Services;
}

/** Writes the rows that tell of files and, in a case, the entry of its chronology. @returns their ids, in order */
export async function keepFiles(
  ctx: Keeping,
  belongs: Belongs,
  files: readonly Placed[],
  said: Said,
): Promise<readonly string[]> {
  const { tx, organisation, now } = ctx;
  const { caseId } = belongs;
  const ids = files.map(() => randomUUID());
  const last = await lastNumber(tx, organisation, belongs);
  const entryId =
    caseId &&
    (await addEntry(tx, ctx, {
      ...{ caseId, kind: 'note', happenedAt: now, knownAt: now, source: said.source },
      words: addedInWords(files, last + 1, said),
    }));
  for (const [at, file] of files.entries())
    await insert(ctx, belongs, said, { ...file, entryId, id: ids[at] ?? '', number: last + at + 1 });
  return ids;
}

async function insert(
  ctx: Keeping,
  { caseId, disclosureId = null }: Belongs,
  { contactId, shows, source, madeOn }: Said,
  file: Placed & Readonly<{ id: string; number: number; entryId: string | null }>,
): Promise<void> {
  const { tx, organisation, staff, now, services } = ctx;
  const { id, received, kind } = file;
  const sealedKey = seal(organisationKey(services.secret, organisation), received.key, keyContext(id));
  const scan = services.files.scanner ? 'waiting' : 'not_set_up';
  const shown = kind === 'picture' || kind === 'pdf' ? 'waiting' : 'nothing';
  await tx.run(sql`insert into kept_file (organisation_id, id, case_id, disclosure_id, contact_id, number, name, shows,
      source, made_on, kind, media_type, bytes, sha256, stored_as, sealed_key, added_at, added_by, scan, shown,
      checked_at, entry_id)
    values (${organisation}, ${id}, ${caseId}, ${disclosureId}, ${contactId}, ${file.number}, ${file.name}, ${shows},
      ${source}, ${madeOn}, ${kind}, ${file.mediaType}, ${received.bytes}, ${received.sha256}, ${file.storedAs},
      ${sealedKey}, ${now}, ${staff}, ${scan}, ${shown}, ${now}, ${file.entryId})`);
  const data = { sha256: received.sha256.toString('hex'), bytes: received.bytes, kind };
  await happened(tx, ctx, { name: 'file.added', ...about({ caseId, disclosureId }), subjectId: id, data });
}

/** Whom it happened to: the case, or what was told while there is none. */
export function about({
  caseId,
  disclosureId,
}: {
  readonly caseId: CaseId | null;
  readonly disclosureId: DisclosureId | null;
}) {
  return caseId === null ? { caseId, disclosureId } : { caseId };
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
  ctx: Office,
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
