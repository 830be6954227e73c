import type { StaffContext } from '#kit/http/route.ts';
import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { OwnFile } from '../store/files.ts';
import { ownFile } from '../store/files.ts';

/** The file, of whoever keeps it; for anybody else it is not there. */
export function load(ctx: StaffContext<{ readonly file: string }>): Promise<OwnFile> {
  return ownFile(ctx.tx, ctx.organisation, ctx.params.file);
}

/** Nothing is written in a file that has ended. */
export function goesOn({ endedAt }: Pick<OwnFile, 'endedAt'>): Verdict {
  return endedAt === null ? allowed : refused('This file has ended.', 'records');
}
