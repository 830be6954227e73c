import { z } from 'zod';
import { formGiven, kept, known, type Typed } from '#kit/forms.ts';
import {
  type Answered,
  type Answers,
  answerTo,
  type Given,
  givenOn,
  type Instrument,
} from '../assessment.ts';
import { type Item, itemsOf } from '../instruments/instrument.ts';

/** The names of an item’s fields: its answer, what was said about it, and who said so. */
export const answerFields = {
  answer: (item: string) => `answer-${item}`,
  note: (item: string) => `note-${item}`,
  source: (item: string) => `source-${item}`,
} as const;

const uuid = z.uuid();
const longestNote = 4_000;
const longestSource = 200;

/** A page of answers as it is sent: which open page, from which version on, and what stands in it. */
export const answersForm = formGiven(
  z
    .object({ typed: known<Typed>(), instrument: known<Instrument>() })
    .transform(({ typed, instrument }, context) => {
      const answers = new Map<string, Answered>();
      for (const item of itemsOf(instrument)) {
        const answered = read(item, typed);
        const wrong = problem(item, answered, kept(typed, answerFields.answer(item.id)));
        if (wrong) context.addIssue({ code: 'custom', ...wrong });
        else if (!isNothing(answered)) answers.set(item.id, answered);
      }
      const sheet = { id: kept(typed, 'sheet'), base: Number(kept(typed, 'base')) };
      if (!uuid.safeParse(sheet.id).success || !Number.isSafeInteger(sheet.base))
        context.addIssue({
          code: 'custom',
          path: ['form'],
          message: 'Open this page again, and send it from there',
        });
      return { answers: answers as Answers, sheet };
    }),
  (typed, instrument: Instrument) => ({ typed, instrument }),
);

/** Nothing chosen is not asked: a blank is never a no. */
function read({ id }: Item, typed: Typed): Answered {
  return {
    item: id,
    answer: (kept(typed, answerFields.answer(id)) || 'not_asked') as Given,
    note: kept(typed, answerFields.note(id)).replaceAll('\r\n', '\n').trim(),
    source: kept(typed, answerFields.source(id)).trim(),
  };
}

function problem({ id, scale, theme }: Item, { answer, note, source }: Answered, chosen: string) {
  if (chosen !== '' && !givenOn[scale].some(({ value }) => value === answer))
    return { path: [answerFields.answer(id)], message: `${id}: choose one of the answers` };
  if (note.length > longestNote)
    return {
      path: [answerFields.note(id)],
      message: `${id}, ${theme}: use 4,000 characters or fewer`,
    };
  if (source.length > longestSource)
    return { path: [answerFields.source(id)], message: `${id}, ${theme}: use 200 characters or fewer` };
  return null;
}

function isNothing({ answer, note, source }: Answered): boolean {
  return answer === 'not_asked' && note === '' && source === '';
}

/** The answers as the form holds them; what was not asked, and about which nothing was said, is left blank. */
export function typedAnswers(instrument: Instrument, answers: Answers): Typed {
  return Object.fromEntries(
    itemsOf(instrument).flatMap(({ id }) => {
      const answered = answerTo(answers, id);
      return [
        [answerFields.answer(id), answers.has(id) ? answered.answer : ''],
        [answerFields.note(id), answered.note],
        [answerFields.source(id), answered.source],
      ];
    }),
  );
}
