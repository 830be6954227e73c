import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type IncomingMessage, request as plainly } from 'node:http';
import { request as securely } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from '../failure.ts';
import { StoreAway } from './away.ts';
import { networkErrorInWords } from './s3-errors.ts';

/** A store that speaks S3: where it is, and as whom it is asked. */
export interface S3Settings {
  /** `https://s3.eu-west-2.amazonaws.com`, or one of the landlord's own. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly keyId: string;
  readonly secret: string;
  /** Whether the bucket stands in the path, or before the name of the host. */
  readonly style: 'path' | 'host';
}

export interface S3Ask {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** Without its bucket; empty: the bucket itself. */
  readonly name: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Where what is sent lies, and how long it is. */
  readonly file?: { readonly path: string; readonly bytes: number };
}

/** Without a byte for so long, in milliseconds, a connection is given up. */
const silence = 30_000;
const tries = 3;
/** It is there, and asks for patience. */
const passing = new Set([500, 502, 503, 504]);
const emptyHash = createHash('sha256').digest('hex');

/** Asks it; what did not get through is tried again, for a name that is put twice holds the same bytes. */
export async function askS3(settings: S3Settings, ask: S3Ask): Promise<IncomingMessage> {
  const hash = ask.file ? await hashOf(ask.file.path) : emptyHash;
  for (let tried = 1; ; tried += 1) {
    const answer = await once(settings, ask, hash).catch((error: unknown) => {
      if (tried < tries) return null;
      throw new StoreAway(networkErrorInWords(codeOf(error)), { cause: error });
    });
    if (answer && (tried === tries || !passing.has(answer.statusCode ?? 0))) return answer;
    answer?.resume();
    await pause(200 * 4 ** (tried - 1));
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part);
  return hash.digest('hex');
}

/** The hash of what is sent is signed too: the store takes nothing that was changed on its way. */
async function once(settings: S3Settings, ask: S3Ask, hash: string): Promise<IncomingMessage> {
  const { AwsV4Signer } = await import('aws4fetch');
  const { method, file } = ask;
  const signer = new AwsV4Signer({
    ...{ method, url: addressOf(settings, ask).href, service: 's3', region: settings.region },
    ...{ accessKeyId: settings.keyId, secretAccessKey: settings.secret },
    headers: { 'x-amz-content-sha256': hash },
  });
  const { url, headers } = await signer.sign();
  const send = url.protocol === 'https:' ? securely : plainly;
  const asked = send(url, {
    method,
    headers: { ...Object.fromEntries(headers), ...(file && { 'content-length': String(file.bytes) }) },
    timeout: silence,
  });
  asked.once('timeout', () => asked.destroy(Object.assign(new Error('silent'), { code: 'ETIMEDOUT' })));
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve);
    asked.once('error', reject);
  });
  if (!file) asked.end();
  // A store that refuses may answer before it has read all of it: its answer says why.
  else pipeline(createReadStream(file.path), asked).catch(() => {});
  return answered;
}

function addressOf({ endpoint, bucket, style }: S3Settings, { name, query = {} }: S3Ask): URL {
  const url = new URL(endpoint);
  const before = url.pathname.replace(/\/$/, '');
  if (style === 'host') url.hostname = `${bucket}.${url.hostname}`;
  url.pathname = style === 'host' ? `${before}/${name}` : `${before}/${bucket}${name && `/${name}`}`;
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  return url;
}
