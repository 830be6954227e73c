import { type Html, html } from '#kit/html.ts';
import { levelsInWords, riskGrounds } from '#modules/risk-level/pure.ts';
import { capitalised, labelOf } from '#rules/words.ts';
import { givenLabel, givenOn } from '../assessment.ts';
import { type Instrument, type Item, mostPoints, weightOf } from '../instruments/instrument.ts';
import { flaggedIn } from '../instruments/own.ts';

/** What follows from the answers of an instrument with levels of its own; of any other, nothing is said here. */
export function howItCounts(instrument: Instrument): Html | undefined {
  const { levels, enough } = instrument;
  if (!levels) return undefined;
  const flagged = flaggedIn(instrument);
  return html`<ul class="govuk-list govuk-list--bullet">
<li>${capitalised(levelsInWords(levels))}; ${mostPoints(instrument)} is the most.
  A threshold of the area where a case is heard stands before this.</li>
<li>Finished needs ${enough} answers, or the reason why there are fewer. A blank scores nothing and is not a no: while
  anything is blank, nothing below medium is proposed.</li>
<li>${
    flagged.length === 0
      ? 'No question is flagged: no answer by itself asks a named person to judge.'
      : `A yes to ${flagged.map(({ id }) => id).join(', ')} is never below medium, and is for a named person to judge.`
  }</li></ul>`;
}

/** "Yes 8, don’t know 2. Flagged: threats to kill" */
export function weighsInWords(item: Item): string {
  if (item.uncounted) return 'Not counted';
  const weighing = givenOn[item.scale].filter(({ value }) => weightOf(item, value) > 0);
  const weights = weighing.map(({ value }) => `${givenLabel(value).toLowerCase()} ${weightOf(item, value)}`);
  const flag = item.ground ? ` Flagged: ${labelOf(riskGrounds, item.ground).toLowerCase()}.` : '';
  return `${capitalised(weights.join(', ') || 'nothing')}.${flag}`;
}
