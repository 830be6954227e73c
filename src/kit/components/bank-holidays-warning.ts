import type { RunOut } from '#packs/bank-holidays/bank-holidays.ts';
import { dateInWords } from '#rules/moment.ts';
import { type Html, html } from '../html.ts';
import { warningText } from './warning-text.ts';

/** Bank holidays are about to run out, or have; nothing where they have not (null). */
export function bankHolidaysWarning(runOut: RunOut | null): Html | undefined {
  if (runOut === null) return undefined;
  const { lastKnown, daysLeft } = runOut;
  const until =
    lastKnown === null ? 'No bank holiday is known' : `Bank holidays are known until ${inWords(lastKnown)}`;
  const left = daysLeft > 0 ? ` (${daysLeft === 1 ? '1 day' : `${daysLeft} days`} from now)` : '';
  return warningText({
    html: html`${until}${left}. After that, promises that count working days fall due too early.
      Ask whoever runs Lintel to import the newer list from GOV.UK.`,
  });
}

function inWords(date: string): string {
  return dateInWords(Temporal.PlainDate.from(date));
}
