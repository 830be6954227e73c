import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { surroundings } from '../surroundings.ts';
import type { Made, Problem, Sort } from './child.ts';

export type { Problem, Sort };

export interface Picture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

export type Pictures =
  | { readonly ok: true; readonly whole: Picture; readonly small: Picture }
  | { readonly ok: false; readonly problem: Problem };

const program = fileURLToPath(new URL('./child.ts', import.meta.url));
/** Milliseconds, after which a file is given up that takes longer to show. */
const patience = 30_000;
/** No honest answer is larger. */
const mostAnswered = 40 * 1024 * 1024;
/** It may read the program, and nothing else: no file to write, no program to start, no network. */
const confined = ['--permission', '--allow-addons', '--allow-fs-read=*', '--max-old-space-size=512'];
/** Of memory in kilobytes, of a processor in seconds, and of files to write: none. */
const bounds = 'ulimit -d 2000000 -t 40 2>/dev/null; ulimit -f 0 2>/dev/null; exec "$@"';

/** Pictures to look at, made of a file that somebody sent, in a process that can do no harm. */
export async function makePictures(sort: Sort, plain: AsyncIterable<Uint8Array>): Promise<Pictures> {
  const own = [process.execPath, ...confined, program, sort];
  const asked = process.platform === 'win32' ? own : ['/bin/sh', '-c', bounds, 'sh', ...own];
  const [command = '', ...args] = asked;
  const child = spawn(command, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: surroundings(),
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
  ended.catch(() => {});
  const feeding = feed(plain, child.stdin);
  feeding.catch(() => {});
  const answered: Buffer[] = [];
  let length = 0;
  for await (const part of child.stdout as AsyncIterable<Buffer>) {
    answered.push(part);
    length += part.length;
    if (length > mostAnswered) child.kill('SIGKILL');
  }
  const code = await ended;
  await feeding;
  return code === 0 ? read(Buffer.concat(answered)) : { ok: false, problem: 'too-large' };
}

/** A child that ends early leaves its input unread, and its end says why; what fails on our side is ours to tell. */
async function feed(plain: AsyncIterable<Uint8Array>, into: NodeJS.WritableStream): Promise<void> {
  let ours: unknown;
  async function* watched() {
    try {
      yield* plain;
    } catch (error) {
      ours = error;
      throw error;
    }
  }
  await pipeline(Readable.from(watched()), into).catch(() => {});
  if (ours) throw ours;
}

function read(answer: Buffer): Pictures {
  const end = answer.indexOf('\n');
  if (end < 0) return { ok: false, problem: 'damaged' };
  const { problem, pictures } = JSON.parse(answer.subarray(0, end).toString()) as Made;
  let at = end + 1;
  const [whole, small] = pictures.map(({ bytes, width, height }) => {
    at += bytes;
    return { bytes: answer.subarray(at - bytes, at), width, height };
  });
  if (whole && small) return { ok: true, whole, small };
  return { ok: false, problem: problem ?? 'damaged' };
}
