import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Settings } from '#kit/files/s3-request.ts';
import type { Ending } from './database.ts';
import { authorisation, type Signed, sha256, signatureOf } from './s3-signature.ts';

/** What lies there under each name, and what the next requests meet instead of an answer. */
export interface S3Server {
  readonly settings: S3Settings;
  readonly objects: Map<string, { readonly bytes: Buffer; readonly at: Date }>;
  /** Every request that was taken or refused: its method and path, and how it was answered. */
  readonly seen: string[];
  /** Answers so many requests with this instead. */
  fails(times: number, status: number): void;
  /** Cuts the next file off in the middle. */
  cutsOff(): void;
}

/**
 * A small store that speaks as much S3 as sealed files need, and takes nothing whose signature or hash it cannot
 * reckon itself. It gives at most three names of a list at once.
 */
export async function runS3(t: Ending, given: Partial<S3Settings> = {}): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map();
  const seen: string[] = [];
  const instead = { times: 0, status: 500, cut: false };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  const { port } = server.address() as AddressInfo;
  const settings: S3Settings = {
    endpoint: `http://localhost:${port}`,
    ...{ bucket: 'lintel-files', region: 'eu-west-2', style: 'path' },
    ...{ keyId: 'AKIATESTTESTTEST', secret: 'a secret of the tests, which guards nothing' },
    ...given,
  };
  const right = {
    ...settings,
    secret: 'a secret of the tests, which guards nothing',
    bucket: 'lintel-files',
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const body = await buffer(request);
    const say = (status: number, code: string) => {
      seen.push(`${request.method} ${request.url} ${status}`);
      response.writeHead(status, { 'content-type': 'application/xml' });
      response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>Words</Message></Error>`);
    };
    if (instead.times > 0) {
      instead.times -= 1;
      return say(instead.status, 'InternalError');
    }
    const wrong = wrongWith(request, body);
    if (wrong) return say(...wrong);
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const [bucket, name] = inBucket(request.headers.host ?? '', path);
    if (bucket !== right.bucket) return say(404, 'NoSuchBucket');
    seen.push(`${request.method} ${request.url} 200`);
    if (request.method === 'PUT') {
      objects.set(name, { bytes: body, at: new Date() });
      return void response.writeHead(200).end();
    }
    if (request.method === 'DELETE') {
      objects.delete(name);
      return void response.writeHead(204).end();
    }
    if (name === '') return void response.end(listOf(new URLSearchParams(query)));
    const found = objects.get(name);
    if (!found) return say(404, 'NoSuchKey');
    response.writeHead(200, { 'content-length': found.bytes.length });
    if (!instead.cut) return void response.end(found.bytes);
    instead.cut = false;
    response.write(found.bytes.subarray(0, found.bytes.length / 2), () => response.destroy());
  }

  function wrongWith(request: IncomingMessage, body: Buffer): readonly [number, string] | null {
    const signed = request as unknown as Signed;
    const claims = authorisation(signed);
    if (!claims || claims.keyId !== right.keyId) return [403, 'InvalidAccessKeyId'];
    if (claims.region !== 'eu-west-2') return [400, 'AuthorizationHeaderMalformed'];
    if (!['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) => claims.signed.includes(name)))
      return [403, 'AccessDenied'];
    if (signatureOf(signed, right.secret) !== claims.signature) return [403, 'SignatureDoesNotMatch'];
    const sent = request.headers['x-amz-content-sha256'];
    return sha256(body) === sent ? null : [400, 'XAmzContentSHA256Mismatch'];
  }

  function inBucket(host: string, path: string): readonly [string, string] {
    if (settings.style === 'host') return [host.split('.')[0] ?? '', path.slice(1)];
    const [, bucket = '', ...rest] = path.split('/');
    return [bucket, rest.join('/')];
  }

  function listOf(query: URLSearchParams): string {
    const after = query.get('continuation-token') ?? '';
    const names = [...objects.keys()].filter((name) => name.startsWith(query.get('prefix') ?? '')).sort();
    const left = names.filter((name) => name > after);
    const shown = left.slice(0, 3);
    const more = left.length > 3 && `<NextContinuationToken>${shown.at(-1)}</NextContinuationToken>`;
    const each = shown.map(
      (name) =>
        `<Contents><Key>${name}</Key><LastModified>${objects.get(name)?.at.toISOString()}</LastModified></Contents>`,
    );
    return `<?xml version="1.0"?><ListBucketResult>${each.join('')}${more || ''}</ListBucketResult>`;
  }

  return {
    ...{ settings, objects, seen },
    fails: (times, status) => void Object.assign(instead, { times, status }),
    cutsOff: () => {
      instead.cut = true;
    },
  };
}
