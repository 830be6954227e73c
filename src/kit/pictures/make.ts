import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { surroundings } from '../surroundings.ts';
import { type Picture, type Pictures, readAnswer } from './answer.ts';
import type { Sort } from './child.ts';
import { confined } from './confined.ts';

export type { Picture, Pictures, Sort };

const program = fileURLToPath(new URL('./child.ts', import.meta.url));
/** Milliseconds, after which a file is given up that takes longer to show. */
const patience = 30_000;
/** No honest answer is larger. */
const mostAnswered = 40 * 1024 * 1024;
/** Of memory in kilobytes, of a processor in seconds, and of files to write: none. */
const bounds = 'ulimit -d 2000000 -t 40 2>/dev/null; ulimit -f 0 2>/dev/null; exec "$@"';

/** Pictures to look at, made of a file that somebody sent, in a process that is bound (`confined.ts`). */
export async function makePictures(sort: Sort, plain: AsyncIterable<Uint8Array>): Promise<Pictures> {
  const own = [process.execPath, ...confined(), program, sort];
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
  return code === 0 ? readAnswer(Buffer.concat(answered)) : { ok: false, problem: 'too-large' };
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
