import type { StaffContext } from '#kit/http/route.ts';
import { namesInCase, peopleIn } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { findingsInSender, lintFactsOf } from '#modules/wordings/index.ts';
import { findingsInWords } from '#modules/wordings/pure.ts';

interface Typed {
  readonly senderAlias: string;
  readonly coverReason: string;
}

/** What is wrong with the name that shall stand on messages: whoever sees a locked screen reads it. Null: nothing. */
export async function wrongWithOurName(
  ctx: StaffContext,
  { senderAlias, coverReason }: Typed,
  { file }: Pick<CaseModel, 'file'>,
): Promise<string | null> {
  if (senderAlias === '') return null;
  const telling = await lintFactsOf(ctx.tx, ctx, {
    ...{ mayNameLandlord: false, coverReason, numbers: [file.reference] },
    people: await namesInCase(ctx.tx, ctx.organisation, {
      ...{ personId: file.personId, describedAs: file.describedAs },
      people: await peopleIn(ctx.tx, ctx.organisation, file.id),
    }),
  });
  const found = findingsInSender(senderAlias, telling);
  return found.length > 0 ? findingsInWords(found) : null;
}
