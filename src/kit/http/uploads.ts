import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import type { Multipart as MultipartPart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { receive } from '../files/receive.ts';
import { newId } from '../ids.ts';
import { now } from '../now.ts';
import { Fault } from './errors.ts';
import type { TakesFiles, UploadedFile } from './route.ts';
import type { NoRoom, Room } from './upload-room.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends files, as far as room is promised to each. */
    sender?: string;
    /** Gives back the room that was promised to what arrives. */
    givesRoomBack?: () => void;
  }
}

export const filesAtMost = 10;
/** So many are read past, so that their form can say what is wrong with them. */
const filesRead = 100;
/** Of a whole form, beside its files. */
const roomForWords = 1024 * 1024;
/** Of each field of somebody who is not signed in any more. */
const wordsBytes = 64 * 1024;

/**
 * Files and words; or the words alone, of somebody whose session ended as they wrote: a draft keeps them. Of somebody
 * who has no session at all, signed out as they are, only where the form says first that it is one of ours.
 */
export type Admitted = 'files' | 'words' | { readonly wordsOf: (proof: unknown) => boolean };

/**
 * Reads a multipart form: text fields become the body, files lie in a private folder until the request ends. Where they
 * are to be kept sealed, they lie sealed there too; what is too large or too many is read past and marked, and its
 * form says so beside the field. So it does where there is no room: nothing of the form is lost but the files, which
 * whoever sends them still has.
 * @param admit throws unless whoever sends it may: before a byte of a file is kept
 */
export function readUpload(
  { bytes, sealed }: TakesFiles,
  admit: (request: FastifyRequest) => Promise<Admitted>,
  room: Room,
): (request: FastifyRequest) => Promise<void> {
  const past = new Map<string, number>();
  return async (request) => {
    const admitted = await admit(request);
    if (!request.isMultipart()) return;
    if (Number(request.headers['content-length'] ?? 0) > bytes * filesAtMost + roomForWords)
      throw new Fault('too-large');
    const fields: Fields = {};
    request.body = fields;
    if (admitted === 'words') return readWords(request, bytes, fields);
    if (admitted !== 'files')
      return readPast(past, request, () => readWords(request, bytes, fields, { isOurs: admitted.wordsOf }));
    request.arriving?.files();
    const uploads: UploadedFile[] = [];
    request.uploads = uploads;
    const promised = Number(request.headers['content-length'] ?? bytes * filesAtMost + roomForWords);
    const taken = await room.take(request.sender ?? '', promised);
    if (typeof taken === 'string') {
      if (!sealed) throw new Fault(taken === 'full' ? 'full' : 'too-many');
      return readPast(past, request, () =>
        readWords(request, bytes, fields, { past: { uploads, refused: taken } }),
      );
    }
    const { socket } = request.raw;
    const before = socket.bytesRead;
    request.givesRoomBack = () => taken(Math.min(socket.bytesRead - before, promised));
    const folder = await mkdtemp(join(tmpdir(), uploadFolders));
    request.uploadFolder = folder;
    try {
      for await (const part of parts(request, { fileSize: bytes, files: sealed ? filesRead : filesAtMost })) {
        if (part.type === 'field') take(fields, part);
        else if (sealed) await takeSealed(part, folder, uploads);
        else await takePlain(part, folder, uploads);
      }
    } catch (error) {
      // Whoever went away while they sent gets no answer, after which it would be forgotten.
      await forgetUploads(request);
      throw error;
    }
  };
}

async function takeSealed(part: FilePart, folder: string, uploads: UploadedFile[]): Promise<void> {
  if (part.filename)
    uploads.push(await sealedFile(part, join(folder, newId()), uploads.length >= filesAtMost));
  else part.file.resume();
}

async function takePlain(part: FilePart, folder: string, uploads: UploadedFile[]): Promise<void> {
  const path = join(folder, newId());
  await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
  if (part.file.truncated) throw new Fault('too-large');
  // A file field left empty arrives as a file without a name.
  if (part.filename) uploads.push({ field: part.fieldname, name: nameOf(part.filename), path });
}

type Fields = Record<string, string | string[]>;

/** So many of one person are read past at the same time; each takes no disk, but a connection. */
const pastAtMost = 6;

async function readPast(
  past: Map<string, number>,
  { sender = '' }: FastifyRequest,
  read: () => Promise<void>,
): Promise<void> {
  const theirs = past.get(sender) ?? 0;
  if (theirs >= pastAtMost) throw new Fault('too-many');
  past.set(sender, theirs + 1);
  try {
    await read();
  } finally {
    const left = (past.get(sender) ?? 1) - 1;
    if (left === 0) past.delete(sender);
    else past.set(sender, left);
  }
}

/** Files are read past: nothing of them is kept. Where there is no room for them, their form says it of each. */
async function readWords(
  request: FastifyRequest,
  bytes: number,
  fields: Fields,
  {
    past,
    isOurs,
  }: {
    readonly past?: { readonly uploads: UploadedFile[]; readonly refused: NoRoom };
    /** Asked as soon as something has come: a stranger’s files are not even read past. */
    readonly isOurs?: (proof: unknown) => boolean;
  } = {},
): Promise<void> {
  const limits = { fileSize: bytes, files: filesRead, fieldSize: wordsBytes };
  for await (const part of parts(request, limits)) {
    if (part.type === 'field') take(fields, part);
    if (isOurs && !isOurs(fields._csrf)) throw new Fault('signed-out');
    if (part.type === 'file') {
      const { fieldname: field, filename } = part;
      if (past && filename)
        past.uploads.push({ field, name: nameOf(filename), path: '', refused: past.refused });
      part.file.resume();
    }
  }
}

function take(fields: Fields, { fieldname, value }: Extract<MultipartPart, { type: 'field' }>): void {
  const before = fields[fieldname];
  fields[fieldname] = before === undefined ? String(value) : [before, String(value)].flat();
}

type FilePart = Extract<MultipartPart, { type: 'file' }>;

async function sealedFile(part: FilePart, path: string, tooMany: boolean): Promise<UploadedFile> {
  const known = { field: part.fieldname, name: nameOf(part.filename ?? ''), path };
  if (tooMany) {
    part.file.resume();
    await finished(part.file);
    return { ...known, refused: 'too-many' };
  }
  const received = await receive(part.file, path);
  if (!part.file.truncated) return { ...known, received };
  await rm(path, { force: true });
  return { ...known, refused: 'too-large' };
}

/** As a page and a row can hold it: a name comes from whoever sends the file, with whatever stands in it. */
function nameOf(sent: string): string {
  return (
    sent
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .slice(0, 200)
      .toWellFormed() || 'file'
  );
}

/** What a sender garbled is told to the sender; whatever has a code says itself what it is, like a full disk. */
async function* parts(
  request: FastifyRequest,
  limits: { readonly fileSize: number; readonly files: number; readonly fieldSize?: number },
) {
  try {
    yield* request.parts({ limits: { ...limits, fields: 50 } });
  } catch (error) {
    throw error instanceof Error && !('code' in error) ? new Fault('unreadable') : error;
  }
}

export async function forgetUploads(request: FastifyRequest): Promise<void> {
  if (request.uploadFolder) await rm(request.uploadFolder, { recursive: true, force: true });
  request.givesRoomBack?.();
}

const uploadFolders = 'lintel-upload-';
/** Longer than anything arrives, and than whoever sent it waits. */
const abandonedAfter = Temporal.Duration.from({ hours: 3 });

/**
 * What a program that was ended left of uploads goes: nobody is there any more who would. The folder is every
 * program's, and the machine dates what lies there: a program whose clock is set otherwise, as the demonstration's is,
 * must not take what is just arriving somewhere else for old.
 * @returns how many
 */
export async function sweepUploads(): Promise<number> {
  const before = now().subtract(abandonedAfter).epochMilliseconds;
  let gone = 0;
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(uploadFolders)) continue;
    const folder = join(tmpdir(), name);
    const found = await stat(folder).catch(() => null);
    if (!found || found.mtimeMs >= before) continue;
    await rm(folder, { recursive: true, force: true });
    gone += 1;
  }
  return gone;
}
