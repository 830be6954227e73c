import type { LetterDocument } from '#kit/documents/letters.ts';
import type { LetterNow } from '#modules/outgoing/index.ts';
import { scriptOf } from '#rules/languages.ts';
import { dateInWords } from '#rules/moment.ts';

/** As it stands on paper. */
export function letterDocument(
  { message, address }: Pick<LetterNow, 'message' | 'address'>,
  returnAddress: string,
  today: Temporal.PlainDate,
): LetterDocument {
  const { language, words } = message;
  return {
    language,
    rightToLeft: scriptOf[language] === 'Arabic',
    address,
    returnAddress: returnAddress.split('\n').filter((line) => line.trim() !== ''),
    date: language === 'en' ? dateInWords(today) : today.toString().split('-').reverse().join('/'),
    body: words,
  };
}
