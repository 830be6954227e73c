import { atTheOffice, thisOrNextWorkingDay, timeOn } from '#rules/calendar.ts';
import type { Receipt } from './receipt.ts';
import type { Step } from './steps.ts';
import type { Story } from './story.ts';
import { beforeWorkingMinutes } from './working-time.ts';

/** Told at a letting, it is handed on by whoever asked, some weeks before they move in. */
export function asHandedOn(of: Story, receipt: Receipt): readonly Step[] {
  if (receipt.told.route !== 'new_letting') return [receipt];
  const { story, chance, calendar } = of;
  const own = chance.apart('letting');
  const reference = `LET-${own.whole(2_000, 9_999)}`;
  const moves = movesInOn(of, receipt);
  const agreed = beforeWorkingMinutes(receipt.told.receivedAt, own.whole(300, 900), calendar);
  const { told } = receipt;
  return [
    { at: agreed, story: '', action: { does: 'tell-of-letting', by: 'lettings', reference, moves } },
    { at: receipt.at, story, action: { does: 'hand-on', by: 'lettings', reference, told } },
  ];
}

function movesInOn({ chance, calendar }: Story, { at }: Receipt): Temporal.PlainDate {
  const day = atTheOffice(at, calendar).toPlainDate();
  return day.add({ days: chance.apart('moving in').whole(6, 15) });
}

/** In the second week in their new home they are asked whether they feel safe there, while the case is open. */
export function askedInNewHome(of: Story, receipt: Receipt, until: Temporal.Instant | null): readonly Step[] {
  if (receipt.told.route !== 'new_letting') return [];
  const { story, calendar, lead, present } = of;
  const day = thisOrNextWorkingDay(movesInOn(of, receipt).add({ days: 9 }), calendar);
  const at = timeOn(day, new Temporal.PlainTime(11, 40), calendar);
  if (Temporal.Instant.compare(at, until ?? present) >= 0) return [];
  return [{ at, story, action: { does: 'ask-how-safe', by: lead, feeling: 'safe' } }];
}
