import { z } from 'zod';
import { line, optionalChoice, type Typed, versionSeen, words } from '#kit/forms.ts';
import {
  type EqualityName,
  type EqualityValue,
  equalityNames,
  offered,
  questions,
  type WordsName,
  wasAsked,
} from '../equality.ts';

const wordsNames: readonly WordsName[] = [
  'ethnicityWords',
  'disabilityWords',
  'orientationWords',
  'religionWords',
  'genderWords',
];
const chosen = Object.fromEntries(
  questions.map((question) => [
    question.name,
    optionalChoice(
      offered(question).map(({ value }) => value),
      'not_asked',
    ),
  ]),
) as unknown as Record<EqualityName, z.ZodType<string>>;
const described = Object.fromEntries(wordsNames.map((name) => [name, line(500)])) as Record<
  WordsName,
  ReturnType<typeof line>
>;

/** Optional throughout; a form that asked nothing has nothing to save. */
export const equalityForm = z
  .object({ _version: versionSeen, ...chosen, ...described })
  .refine(wasAsked, { path: ['form'], message: 'Nothing was asked yet, so there is nothing to save' })
  .transform(({ _version, ...value }): EqualityValue => value);

export function typedEquality(value: EqualityValue): Typed {
  return Object.fromEntries([...equalityNames, ...wordsNames].map((name) => [name, value[name]]));
}

export const funds = ['prefers_not', 'yes', 'no', 'not_known'] as const;
export type Funds = 'not_asked' | (typeof funds)[number];

/** For whoever leads the case and its managers: never asked of anybody who does not need it answered. */
export const restrictedForm = z
  .object({
    _version: versionSeen,
    nationality: line(200),
    immigration: words(4_000),
    funds: optionalChoice(funds, 'not_asked'),
  })
  .refine(
    ({ nationality, immigration, funds: given }) =>
      nationality !== '' || immigration.trim() !== '' || given !== 'not_asked',
    { path: ['form'], message: 'Nothing is written yet' },
  );
