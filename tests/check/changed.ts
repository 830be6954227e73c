import { execFileSync } from 'node:child_process';
import { reaches, readSources, type Source } from '../boundaries/sources.ts';
import { root } from './perform.ts';

/** A test that reads files of the house as such: whatever is changed may touch it. */
const readsFiles = /\b(?:readFile|readFileSync|globSync|readSources)\b/;
/** Read or run by others, where no import tells. */
const usedBy: Readonly<Record<string, string>> = {
  'migrations/': 'src/kit/database/migrate.ts',
  'src/kit/assets/': 'src/kit/styles.ts',
  'src/kit/documents/child.ts': 'src/kit/documents/render.ts',
  'src/kit/documents/typst/': 'src/kit/documents/pdf.ts',
};
/** Read by no test but those that read files. */
const read = /^(?:docs\/|bench\/|[A-Z]+(?:\.md)?$|tests\/times\.json$)/;

/** The tests that what was changed since `main` can touch, by who imports what; all, where that cannot be told. */
export async function changedFiles(every: readonly string[]): Promise<readonly string[]> {
  const changed = changedSinceMain();
  console.log(`Changed: ${changed.length === 0 ? 'nothing' : changed.join(', ')}`);
  return touchedBy(changed, readSources(), every);
}

export function touchedBy(
  changed: readonly string[],
  sources: readonly Source[],
  every: readonly string[],
): readonly string[] {
  const importers = importersOf(sources);
  const known = new Set(sources.map(({ path }) => path));
  const touched = new Set<string>();
  const waiting = changed.filter((path) => !read.test(path)).flatMap(andUsers);
  if (waiting.some((path) => !known.has(path))) return every;
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (touched.has(path)) continue;
    touched.add(path);
    waiting.push(...(importers.get(path) ?? []));
  }
  const always = new Set(sources.filter(({ text }) => readsFiles.test(text)).map(({ path }) => path));
  return every.filter((file) => touched.has(file) || always.has(file));
}

function andUsers(path: string): readonly string[] {
  const users = Object.entries(usedBy).filter(([place]) => path.startsWith(place));
  return users.length > 0 ? users.map(([, user]) => user) : [path];
}

/** Types are imports too: they are checked elsewhere, but nobody has to remember that. */
function importersOf(sources: readonly Source[]): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  for (const source of sources)
    for (const { to } of reaches(source)) importers.set(to, [...(importers.get(to) ?? []), source.path]);
  return importers;
}

function changedSinceMain(): readonly string[] {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' })
      .split('\n')
      .filter((line) => line !== '');
  const [main] = git('branch', '--list', '--all', '--format=%(refname)', 'main', 'origin/main');
  const [base = 'HEAD'] = main ? git('merge-base', 'HEAD', main) : [];
  return [
    ...new Set([...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')]),
  ].sort();
}
