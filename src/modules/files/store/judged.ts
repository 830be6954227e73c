import { typeOfBytes } from '#kit/files/type-of-bytes.ts';
import type { UploadedFile } from '#kit/http/route.ts';
import { judge, noRoom, tooLarge, tooMany } from '../file-types.ts';
import type { ToKeep } from '../kept-file.ts';

/** All of them are taken, or none is: what is wrong with each is said at once. */
export async function judged(
  sent: readonly UploadedFile[],
): Promise<{ readonly taken: readonly ToKeep[] } | { readonly problem: string }> {
  const files = sent.filter(({ field }) => field === 'files');
  if (files.length === 0) return { problem: 'Choose at least one file' };
  const taken: ToKeep[] = [];
  const problems: string[] = [];
  for (const { name, path, received, refused } of files) {
    if (!received) {
      problems.push(whyRefused(name, refused).because);
      continue;
    }
    const found = judge({ name, bytes: received.bytes, mediaType: await typeOfBytes(received.head) });
    if (found.ok) taken.push({ received, path, name, kind: found.kind, mediaType: found.mediaType });
    else problems.push(found.because);
  }
  if (problems.length === 0) return { taken };
  return { problem: `${problems.join('. ')}. Nothing was added: choose your files again` };
}

function whyRefused(name: string, refused: UploadedFile['refused']) {
  if (refused === 'busy' || refused === 'full') return noRoom(name, refused);
  return refused === 'too-many' ? tooMany(name) : tooLarge(name);
}
