import { z } from 'zod';
import { choice, line, optionalChoice, requiredLine, requiredWords, type Typed, words } from '#kit/forms.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { type RepeatDefinition, repeatDefinitions } from '#rules/repeat.ts';
import { optionalCount } from './level-form.ts';

function count(missing: string, most: number) {
  return line(10)
    .refine((text) => /^\d+$/.test(text), missing)
    .refine((text) => Number(text) >= 1 && Number(text) <= most, `Enter a number from 1 to ${most}`)
    .transform(Number);
}

/** @param areas the ids of the landlord’s areas; `''` is everywhere */
export function thresholdForm(areas: readonly string[]) {
  const missing = 'Enter the day from which it holds';
  return z.preprocess(
    (typed) => ({ ...(typed as Typed), from: typedDay(typed as Typed, 'from', { missing }) }),
    z
      .object({
        area: optionalChoice(areas, ''),
        from: day,
        highFrom: count('Enter from how many yes the risk is high', 24),
        mediumFrom: count('Enter from how many yes the risk is medium', 23),
        callOuts: optionalCount(99),
        repeat: choice(
          repeatDefinitions.map(({ value }) => value as RepeatDefinition),
          'Say what counts as a repeat',
        ),
        source: requiredLine('Say who set it, for example the Marac’s operating protocol and its date', 300),
      })
      .refine(({ mediumFrom, highFrom }) => mediumFrom < highFrom, {
        path: ['mediumFrom'],
        message: 'Medium must begin below high',
      })
      .refine(({ callOuts }) => callOuts !== 0, {
        path: ['callOuts'],
        message: 'Leave it empty where call-outs are not counted',
      }),
  );
}

/** One local authority a line. */
const authorities = words(4_000).transform((text) => [
  ...new Map(
    text
      .split('\n')
      .map((line) => line.trim().replaceAll(/\s+/g, ' '))
      .filter((line) => line !== '')
      .map((line) => [line.toLocaleLowerCase('en-GB'), line]),
  ).values(),
]);

export const newAreaForm = z.object({
  name: requiredLine('Enter the name of the Marac area', 100),
  authorities,
});
export const areaForm = z.object({ authorities });

/** Where a case is heard; `''`: as the home’s local authority says. */
export function caseAreaForm(areas: readonly string[]) {
  return z.object({
    area: optionalChoice(areas, ''),
    reason: requiredWords('Say why this case is heard there', 1_000),
  });
}
