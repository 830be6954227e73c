import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const packages = ['sass', 'govuk-frontend', '@ministryofjustice/frontend'];

/** All that decides how the stylesheets come out: our own sources and the versions of the packages. */
export async function sassSources(folder: string, root: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.scss')).sort();
  const own = await Promise.all(
    names.map(async (name) => `${name}\n${await readFile(join(folder, name), 'utf8')}`),
  );
  const versions = await Promise.all(packages.map(async (name) => `${name} ${await versionOf(name, root)}`));
  return [...versions, ...own].join('\n');
}

/** One stylesheet as compressed CSS. Sass itself is only loaded when there is something to compile. */
export async function compiledSass(path: string, root: string): Promise<string> {
  const { compile, Logger } = await import('sass');
  return compile(path, { style: 'compressed', loadPaths: [root], quietDeps: true, logger: Logger.silent })
    .css;
}

async function versionOf(name: string, root: string): Promise<string> {
  return JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
}
