import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PageAssets } from './layout/staff.ts';
import { compiledSass, sassSources } from './styles-sass.ts';

/** A file for the browser. Its name carries a hash of its content, so it may be cached for ever. */
export type Asset = { readonly name: string; readonly type: string; readonly body: string };

/** All files of both sites, and the addresses that their pages use. */
export type Assets = {
  readonly files: readonly Asset[];
  readonly staff: PageAssets;
  readonly help: PageAssets;
};

/** Where both sites serve the files. */
export const assetsPath = '/assets/';

const folder = join(import.meta.dirname, 'assets');
const root = join(import.meta.dirname, '../..');
const packages = join(root, 'node_modules');

/** Imported files before those that import them, which name them by their hashed names. */
const scripts = ['govuk-frontend.js', 'csrf.js', 'session.js', 'drafts.js', 'staff.js', 'help.js'] as const;

/**
 * Compiles the stylesheets once for each version of their sources and keeps them in `.cache/`, so that
 * every later start only reads them. Where that folder cannot be written it compiles at each start.
 */
export async function loadAssets(cacheFolder = join(root, '.cache')): Promise<Assets> {
  const css = await stylesheets(cacheFolder);
  const images = await imagesIn(css.lintel);
  const staffCss = asset('lintel.css', withHashedNames(css.lintel, images));
  const helpCss = asset('help.css', css.help);
  const icon = asset('icon.svg', await readFile(join(folder, 'icon.svg'), 'utf8'));
  const js = await browserScripts();
  const pageAssets = (sheet: Asset, script: string): PageAssets => ({
    css: assetsPath + sheet.name,
    js: assetsPath + js.get(script)?.name,
    icon: assetsPath + icon.name,
  });
  return {
    files: [staffCss, helpCss, icon, ...images.values(), ...js.values()],
    staff: pageAssets(staffCss, 'staff.js'),
    help: pageAssets(helpCss, 'help.js'),
  };
}

type Stylesheets = { readonly lintel: string; readonly help: string };

async function stylesheets(cacheFolder: string): Promise<Stylesheets> {
  const path = join(cacheFolder, `styles-${hash(await sassSources(folder, root))}.json`);
  const cached = await readFile(path, 'utf8').catch(() => undefined);
  if (cached !== undefined) return JSON.parse(cached);
  const made = {
    lintel: await compiledSass(join(folder, 'lintel.scss'), root),
    help: await compiledSass(join(folder, 'help.scss'), root),
  };
  await keep(path, JSON.stringify(made)).catch(() => undefined);
  return made;
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
  return css.replace(imageAddress, (_, name: string) => assetsPath + images.get(name)?.name);
}

async function browserScripts(): Promise<ReadonlyMap<string, Asset>> {
  const made = new Map<string, Asset>();
  for (const name of scripts) {
    let body = await readFile(sourceOf(name), 'utf8');
    for (const [imported, { name: hashed }] of made) body = body.replace(`'./${imported}'`, `'./${hashed}'`);
    made.set(name, asset(name, body));
  }
  return made;
}

function sourceOf(script: (typeof scripts)[number]): string {
  return script === 'govuk-frontend.js'
    ? join(packages, 'govuk-frontend/dist/govuk/govuk-frontend.min.js')
    : join(folder, script);
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

function asset(name: string, content: string): Asset {
  const body = content.replace(/\/\/# sourceMappingURL=.*\s*$/, '');
  const [stem, ending = ''] = name.split('.');
  return { name: `${stem}.${hash(body)}.${ending}`, type: types[ending] ?? 'text/plain', body };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
