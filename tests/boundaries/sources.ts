import { globSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

/** One file of the program as text, by its path from the repository's root: `src/rules/may.ts`. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What a file reaches: a path in this repository, a package, or a part of Node (`node:fs`). */
export interface Reach {
  readonly to: string;
  /** Erased before it runs: it orders the rooms, but carries no I/O. */
  readonly typeOnly: boolean;
}

const root = join(import.meta.dirname, '../..');

/** Every file that people write here. */
export function readSources(): readonly Source[] {
  const patterns = [
    '*.{ts,mjs}',
    '{src,demonstration,tests,bench,scripts}/**/*.{ts,mjs,js,scss}',
    'migrations/*.sql',
  ];
  return globSync(patterns, { cwd: root })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !path.startsWith('src/kit/assets/built/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Imports and re-exports, static and dynamic, in the order in which they stand. */
export function reaches({ path, text }: Source): readonly Reach[] {
  const statement =
    /^(?:import|export)\s+(?:(type)\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...withoutComments(text).matchAll(statement)].map(([, typeOnly, named, dynamic]) => ({
    to: resolve(path, named ?? dynamic ?? ''),
    typeOnly: typeOnly !== undefined,
  }));
}

/** Comments may name what code may not. What stands in quotes stays: an import's path may hold `/*`. */
export function withoutComments(text: string): string {
  const commentOrQuoted = /\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'/g;
  return text.replace(commentOrQuoted, (found) => (found.startsWith("'") ? found : ''));
}

function resolve(from: string, name: string): string {
  if (name.startsWith('.')) return posix.join(posix.dirname(from), name);
  return name.startsWith('#') ? `src/${name.slice(1)}` : name;
}
