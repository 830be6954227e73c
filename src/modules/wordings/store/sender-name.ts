import { type Finding, lint } from '#rules/message-lint.ts';
import { type Facts, inLanguage } from './lint-facts.ts';

/** What the name under which messages come would tell: it is read with the subject, on a locked screen. */
export function findingsInSender(name: string, facts: Facts): readonly Finding[] {
  return lint({ channel: 'email', language: 'en', subject: name, body: '' }, inLanguage(facts, 'en'));
}

/** What a reason would tell that is put into texts, whoever reads them: nobody's agreement makes a word harmless. */
export function findingsInReason(reason: string, facts: Facts): readonly Finding[] {
  return lint({ channel: 'text', language: 'en', subject: '', body: reason }, inLanguage(facts, 'en'));
}
