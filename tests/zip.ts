import { inflateRawSync } from 'node:zlib';

/** The files in a zip, which is what a Word file is, by their names. */
export function unzip(archive: Uint8Array): Readonly<Record<string, string>> {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  let at = bytes.readUInt32LE(end + 16);
  return Object.fromEntries(
    Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
      const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
      const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
      const local = bytes.readUInt32LE(at + 42);
      const file = bytes.subarray(at + 46, at + 46 + (name ?? 0)).toString();
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const content = bytes.subarray(from, from + packed);
      at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
      return [file, (method === 8 ? inflateRawSync(content) : content).toString()];
    }),
  );
}
