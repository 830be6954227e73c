import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PageAssets } from './layout/staff.ts';
import { compiledSass, sassSources } from './styles-sass.ts';

/** A file for the browser. Its name carries a hash of its content, so it may be cached for ever. */
export type Asset = { readonly name: string; readonly type: string; readonly body: string };

/** The files of one site, and the addresses that its pages use. */
export type SiteAssets = { readonly assets: readonly Asset[]; readonly page: PageAssets };

/** Where a site serves its files. */
export const assetsPath = '/assets/';

const root = join(import.meta.dirname, '../..');
const folder = join(import.meta.dirname, 'assets');
const packages = join(root, 'node_modules');
const cache = join(root, '.cache');

/** The staff site's stylesheet, its pictures, its scripts and govuk-frontend's own. */
export async function staffAssets(cacheFolder = cache): Promise<SiteAssets> {
  const css = await stylesheet('lintel', cacheFolder);
  const images = await imagesIn(css);
  const scripts = await linked([
    'govuk-frontend.js',
    'csrf.js',
    'session.js',
    'drafts.js',
    'hide.js',
    'staff.js',
  ]);
  return site(asset('lintel.css', withHashedNames(css, images)), scripts, [...images.values()]);
}

/** The help site's two small files. */
export async function helpAssets(cacheFolder = cache): Promise<SiteAssets> {
  return site(asset('help.css', await stylesheet('help', cacheFolder)), await linked(['help.js']));
}

async function site(
  css: Asset,
  scripts: readonly Asset[],
  images: readonly Asset[] = [],
): Promise<SiteAssets> {
  const icon = asset('icon.svg', await readFile(join(folder, 'icon.svg'), 'utf8'));
  const entry = scripts.at(-1);
  return {
    assets: [css, icon, ...images, ...scripts],
    page: { css: addressOf(css), icon: addressOf(icon), js: entry ? addressOf(entry) : '' },
  };
}

/**
 * Compiled once for each version of its sources and kept in `.cache/`, so that every later start only
 * reads it. Where that folder cannot be written it is compiled at each start.
 */
async function stylesheet(name: 'lintel' | 'help', cacheFolder: string): Promise<string> {
  const path = join(cacheFolder, `${name}-${hash(await sassSources(folder, root))}.css`);
  const cached = await readFile(path, 'utf8').catch(() => undefined);
  if (cached !== undefined) return cached;
  const css = await compiledSass(join(folder, `${name}.scss`), root);
  await keep(path, css).catch(() => undefined);
  return css;
}

/** Written beside and renamed, so that another program that starts meanwhile never reads half of it. */
async function keep(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}`;
  await writeFile(beside, text);
  await rename(beside, path);
}

const imageAddress = /\/assets\/images\/([a-z-]+\.svg)/g;

/** The pictures that MoJ's components show, by their own names. */
async function imagesIn(css: string): Promise<ReadonlyMap<string, Asset>> {
  const names = new Set([...css.matchAll(imageAddress)].map(([, name]) => name as string));
  const images = join(packages, '@ministryofjustice/frontend/moj/assets/images');
  const read = async (name: string) => asset(name, await readFile(join(images, name), 'utf8'));
  return new Map(await Promise.all([...names].map(async (name) => [name, await read(name)] as const)));
}

function withHashedNames(css: string, images: ReadonlyMap<string, Asset>): string {
  return css.replace(imageAddress, (_, name: string) => addressOf(images.get(name) as Asset));
}

/** Scripts in this order: an import names a file before it by its hashed name. The last is the page's own. */
async function linked(names: readonly string[]): Promise<readonly Asset[]> {
  const made = new Map<string, Asset>();
  for (const name of names) {
    let body = await readFile(sourceOf(name), 'utf8');
    for (const [imported, { name: hashed }] of made) body = body.replace(`'./${imported}'`, `'./${hashed}'`);
    made.set(name, asset(name, body));
  }
  return [...made.values()];
}

function sourceOf(script: string): string {
  return script === 'govuk-frontend.js'
    ? join(packages, 'govuk-frontend/dist/govuk/govuk-frontend.min.js')
    : join(folder, script);
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

function addressOf({ name }: Asset): string {
  return assetsPath + name;
}

function asset(name: string, content: string): Asset {
  const body = content.replace(/\/\/# sourceMappingURL=.*\s*$/, '');
  const [stem, ending = ''] = name.split('.');
  return { name: `${stem}.${hash(body)}.${ending}`, type: types[ending] ?? 'text/plain', body };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
