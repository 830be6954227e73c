import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { choice, optionalChoice } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { advices, answers, freeWills, homes, servedBys } from '#rules/may-go-ahead.ts';
import { valuesOf } from '#rules/words.ts';

/** What was found out, and how it is answered: nothing chosen, and it stays held. */
export const findingForm = z.object({
  servedBy: choice(valuesOf(servedBys), 'Say who is behind it, or that nobody knows yet'),
  freeWill: choice(valuesOf(freeWills), 'Say whether it is their own will, or that nobody has asked yet'),
  advice: choice(valuesOf(advices), 'Say whether they had legal advice'),
  home: choice(valuesOf(homes), 'Say whether it is decided where they would live'),
  answer: optionalChoice(valuesOf(answers), 'held').transform((answer) =>
    answer === 'held' ? null : answer,
  ),
  words: reason('Write what was found out, from whom, and why it is answered so', 4_000),
});

export const answerDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Say whether you agree',
  whyNot: 'Say why not, for whoever proposed it',
});
