import type { StaffContext } from '#kit/http/route.ts';
import { namesInCase, peopleIn } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { findingsInReason, findingsInSender, lintFactsOf } from '#modules/wordings/index.ts';
import { findingsInWords } from '#modules/wordings/pure.ts';

interface Typed {
  /** Of the first choice alone. */
  readonly senderAlias?: string;
  readonly coverReason: string;
}

/**
 * What is wrong with the name that shall stand on messages, which whoever sees a locked screen reads, and with the
 * reason that is said to whoever else answers, and is put into messages. Null: nothing.
 */
export async function wrongInMessages(
  ctx: StaffContext,
  { senderAlias = '', coverReason }: Typed,
  { file }: Pick<CaseModel, 'file'>,
): Promise<Readonly<Record<string, string>> | null> {
  if (senderAlias === '' && coverReason === '') return null;
  const telling = await lintFactsOf(ctx.tx, ctx, {
    ...{ mayNameLandlord: false, numbers: [file.reference] },
    people: await namesInCase(ctx.tx, ctx.organisation, {
      ...{ personId: file.personId, describedAs: file.describedAs },
      people: await peopleIn(ctx.tx, ctx.organisation, file.id),
    }),
  });
  const name = findingsInSender(senderAlias, telling);
  const reason = findingsInReason(coverReason, telling);
  if (name.length === 0 && reason.length === 0) return null;
  return {
    ...(name.length > 0 && { senderAlias: findingsInWords(name) }),
    ...(reason.length > 0 && { coverReason: findingsInWords(reason) }),
  };
}
