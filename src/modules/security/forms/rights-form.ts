import { z } from 'zod';
import { choice, formGiven, line, optionalChoice, words } from '#kit/forms.ts';
import { isReason } from '#kit/real-reason.ts';
import { optionalDay, typedDay } from '#kit/typed-day.ts';
import { valuesOf } from '#rules/words.ts';
import {
  fireAnswers,
  fireServices,
  holders,
  ordersRead,
  owners,
  spouses,
  stands,
  wishes,
  yesNoUnknown,
} from '../rights.ts';

const standing = optionalChoice(valuesOf(stands), '');
const held = ({ holder }: { readonly holder: string }) => holder === 'with_another' || holder === 'another';

/** Who has a right in the home. “Not known yet” is an answer to each; a blank is none. */
export const rightsForm = formGiven(
  z
    .object({
      holder: choice(valuesOf(holders), 'Say who holds it, or that it is not known yet'),
      holderStands: standing,
      spouse: choice(valuesOf(spouses), 'Say whether there is somebody, or that it is not known yet'),
      spouseStands: standing,
      orderWhat: line(300),
      orderRead: optionalChoice(valuesOf(ordersRead), ''),
      orderUntil: optionalDay,
      owner: choice(valuesOf(owners), 'Say who owns the building, or that it is not known'),
      fire: choice(valuesOf(fireAnswers), 'Say whether somebody looked at it'),
      words: words(4_000),
    })
    .superRefine((given, context) => {
      const problem = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      const { holderStands, spouse, spouseStands, orderWhat, orderRead, words: said } = given;
      if (held(given) && holderStands === '') problem('holderStands', 'Say how they stand to it');
      if (spouse === 'yes' && spouseStands === '') problem('spouseStands', 'Say how they stand to it');
      const both = [held(given) ? holderStands : '', spouse === 'yes' ? spouseStands : ''];
      if (both.includes('court_order') && orderWhat === '')
        problem('orderWhat', 'Say which order it is, of which court');
      if (both.includes('court_order') && orderRead === '')
        problem('orderRead', 'Say whether one of us has read it');
      if ((both.includes('agrees') || given.owner === 'agrees') && !isReason(said))
        problem('words', 'Say who agreed, who asked them, and how that was safe');
    })
    .transform(({ holderStands, spouseStands, orderRead, ...given }) => ({
      ...given,
      holderStands: held(given) && holderStands !== '' ? holderStands : null,
      spouseStands: given.spouse === 'yes' && spouseStands !== '' ? spouseStands : null,
      orderRead: orderRead === 'yes',
    })),
  (typed) => ({ ...typed, orderUntil: typedDay(typed, 'orderUntil') }),
);

/** What a sanctuary room needs beside that. */
export const roomForm = z
  .object({
    wish: choice(valuesOf(wishes), 'Say what they say to it'),
    fearedLivesThere: choice(valuesOf(yesNoUnknown), 'Say whether they do, or that it is not known'),
    fireService: choice(valuesOf(fireServices), 'Say whether the fire service has advised'),
    fireWords: line(300),
    getsOut: choice(valuesOf(yesNoUnknown), 'Say whether they can, or that it is not known'),
    words: words(4_000),
  })
  .refine(({ fireService, fireWords }) => fireService !== 'advised' || isReason(fireWords), {
    path: ['fireWords'],
    message: 'Say who advised, and when',
  })
  .transform((given) => ({ ...given, fireWords: given.fireService === 'advised' ? given.fireWords : '' }));
