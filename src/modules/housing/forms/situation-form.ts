import { z } from 'zod';
import { choice, words } from '#kit/forms.ts';
import { tenancyTypes, valuesOf } from '#rules/words.ts';
import { childrenAnswers, holders, jurisdictions, relations, wishes } from '../situation.ts';

/** How things stand. "Not known yet" is an answer to each: what is not known takes no option away. */
export const situationForm = z.object({
  tenancyType: choice(valuesOf(tenancyTypes), 'Say which kind of tenancy it is, or that it is not known'),
  holder: choice(valuesOf(holders), 'Say who holds it, or that it is not known yet'),
  relation: choice(valuesOf(relations), 'Say what they are to each other, or that it is not known yet'),
  children: choice(valuesOf(childrenAnswers), 'Say whether there are children, or that it is not known'),
  wish: choice(valuesOf(wishes), 'Say what they would like, or that they were not asked yet'),
  jurisdiction: choice(valuesOf(jurisdictions), 'Say where the home is'),
  words: words(4_000),
});
