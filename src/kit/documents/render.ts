import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Fault } from '../http/errors.ts';
import { surroundings } from '../surroundings.ts';
import { turns } from '../turns.ts';
import type { LetterDocument } from './letters.ts';
import { type DocumentModel, lengthOf, mostCharacters } from './model.ts';

export type Rendering =
  | { readonly format: 'pdf' | 'word'; readonly document: DocumentModel }
  | { readonly format: 'letters'; readonly document: readonly LetterDocument[] };

export interface RenderingLimits {
  /** Milliseconds until a rendering is given up. */
  readonly time: number;
  /** Renderings at once, and how many more may wait: together they bound the memory that is used. */
  readonly atOnce: number;
  readonly waiting: number;
}

export const limits: RenderingLimits = { time: 60_000, atOnce: 2, waiting: 8 };

/**
 * @returns the bytes of a tagged PDF; throws a fault where it is too long, takes too long, or too many are asked for
 */
export function renderPdf(document: DocumentModel): Promise<Buffer> {
  return render({ format: 'pdf', document });
}

/** @returns the bytes of a Word file; throws as `renderPdf` does */
export function renderWord(document: DocumentModel): Promise<Buffer> {
  return render({ format: 'word', document });
}

/** @returns the bytes of a tagged PDF, each letter from a page of its own; throws as `renderPdf` does */
export function renderLetters(document: readonly LetterDocument[]): Promise<Buffer> {
  return render({ format: 'letters', document });
}

const render = renderer(limits);

/** Renders in processes of its own, so many at once and no longer than so long. */
export function renderer({ time, ...bounds }: RenderingLimits) {
  const places = turns(bounds);

  return async (rendering: Rendering): Promise<Buffer> => {
    if (charactersIn(rendering) > mostCharacters) throw new Fault('too-large');
    const end = await places.take();
    try {
      return await inProcess(rendering, time);
    } finally {
      end();
    }
  };
}

function charactersIn(rendering: Rendering): number {
  if (rendering.format !== 'letters') return lengthOf(rendering.document);
  return rendering.document.reduce((sum, { body }) => sum + body.length, 0);
}

const program = fileURLToPath(new URL('./child.ts', import.meta.url));
/** Enough for a JavaScript heap of the longest document; what the compiler takes beside it is bounded by its length. */
const heap = '--max-old-space-size=768';

function inProcess(rendering: Rendering, time: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [heap, program], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: surroundings(),
      timeout: time,
      killSignal: 'SIGKILL',
    });
    const made: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => made.push(part));
    child.stderr.on('data', (part: Buffer) => complaints.push(part));
    // A child that ends early leaves its input unread: its end says why.
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0 && made.length > 0) resolve(Buffer.concat(made));
      else if (signal === 'SIGKILL') reject(new Fault('too-large'));
      else
        reject(new Error(`A document could not be made (${code ?? signal})`, { cause: kindOf(complaints) }));
    });
    child.stdin.end(JSON.stringify(rendering));
  });
}

/** The kind of error alone: its message may hold somebody's words, and goes into a log. */
function kindOf(complaints: readonly Buffer[]): string {
  return /^(?:Uncaught )?(\w*Error)\b/m.exec(Buffer.concat(complaints).toString())?.[1] ?? 'unknown';
}
