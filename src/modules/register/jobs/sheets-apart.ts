import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Failure } from '#kit/failure.ts';
import { surroundings } from '#kit/surroundings.ts';
import { type FileSource, fileSource } from './source.ts';

/** A file on this machine, and what it was called where it came from. */
export interface Sent {
  readonly path: string;
  readonly name: string;
}

/** What the process that makes tables is told, and what it says, a line each. */
export interface Making {
  readonly files: readonly Sent[];
  readonly folder: string;
}
export type Said =
  | { readonly rows: number }
  | { readonly tables: readonly Sent[] }
  | { readonly failure: { readonly what: string; readonly remedy: string } };

const program = fileURLToPath(new URL('./sheets-child.ts', import.meta.url));

/** The texts that cells share and a row of the widest sheet take a third of it. */
const heap = '--max-old-space-size=512';
const patience = 5 * 60_000;

/**
 * Makes tables of files, in a process of its own: it takes seconds of a processor, and a file from outside may be made
 * to take all memory. It is given the files alone: no database, no secret.
 * @param onRows how many rows so far; where it answers false, nobody wants the tables any more
 * @returns null where nobody wants them
 * @throws Failure in plain words where a file cannot be read, or takes more time or memory than there is
 */
export function tablesApart(
  making: Making,
  onRows: (rows: number) => Promise<boolean>,
  { time = patience, limit = heap } = {},
): Promise<readonly FileSource[] | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [limit, program], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: surroundings(),
      timeout: time,
      killSignal: 'SIGKILL',
    });
    let last: Said | null = null;
    let unwanted = false;
    createInterface({ input: child.stdout }).on('line', (line) => {
      last = JSON.parse(line) as Said;
      if (!('rows' in last)) return;
      onRows(last.rows).then(
        (wanted) => {
          if (wanted) return;
          unwanted = true;
          child.kill('SIGKILL');
        },
        () => {},
      );
    });
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', () => {
      if (unwanted) return resolve(null);
      if (last && 'tables' in last)
        return resolve(last.tables.map(({ path, name }) => fileSource(path, name)));
      if (last && 'failure' in last) return reject(new Failure(last.failure.what, last.failure.remedy));
      reject(tooMuch(making.files));
    });
    child.stdin.end(JSON.stringify(making));
  });
}

export function tooMuch(files: readonly { readonly name: string }[]): Failure {
  return new Failure(
    `${files.map(({ name }) => name).join(', ')}: reading took more time or memory than there is for it.`,
    'Save each sheet as “CSV UTF-8” and import those.',
  );
}
