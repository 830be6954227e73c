import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. Raising one rehashes at the next sign-in. */
const current = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const saltBytes = 16;
const hashBytes = 32;

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number };

const derive = promisify(argon2);

/** A password as `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. Takes some tens of milliseconds, off the main thread. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await hashOf(password, salt, current, hashBytes);
  return `$argon2id$v=19$${words(current)}$${unpadded(salt)}$${unpadded(hash)}`;
}

/**
 * Is it the password? The work is the same where there is no hash to compare with, so that the time taken does not
 * tell whether an account exists. `outdated`: right, but hashed at another cost than today's.
 */
export async function verifyPassword(
  password: string,
  encoded: string | null,
): Promise<{ readonly right: boolean; readonly outdated: boolean }> {
  const known = encoded === null ? null : parse(encoded);
  const { cost, salt, hash } = known ?? nobody;
  const given = await hashOf(password, salt, cost, hash.length);
  const right = timingSafeEqual(given, hash) && known !== null;
  return { right, outdated: right && words(cost) !== words(current) };
}

const nobody = { cost: current, salt: Buffer.alloc(saltBytes), hash: Buffer.alloc(hashBytes) };

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function parse(encoded: string) {
  const parts = form.exec(encoded);
  if (!parts) throw new Error('A stored password is not in the form that Lintel writes');
  const [, memory, passes, parallelism, salt, hash] = parts as unknown as string[];
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt as string, 'base64'),
    hash: Buffer.from(hash as string, 'base64'),
  };
}

/** The same characters may be typed in more than one Unicode form: NFC makes them one. */
function hashOf(password: string, nonce: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
  return derive('argon2id', { message: password.normalize('NFC'), nonce, tagLength, ...cost });
}

function words({ memory, passes, parallelism }: Cost): string {
  return `m=${memory},t=${passes},p=${parallelism}`;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
