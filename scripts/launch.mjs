import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs';
import module from 'node:module';
import { constants as os } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install, isInstalled } from './install.mjs';
import { lean } from './lean.mjs';
import { pinnedNode } from './node.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs one of Lintel's programs on the pinned Node, whatever Node this is, after installing what it needs.
 * @param serves it runs for weeks, beside others: it is told to take little memory
 */
export async function launch(file, args, { serves = false } = {}) {
  if (!isInstalled(root) && !(await install(root))) process.exit(1);
  const node = pinnedNode(root);
  if (!node) {
    process.stderr.write(
      `Lintel needs Node 26, which npm does not bring for ${process.platform} on ${process.arch}. ` +
        `Install Node 26 and start again.\n`,
    );
    process.exit(1);
  }
  const cache = compileCache();
  const path = resolve(root, file);
  const { flags, environment } = serves ? lean(process.env) : { flags: [], environment: process.env };
  const pinned = realpathSync(node) === realpathSync(process.execPath);
  if (pinned && flags.length === 0) return here(path, args, cache);
  const env = cache ? { ...environment, NODE_COMPILE_CACHE: cache } : environment;
  const all = [...(pinned ? process.execArgv : []), ...flags, path, ...args];
  return pinned ? instead(node, all, env) : there(node, all, env);
}

/** npm finds the pinned Node first once it is installed: then this process is already the right one. */
async function here(path, args, cache) {
  if (cache) module.enableCompileCache(cache);
  process.argv = [process.argv[0], path, ...args];
  await import(pathToFileURL(path).href);
}

/** In this process's place, where the system can do that: one that only waits for another would cost 40 MB. */
function instead(node, args, env) {
  if (!process.execve || process.platform === 'win32' || process.send) return there(node, args, env);
  return process.execve(node, [node, ...args], env);
}

function there(node, args, env) {
  const child = spawn(node, args, { stdio: 'inherit', env });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(
      `The installed Node 26 could not be started: ${error.message}. Run npm ci and try again.\n`,
    );
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 128 + os.signals[signal] : code));
}

/** Compiled code is kept between starts, unless the folder may not be written. */
function compileCache() {
  const folder = join(root, '.cache', 'compiled');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return undefined;
  }
}
