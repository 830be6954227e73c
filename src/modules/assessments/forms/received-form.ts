import { z } from 'zod';
import { choice, formGiven, line, optionalChoice, requiredLine, words } from '#kit/forms.ts';
import { isReason } from '#kit/real-reason.ts';
import { optionalDay, typedDay } from '#kit/typed-day.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';
import {
  type LevelStated,
  type ReceivedTool,
  type ReceivedValue,
  receivedTools,
  statedLevels,
} from '#modules/risk-level/pure.ts';

/** What somebody else found. The tool, the sender, the day on which it came, and the level or the words are needed. */
export const receivedForm = formGiven(
  z
    .object({
      tool: choice(
        receivedTools.map(({ value }) => value as ReceivedTool),
        'Say which tool they used',
      ),
      toolName: line(200),
      receivedFrom: requiredLine('Enter who sent it: the agency, and the person by name', 300),
      assessed: optionalDay,
      received: moment,
      scoreStated: line(100),
      levelStated: optionalChoice(
        statedLevels.map(({ value }) => value),
        '' as LevelStated,
      ),
      levelWords: line(200),
      words: words(20_000),
      handling: words(4_000),
    })
    .refine(({ tool, toolName }) => tool !== 'other' || toolName !== '', {
      path: ['toolName'],
      message: 'Enter what the tool is called',
    })
    .refine(({ levelStated, levelWords }) => levelStated !== 'other' || isTheirWord(levelWords), {
      path: ['levelWords'],
      message: 'Enter their words for the level, as they wrote them',
    })
    .refine(
      ({ levelStated, levelWords, words: said }) =>
        levelStated !== '' || isTheirWord(levelWords) || isReason(said),
      {
        path: ['levelStated'],
        message:
          'Choose the level that they state, or write down what it says: without either nobody can use it',
      },
    )
    .transform(({ assessed, received, ...rest }) => ({
      ...rest,
      assessedOn: assessed,
      receivedAt: received,
    })) satisfies z.ZodType<ReceivedValue>,
  (typed, timeZone: string, now: Temporal.Instant) => {
    const past: MomentBounds = { timeZone, notAfter: now, tooLate: 'This must be in the past' };
    const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
    return {
      ...typed,
      received: typedMoment(typed, 'received', past),
      assessed: typedDay(typed, 'assessed', {
        notAfter: today,
        tooLate: 'This must be in the past',
      }),
    };
  },
);

/** “Gold”, “level 3”, “R2”: never a letter or a dash. */
function isTheirWord(text: string): boolean {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '').length >= 2;
}
