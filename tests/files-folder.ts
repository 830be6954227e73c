import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the files of tests lie: as long as the databases that are kept between runs. */
export function filesFolder(): string {
  const folder = join(import.meta.dirname, '../.cache/test-files');
  mkdirSync(folder, { recursive: true });
  return folder;
}
