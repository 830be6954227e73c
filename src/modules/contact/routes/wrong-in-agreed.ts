import type { StaffContext } from '#kit/http/route.ts';
import { ofFeared } from '#modules/agreement/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import type { AgreedChannel } from '#rules/agreement.ts';
import { alsoOfFeared } from '#rules/gate.ts';
import { wrongInMessages } from './our-name.ts';

interface Typed extends Omit<Parameters<typeof wrongInMessages>[1], 'channel'> {
  readonly channel: AgreedChannel;
  readonly value: string;
  /** Of the first choice alone. */
  readonly contactPersonValue?: string;
}

/** What may not be agreed, beside its field; null: nothing. */
export async function wrongInAgreed(
  ctx: StaffContext,
  typed: Typed,
  model: Pick<CaseModel, 'file'>,
): Promise<Readonly<Record<string, string>> | null> {
  const { channel, value, contactPersonValue = '' } = typed;
  const [wrong, [first, theirs]] = await Promise.all([
    wrongInMessages(ctx, typed, model),
    ofFeared(ctx.tx, ctx.organisation, model.file.id, [value, contactPersonValue]),
  ]);
  if (wrong === null && !first && !theirs) return null;
  return {
    ...wrong,
    ...(first && { value: refusal(channel) }),
    ...(theirs && { contactPersonValue: refusal('through_somebody') }),
  };
}

/** Whoever they fear would answer it (V3.2). */
function refusal(channel: AgreedChannel): string {
  const { reason, opens } = alsoOfFeared(channel);
  return `${reason} ${opens.replace(/\.$/, '')}`;
}
