import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { newId } from '../ids.ts';
import { Fault } from './errors.ts';
import type { UploadedFile } from './route.ts';

const filesAtMost = 10;

/** Reads a multipart form: text fields become the body, files lie in a private folder until the request ends. */
export function readUpload(bytes: number): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    if (!request.isMultipart()) return;
    const fields: Record<string, string> = {};
    const uploads: UploadedFile[] = [];
    const folder = await mkdtemp(join(tmpdir(), 'lintel-'));
    request.uploads = uploads;
    request.uploadFolder = folder;
    for await (const part of parts(request, bytes)) {
      if (part.type === 'field') {
        fields[part.fieldname] = String(part.value);
        continue;
      }
      const path = join(folder, newId());
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
      if (part.file.truncated) throw new Fault('too-large');
      // A file field left empty arrives as a file without a name.
      if (part.filename) uploads.push({ field: part.fieldname, name: nameOf(part.filename), path });
    }
    request.body = fields;
  };
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
async function* parts(request: FastifyRequest, bytes: number) {
  try {
    yield* request.parts({ limits: { fileSize: bytes, files: filesAtMost, fields: 50 } });
  } catch (error) {
    throw error instanceof Error && !('code' in error) ? new Fault('unreadable') : error;
  }
}

export async function forgetUploads(request: FastifyRequest): Promise<void> {
  if (request.uploadFolder) await rm(request.uploadFolder, { recursive: true, force: true });
}
