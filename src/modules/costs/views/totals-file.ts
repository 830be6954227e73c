import type { Cut, YearOfCosts } from '../store/totals.ts';
import { about, aboutOrFew, avoidedName, cutName, gainName, hours, supportName } from './totals-words.ts';

export const fileHead = ['Year', 'From', 'Until', 'Part', 'What', 'About', 'Hours', 'How often'] as const;

const cutsInWords: readonly (readonly [Cut, string])[] = [
  ['kind', 'Moves, homes and time'],
  ['month', 'All by month'],
  ['area', 'All by where the home is'],
  ['role', 'Time by role'],
];

/** The same totals as the page, line by line, and no more exact. */
export function fileRows(years: readonly YearOfCosts[]): readonly (readonly string[])[] {
  return years.flatMap((year) => {
    const until = year.until.subtract({ days: 1 });
    const line = (part: string, ...rest: readonly string[]) => [
      ...[year.name, String(year.from), String(until), part],
      ...rest,
    ];
    return [
      ...year.totals.map((each) =>
        line('Offers, spent', supportName(each.kind), aboutOrFew(each.spentPence), '', ''),
      ),
      ...cutsInWords.flatMap(([by, part]) =>
        year.cut[by]
          .filter((each) => !each.name.startsWith('help.'))
          .map((each) =>
            line(
              ...([part, cutName(by, each.name), about(each.pence)] as const),
              ...[each.quarters > 0 ? hours(each.quarters) : '', ''],
            ),
          ),
      ),
      ...year.funds.map(({ name, pence }) => line('Paid from funds', name, about(pence), '', '')),
      ...year.gained.flatMap((each) => [
        line('Advice brought, once', gainName(each.kind), aboutOrFew(each.oncePence), '', ''),
        line('Advice brought, in a year', gainName(each.kind), aboutOrFew(each.yearlyPence), '', ''),
      ]),
      ...year.avoided.map((each) =>
        line(
          'May have been avoided: an estimate',
          ...[
            avoidedName(each.kind),
            each.unpriced === each.times ? '' : about(each.pence),
            '',
            String(each.times),
          ],
        ),
      ),
    ];
  });
}
