import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CameBack } from '../carrier.ts';
import { surroundings } from '../surroundings.ts';
import type { ToRead } from './reading.ts';

const program = fileURLToPath(new URL('./reading.ts', import.meta.url));
/** An honest letter is read in a few milliseconds. In milliseconds. */
const patience = 10_000;
const resourceLimits = { maxOldGenerationSizeMb: 192 };

/** Reads letters one after the other, each for a bounded time. */
export interface Reader {
  /** @returns what came back; null: it is about nothing of ours, or cannot be read */
  read(letter: ToRead): Promise<CameBack | null>;
  close(): Promise<void>;
}

/**
 * Reads what anybody may send us in a thread of its own: a letter can be made so that whatever takes it apart is busy
 * with it for minutes, and meanwhile nobody else would get an answer.
 */
export function readerApart(atMost = patience): Reader {
  let thread: Worker | null = null;
  const close = async () => {
    const ended = thread;
    thread = null;
    await ended?.terminate();
  };
  return {
    async read(letter) {
      // Where there can be no thread, nothing was read: that is thrown, and no letter is passed over for it.
      thread ??= await started();
      try {
        thread.postMessage(letter);
        const [answer] = await once(thread, 'message', { signal: AbortSignal.timeout(atMost) });
        return answer as CameBack | null;
      } catch {
        await close();
        return null;
      }
    },
    close,
  };
}

async function started(): Promise<Worker> {
  const thread = new Worker(program, { env: surroundings(), resourceLimits });
  await once(thread, 'message');
  // What it dies of while nobody asks is met by whoever asks next.
  thread.on('error', () => {});
  return thread;
}
