import { createHash, createHmac } from 'node:crypto';

/** A request as it came over the wire. */
export interface Signed {
  readonly method: string;
  /** The path and query as they were sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const scheme =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** Who says that they sent it, for which day and region, which headers they signed, and their signature. */
export function authorisation({ headers }: Signed) {
  const found = scheme.exec(headers.authorization ?? '');
  if (!found) return null;
  const [, keyId = '', day = '', region = '', signed = '', signature = ''] = found;
  return { keyId, day, region, signed: signed.split(';'), signature };
}

/**
 * The signature as AWS describes it (Signature Version 4 for Amazon S3), reckoned here by itself: what stands in the
 * program comes from a library.
 */
export function signatureOf(request: Signed, secret: string): string {
  const { day, region, signed } = authorisation(request) ?? { day: '', region: '', signed: [] };
  const { method, url, headers } = request;
  const [path = '', query = ''] = url.split('?');
  const canonical = [
    method,
    path,
    query.split('&').filter(Boolean).map(withValue).sort().join('&'),
    ...signed.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}`),
    '',
    signed.join(';'),
    headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (before, part) => hmac(before, part),
    `AWS4${secret}`,
  );
  return hmac(key, toSign).toString('hex');
}

const withValue = (part: string) => (part.includes('=') ? part : `${part}=`);

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

export function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
