import { text } from 'node:stream/consumers';
import type { Rendering } from './render.ts';

/*
 * A process of its own for each document: setting one takes seconds of a processor and much memory, which would hold
 * up everybody else, and a process can be ended whatever it is doing. It is given the document alone: no address of a
 * database, no secret, no file.
 */
const rendering = JSON.parse(await text(process.stdin)) as Rendering;
process.stdout.write(await render(rendering));

async function render({ format, document }: Rendering): Promise<Uint8Array> {
  if (format === 'letters') return (await import('./letters.ts')).toLetters(document);
  if (format === 'pdf') return (await import('./pdf.ts')).toPdf(document);
  return (await import('./word.ts')).toWord(document);
}
