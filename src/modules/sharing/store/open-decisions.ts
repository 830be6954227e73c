import type { Deciding, OpenDecisions } from '#modules/chronology/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import { sharePurposes } from '#rules/sharing.ts';
import { labelOf } from '#rules/words.ts';
import { gateOf } from '../gate.ts';
import { recipientInWords } from '../words.ts';
import { sharingIn } from './around.ts';
import { keepTaken } from './send.ts';
import { sharesOf } from './shares.ts';

/** By which decisions something may leave for others at this moment: the gate of each is asked. */
export const openDecisions: OpenDecisions = async (ctx, file) => {
  const [shares, around] = await Promise.all([
    sharesOf(ctx.tx, ctx.organisation, file.id),
    sharingIn(ctx, file),
  ]);
  return shares.flatMap((share) => {
    const gate = gateOf(share, around);
    if (!gate.open) return [];
    const { id, entries, assessments, necessity: why, purpose, decidedAt } = share;
    const decided = `decided ${momentInWords(decidedAt, ctx.calendar)}`;
    return {
      ...{ id, entries, assessments, why, gate, court: share.sort === 'court' },
      recipient: recipientInWords(share),
      what: `${labelOf(sharePurposes, purpose)}, ${decided}`,
    };
  });
};

/** What others ask of sharing, before something leaves for others and as it does. */
export const deciding: Deciding = { open: openDecisions, keep: keepTaken };
