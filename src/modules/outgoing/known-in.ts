import type { WordingStanding } from '#modules/wordings/pure.ts';
import type { Values } from '#rules/fill-in.ts';

/** What is known, as far as this wording may say it: a name in a letter alone, the reason in its own language. */
export function knownIn(
  { channel, language }: Pick<WordingStanding['wording'], 'channel' | 'language'>,
  { name = '', reason = '', number = '' }: Values,
): Values {
  return {
    number,
    ...(channel === 'letter' && { name }),
    // The wording ends the sentence itself.
    ...(language === 'en' && { reason: reason.trim().replace(/[.!?]+$/, '') }),
  };
}
