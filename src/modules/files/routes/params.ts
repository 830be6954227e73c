import type { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { ids, type StaffContext } from '#kit/http/route.ts';
import type { CaseId } from '#rules/facts.ts';
import type { KeptFile } from '../kept-file.ts';
import { findFile } from '../store/files.ts';

export interface OfFile {
  readonly id: CaseId;
  readonly file: string;
}

export const fileParams = ids('id', 'file') as unknown as z.ZodType<OfFile>;

/** The file of the address, of this case and behind its wall; else `not-found`. */
export async function fileIn(ctx: StaffContext<OfFile>): Promise<KeptFile> {
  const found = await findFile(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.file);
  if (!found) throw notFound();
  return found;
}
