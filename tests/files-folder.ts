import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let made: string | undefined;

/** Where the files of this process's tests lie; gone when it ends. */
export function filesFolder(): string {
  if (made === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'lintel-files-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    made = folder;
  }
  return made;
}
