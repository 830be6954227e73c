export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/**
 * UTF-16 by its byte order mark or, without one, by the noughts that every second byte of Latin text is; null where it
 * is none: then the bytes themselves tell UTF-8 from what spreadsheets on Windows write.
 */
export function wideEncoding(start: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const looked = start.subarray(0, 512);
  const noughts = [0, 0];
  for (const [at, byte] of looked.entries()) if (byte === 0) noughts[at % 2] = (noughts[at % 2] ?? 0) + 1;
  const most = looked.length / 4;
  const [even = 0, odd = 0] = noughts;
  if (odd > most && even < most / 8) return 'utf-16le';
  if (even > most && odd < most / 8) return 'utf-16be';
  return null;
}
