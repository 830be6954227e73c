import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, chmod, constants, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));

// There is no outside network where tests run, and nothing should look for one.
const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--no-first-run',
  // No page lives long enough to win back what compiling its scripts for speed takes.
  '--js-flags=--no-opt --no-maglev',
];

let running: Promise<Browser> | undefined;

/** The browser of this process: whoever needs it opens a context of their own, and closes that. */
export function sharedBrowser(): Promise<Browser> {
  running ??= launch();
  return running;
}

after(async () => (await running)?.close());

/** A Chromium: the one that `CHROMIUM_PATH` names, or the one that came with `npm ci`. Close it when done. */
async function launch(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH;
  if (own) return chromium.launch({ executablePath: own, args });
  const folder = await unpacked();
  return chromium.launch({ executablePath: join(folder, 'chromium'), args, env: environment(folder) });
}

/** The package's own libraries come last: where the machine has them, its own are used. */
function environment(folder: string): Record<string, string> {
  const libraries = [process.env.LD_LIBRARY_PATH, join(folder, 'al2023', 'lib')].filter(Boolean).join(':');
  const inherited = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return {
    ...Object.fromEntries(inherited),
    LD_LIBRARY_PATH: libraries,
    FONTCONFIG_PATH: join(folder, 'fonts'),
  };
}

/** Unpacks the browser (about 3 s) once for each version, beside its place, so that nobody starts half of it. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const cache = await cacheFolder();
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const beside = await mkdtemp(join(cache, 'unpacking-'));
  try {
    await unpackInto(beside);
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** In the clone, or where that cannot be written in a folder of this user's own. */
async function cacheFolder(): Promise<string> {
  const own = join(tmpdir(), `lintel-${process.getuid?.() ?? 'browser'}`);
  for (const folder of [join(import.meta.dirname, '../../.cache'), own]) {
    const usable = await mkdir(folder, { recursive: true })
      .then(() => access(folder, constants.W_OK))
      .then(
        () => true,
        () => false,
      );
    if (usable) return folder;
  }
  throw new Error(`Neither .cache nor ${own} can be written: set CHROMIUM_PATH to a Chromium instead`);
}

/** The package always unpacks into the temporary folder, so a process of its own gets another one. */
async function unpackInto(folder: string): Promise<void> {
  const script = `
    import { inflate } from ${JSON.stringify(join(packageFolder, 'build/index.js'))};
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
      await inflate(${JSON.stringify(`${packageFolder}/bin/`)} + name);
  `;
  const env = { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder };
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env });
  await writeFile(join(folder, 'fonts', 'fonts.conf'), fonts);
  for (const path of [folder, join(folder, 'chromium')]) await chmod(path, 0o755);
}

/** The package's own settings look for its fonts in fixed places only, and without any font Chromium ends. */
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
