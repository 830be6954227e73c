import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { line, requiredWords } from '#kit/forms.ts';
import { isReason, reason } from '#kit/real-reason.ts';

/** Both are read by whoever opens a message: the lint reads them too. */
export const senderForm = z.object({
  callBack: line(30).refine(
    (number) => /^\+?[\d ()-]{7,}$/.test(number),
    'Enter a telephone number, in digits',
  ),
  returnAddress: requiredWords('Enter where post goes that is not delivered', 300).refine(
    (address) => address.trim().split('\n').length <= 5,
    'Use five lines at most: it is seen in the window of the envelope',
  ),
  why: reason('Say why it changes, for whoever decides'),
});

/** Nobody agrees to a number that they have not rung. */
export const senderDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Say whether messages may give it',
  whyNot: 'Say why not, for whoever proposed it',
}).refine(({ decision, why }) => decision !== 'approved' || isReason(why), {
  path: ['why'],
  message: 'Ring the number, and say in a sentence what you heard',
});

export const endingSenderForm = z.object({ why: reason('Say why it is taken out of use') });
