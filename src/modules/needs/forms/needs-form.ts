import { z } from 'zod';
import { line, optionalChoice, type Typed, versionSeen, words } from '#kit/forms.ts';
import { yearsOld } from '#modules/case-file/pure.ts';
import { type Answer, answers, type NeedKind, type NeedsValue, needKinds } from '../needs.ts';

const answered = optionalChoice<Exclude<Answer, 'not_asked'>, 'not_asked'>(
  answers.map(({ value }) => value),
  'not_asked',
);
const texts = Object.fromEntries(
  needKinds.flatMap(({ value }) => [
    [value, words(4_000)],
    [`${value}Done`, words(4_000)],
  ]),
) as Record<NeedKind | `${NeedKind}Done`, ReturnType<typeof words>>;

/** What one person needs and what is done about it: all of it optional, none of it nothing at all. */
export const needsForm = z
  .object({
    _version: versionSeen,
    seen: answered,
    heard: answered,
    age: line(3),
    schoolKnown: answered,
    ownWords: words(10_000),
    ...texts,
  })
  .superRefine((form, context) => {
    if (form.age !== '' && !/^(?:\d|[1-9]\d|1[01]\d|120)$/.test(form.age))
      context.addIssue({ code: 'custom', path: ['age'], message: 'Enter the age in whole years' });
    if (isEmpty(form))
      context.addIssue({ code: 'custom', path: ['form'], message: 'Nothing is written yet' });
  })
  .transform((form): NeedsValue => {
    const { seen, heard, age, schoolKnown, ownWords } = form;
    const needs = Object.fromEntries(
      needKinds.map(({ value }) => [value, { need: form[value].trim(), done: form[`${value}Done`].trim() }]),
    ) as Pick<NeedsValue, NeedKind>;
    return { ...needs, seen, heard, age: age === '' ? null : Number(age), schoolKnown, ownWords };
  });

type Form = Readonly<Record<string, unknown>>;

function isEmpty(form: Form): boolean {
  const { _version, ...rest } = form;
  return Object.values(rest).every((value) => value === 'not_asked' || String(value).trim() === '');
}

/** What the case knows already of somebody whose needs nobody has written down yet. */
export function typedFirst(
  person: { readonly age: string; readonly bornOn: Temporal.PlainDate | null; readonly school: string },
  today: Temporal.PlainDate,
): Typed {
  const years = yearsOld(person, today);
  return {
    ...(years !== null && { age: String(years) }),
    ...(person.school !== '' && { school: person.school }),
  };
}

/** As a form holds it: the next version starts from the last one. */
export function typedNeeds(value: NeedsValue): Typed {
  return {
    seen: value.seen,
    heard: value.heard,
    age: value.age === null ? '' : String(value.age),
    schoolKnown: value.schoolKnown,
    ownWords: value.ownWords,
    ...Object.fromEntries(
      needKinds.flatMap(({ value: kind }) => [
        [kind, value[kind].need],
        [`${kind}Done`, value[kind].done],
      ]),
    ),
  };
}
