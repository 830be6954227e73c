/** What such a store says is wrong, by its code, and which setting to look at. It names no secret and no file. */
const known: Readonly<Record<string, string>> = {
  NoSuchBucket: 'There is no bucket of that name there: look at LINTEL_S3_BUCKET, and make the bucket first',
  InvalidAccessKeyId: 'It does not know that key: look at LINTEL_S3_KEY_ID',
  // OpenStack Swift says the same of a key that it does not know.
  SignatureDoesNotMatch:
    'The secret is not the one of that key, or there is no such key: look at LINTEL_S3_SECRET and LINTEL_S3_KEY_ID',
  AccessDenied:
    'That key may not do this: it has to be allowed to put, get, delete and list objects in the bucket',
  AuthorizationHeaderMalformed: 'The region is another one: look at LINTEL_S3_REGION',
  PermanentRedirect: 'The bucket lies elsewhere: look at LINTEL_S3_ENDPOINT and LINTEL_S3_REGION',
  TemporaryRedirect: 'The bucket lies elsewhere: look at LINTEL_S3_ENDPOINT and LINTEL_S3_REGION',
  RequestTimeTooSkewed: 'The clocks of this machine and of the store differ by more than 15 minutes',
  XAmzContentSHA256Mismatch: 'What arrived there was not what was sent: the network changed it on its way',
  BadDigest: 'What arrived there was not what was sent: the network changed it on its way',
  ServiceUnavailable: 'It is there, and cannot just now',
  SlowDown: 'It asks to be asked less often',
  QuotaExceeded: 'There is no room left there',
  EntityTooLarge: 'It takes no file of that size',
};

/** @param body what it answered: XML with a code, where it is such a store */
export function storeErrorInWords(status: number, body: string): string {
  const code = codeIn(body);
  if (code === null)
    return `It answers ${status}, and not as such a store does: look at LINTEL_S3_ENDPOINT and at what lies between`;
  return `${known[code] ?? 'It would not'} (${status} ${code})`;
}

export function codeIn(body: string): string | null {
  return /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(body)?.[1] ?? null;
}

const networks: Readonly<Record<string, string>> = {
  ENOTFOUND: 'Its address is not known: look at LINTEL_S3_ENDPOINT',
  ECONNREFUSED: 'Nothing answers at its address: is it running, and is the port right?',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is not one that this machine trusts: set NODE_EXTRA_CA_CERTS',
  SELF_SIGNED_CERT_IN_CHAIN: 'Its certificate is not one that this machine trusts: set NODE_EXTRA_CA_CERTS',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'Its certificate is not one that this machine trusts: set NODE_EXTRA_CA_CERTS',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'Its certificate is of another name: with LINTEL_S3_STYLE=host, the bucket’s name stands before that of the host',
  CERT_HAS_EXPIRED: 'Its certificate has run out',
};

/** @param code of what went wrong between here and there */
export function networkErrorInWords(code: string | undefined): string {
  const said = code === undefined ? undefined : networks[code];
  return said ?? `The connection broke off${code === undefined ? '' : ` (${code})`}`;
}
