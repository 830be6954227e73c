import { atTheOffice } from '#rules/calendar.ts';
import type { Receipt } from './receipt.ts';
import type { Step } from './steps.ts';
import type { Story } from './story.ts';
import { beforeWorkingMinutes } from './working-time.ts';

/** Told at a letting, it is handed on by whoever asked, some weeks before they move in. */
export function asHandedOn({ story, chance, calendar }: Story, receipt: Receipt): readonly Step[] {
  if (receipt.told.route !== 'new_letting') return [receipt];
  const own = chance.apart('letting');
  const reference = `LET-${own.whole(2_000, 9_999)}`;
  const moves = atTheOffice(receipt.at, calendar)
    .toPlainDate()
    .add({ days: own.whole(6, 15) });
  const agreed = beforeWorkingMinutes(receipt.told.receivedAt, own.whole(300, 900), calendar);
  const { told } = receipt;
  return [
    { at: agreed, story: '', action: { does: 'tell-of-letting', by: 'lettings', reference, moves } },
    { at: receipt.at, story, action: { does: 'hand-on', by: 'lettings', reference, told } },
  ];
}
