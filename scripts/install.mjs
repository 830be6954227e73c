import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Whether node_modules holds what package-lock.json names; npm keeps its own list of what it installed. */
export function isInstalled(root) {
  const installed = packages(join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return false;
  return Object.entries(packages(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found) return Boolean(wanted.optional ?? wanted.dev ?? wanted.peer);
    // Some platforms' packages are named in the lock file without a checksum.
    const same = wanted.integrity === undefined || found.integrity === wanted.integrity;
    return found.version === wanted.version && same;
  });
}

/** Runs `npm ci` with one line of progress. Answers whether it worked; it says itself what to do when it did not. */
export async function install(root) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  process.stderr.write('Installing packages (npm ci), about a minute the first time … ');
  const { code, output } = await npmCi(root);
  process.stderr.write(code === 0 ? `${seconds()}\n` : `failed after ${seconds()}\n`);
  if (code === 0) return true;
  process.stderr.write(`
${
  output
    .split('\n')
    .filter((line) => line.startsWith('npm error'))
    .slice(0, 12)
    .join('\n') || output.slice(-2000)
}

The packages that Lintel needs could not be installed.
  - Is the npm registry reachable from here (proxy, firewall)?
  - Is ${root} writable, and is there 1.5 GB free on its disk?
  - Then try again, or run npm ci yourself to see all that it says.
`);
  return false;
}

function packages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

function npmCi(root) {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const underNpm = npm && basename(npm) === 'npm-cli.js';
  const options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] };
  const child = underNpm
    ? spawn(process.execPath, [npm, ...args], options)
    : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
  return new Promise((resolve) => {
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) =>
      resolve({ code: 1, output: `npm itself could not be started: ${error.message}` }),
    );
    child.on('close', (code) => resolve({ code, output }));
  });
}
