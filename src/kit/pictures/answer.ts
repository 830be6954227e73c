import { z } from 'zod';
import { type Problem, problems } from './problem.ts';

export interface Picture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

export type Pictures =
  | { readonly ok: true; readonly whole: Picture; readonly small: Picture }
  | { readonly ok: false; readonly problem: Problem };

const side = z.number().int().min(1).max(2000);
const made = z.object({
  problem: z.enum(problems).optional(),
  pictures: z
    .array(z.object({ bytes: z.number().int().positive(), width: side, height: side }))
    .max(2)
    .readonly(),
});

const damaged = { ok: false, problem: 'damaged' } as const;

/** What the process that met the file says is believed no more than the file: it must be two JPEG and nothing else. */
export function readAnswer(answer: Buffer): Pictures {
  const end = answer.indexOf('\n');
  const said = made.safeParse(end < 0 ? null : parsed(answer.subarray(0, end).toString()));
  if (!said.success) return damaged;
  let at = end + 1;
  const pictures = said.data.pictures.map(({ bytes, width, height }) => {
    at += bytes;
    return { bytes: answer.subarray(at - bytes, at), width, height };
  });
  const [whole, small] = pictures;
  if (!(whole && small)) return { ok: false, problem: said.data.problem ?? 'damaged' };
  return at === answer.length && pictures.every(isJpeg) ? { ok: true, whole, small } : damaged;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** It begins and ends as one does. */
function isJpeg({ bytes }: Picture): boolean {
  return bytes.subarray(0, 3).toString('hex') === 'ffd8ff' && bytes.subarray(-2).toString('hex') === 'ffd9';
}
