import { stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { StoreAway } from './away.ts';
import { codeIn, storeErrorInWords } from './s3-errors.ts';
import { askS3, type S3Ask, type S3Settings } from './s3-request.ts';
import { type FileStore, Missing, type Stored, storedNameForm } from './store.ts';

/** Sealed files in a bucket of a store that speaks S3, under the names that they have in a folder. */
export function s3Store(settings: S3Settings): FileStore {
  const ask = (asked: S3Ask) => askS3(settings, asked);
  return {
    kind: 's3',
    place: `The bucket “${settings.bucket}” at ${new URL(settings.endpoint).host}`,
    async put(name, path) {
      const { size } = await stat(path);
      const answer = await ask({ method: 'PUT', name, file: { path, bytes: size } });
      if (answer.statusCode !== 200) throw await refusal(answer);
      answer.resume();
    },
    async open(name): Promise<Readable> {
      const answer = await ask({ method: 'GET', name });
      if (answer.statusCode === 200) return answer;
      throw await refusal(answer);
    },
    async remove(name) {
      const answer = await ask({ method: 'DELETE', name });
      if (answer.statusCode !== 204 && answer.statusCode !== 200) {
        const error = await refusal(answer);
        if (!(error instanceof Missing)) throw error;
      }
      answer.resume();
    },
    list: (organisation) => listed(ask, `${organisation}/`),
  };
}

/** Only where the store says so of this one file is it missing: without its bucket, every file would be. */
async function refusal(answer: IncomingMessage): Promise<Error> {
  const body = await said(answer);
  if (codeIn(body) === 'NoSuchKey') return new Missing('No such file');
  return new StoreAway(storeErrorInWords(answer.statusCode ?? 0, body));
}

/** No honest answer that is not a file is longer. */
const longest = 4 * 1024 * 1024;

async function said(answer: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of answer.setEncoding('utf8')) {
    body += part;
    if (body.length > longest) throw new StoreAway('It answers more than such a store does');
  }
  return body;
}

async function* listed(
  ask: (asked: S3Ask) => Promise<IncomingMessage>,
  prefix: string,
): AsyncIterable<Stored> {
  let from: string | undefined;
  do {
    const query = { 'list-type': '2', prefix, ...(from !== undefined && { 'continuation-token': from }) };
    const answer = await ask({ method: 'GET', name: '', query });
    if (answer.statusCode !== 200) throw await refusal(answer);
    const body = await said(answer);
    for (const [, contents = ''] of body.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
      const [name, at] = [tagIn(contents, 'Key'), tagIn(contents, 'LastModified')];
      if (name && at && storedNameForm.test(name)) yield { name, at: Temporal.Instant.from(at) };
    }
    from = tagIn(body, 'NextContinuationToken');
  } while (from !== undefined);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function tagIn(xml: string, name: string): string | undefined {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return found?.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? '');
}
