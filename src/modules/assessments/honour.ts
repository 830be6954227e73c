import type { Answered } from './assessment.ts';
import { type Instrument, itemOf } from './instruments/instrument.ts';

/**
 * Does anything in these answers suggest so-called honour? A yes to whether anybody else is feared, which leads to its
 * screen (item 17 of the Dash), and any yes of that screen. The lowest threshold: any suggestion counts (L1.4b).
 */
export function suggestsHonour(
  instrument: Instrument,
  answers: readonly Pick<Answered, 'item' | 'answer'>[],
): boolean {
  return answers.some(
    ({ item, answer }) =>
      answer === 'yes' &&
      (instrument.id === 'honour-based' || item === othersFeared || leadsToScreen(instrument, item)),
  );
}

/** The same number in the questions for young people. */
const othersFeared = '17';

function leadsToScreen(instrument: Instrument, item: string): boolean {
  return itemOf(instrument, item)?.followUp?.screen === 'honour-based';
}
