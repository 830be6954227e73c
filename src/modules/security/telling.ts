import { wordsOfLanguage } from '#kit/telling-words.ts';
import type { MessageFacts } from '#modules/wordings/index.ts';
import { type Finding, lint } from '#rules/message-lint.ts';
import { ownWords } from '#rules/telling-words.ts';

/** What words to a contractor must not tell, as a message must not; they know which landlord it is. */
export type Telling = MessageFacts;

/** @param as the name to ask for may be the person’s own, where that was agreed; anybody else’s never */
export function findingsIn(text: string, telling: Telling, as: 'details' | 'name'): readonly Finding[] {
  if (text.trim() === '') return [];
  const { own, ...facts } = telling;
  const people = facts.people.filter(({ who }) => as === 'details' || who === 'feared' || who === 'child');
  return lint(
    { channel: 'email', language: 'en', subject: '', body: text },
    { ...facts, people, mayNameLandlord: true, words: [...wordsOfLanguage('en'), ownWords(own)] },
  );
}
