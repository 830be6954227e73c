import { randomInt } from 'node:crypto';

/** How a file leaves: for whoever has a public key, or under a passphrase that is told by another way. */
export type FileWay = 'age_key' | 'age_words' | 'zip';

export interface Encrypted {
  readonly bytes: Buffer;
  readonly name: string;
  readonly type: string;
}

/** Encrypts under age (age-encryption.org) or as a ZIP with AES-256; loaded with the first file only. */
export async function encrypted(
  way: FileWay,
  file: { readonly name: string; readonly bytes: Buffer },
  secret: string,
): Promise<Encrypted> {
  return way === 'zip' ? zipped(file, secret) : aged(way, file, secret);
}

async function aged(
  way: 'age_key' | 'age_words',
  file: { readonly name: string; readonly bytes: Buffer },
  secret: string,
): Promise<Encrypted> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  if (way === 'age_key') encrypter.addRecipient(secret);
  else {
    // The passphrase is ours and has 118 bits: to stretch it further would only hold the program up.
    encrypter.setScryptWorkFactor(12);
    encrypter.setPassphrase(secret);
  }
  const bytes = Buffer.from(await encrypter.encrypt(file.bytes));
  return { bytes, name: `${file.name}.age`, type: 'application/octet-stream' };
}

/** Its list of names is not encrypted: the name in it is the reference alone. */
async function zipped(
  file: { readonly name: string; readonly bytes: Buffer },
  password: string,
): Promise<Encrypted> {
  const { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } = await import('@zip.js/zip.js');
  configure({ useWebWorkers: false });
  const zip = new ZipWriter(new Uint8ArrayWriter(), { password, encryptionStrength: 3, zipCrypto: false });
  await zip.add(file.name, new Uint8ArrayReader(file.bytes));
  const bytes = Buffer.from(await zip.close());
  return { bytes, name: `${file.name.replace(/\.\w+$/, '')}.zip`, type: 'application/zip' };
}

/** A public key of age that can be encrypted to; null: it is none. */
export async function ageKeyProblem(key: string): Promise<string | null> {
  const { Encrypter } = await import('age-encryption');
  try {
    new Encrypter().addRecipient(key);
    return null;
  } catch {
    return 'This is no public key of age: it begins with age1, and its owner sends it';
  }
}

/** Without those that are mistaken for one another on the phone or on paper. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz';

/** 118 random bits in groups that can be read out: `k7mq2-…`. Kept nowhere. */
export function newPassphrase(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 6 }, group).join('-');
}

/** Eight figures, told by another way than the link. */
export function newCode(): string {
  return String(randomInt(100_000_000)).padStart(8, '0');
}
