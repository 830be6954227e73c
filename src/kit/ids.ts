import { randomBytes, randomUUIDv7 } from 'node:crypto';

/** A new UUIDv7: ids sort by the time they were made, and every table's key is (organisation_id, id). */
export function newId<T extends string>(): T {
  return randomUUIDv7() as T;
}

const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** A neutral reference for people to say aloud, for instance `C-7KQ4-M2XD`: no order, no subject, no look-alikes. */
export function newReference(prefix: 'C' | 'D'): string {
  const drawn = Array.from(randomBytes(8), (byte) => letters[byte % letters.length]).join('');
  return `${prefix}-${drawn.slice(0, 4)}-${drawn.slice(4)}`;
}
