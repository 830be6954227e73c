import { z } from 'zod';
import { choice, type FieldErrors, formGiven, kept, line, type Typed, words } from '#kit/forms.ts';
import { isReason, reason, saidTooLittle } from '#kit/real-reason.ts';
import { day } from '#kit/typed-day.ts';
import { postcodeIn } from '#rules/postcode.ts';
import { valuesOf } from '#rules/words.ts';
import { awayEndings, placeKinds, whereabouts } from '../kinds.ts';
import { pastDay } from './move-forms.ts';

export const placeForm = formGiven(
  z
    .object({
      kind: choice(valuesOf(placeKinds), 'Say what kind of place it is, or that there is none'),
      place: line(),
      whoGoes: line(),
      why: words(4_000),
      asked: day,
    })
    .transform(({ asked: askedOn, kind, place, ...given }) => ({
      ...given,
      ...{ kind, askedOn, why: given.why.trim() || 'They were asked' },
      place: kind === 'none' ? '' : (kind === 'postcode' && postcodeIn(place)) || place.trim(),
    })),
  (typed, today: Temporal.PlainDate) => ({ ...typed, asked: pastDay(typed, 'asked', today) }),
  (typed) => missing(typed),
);

function missing(typed: Typed): FieldErrors {
  const kind = kept(typed, 'kind');
  const place = kept(typed, 'place').trim();
  const why = kept(typed, 'why').trim();
  if (kind === 'none')
    return place === ''
      ? {}
      : { place: 'You said that there is none. Choose what kind of place this is instead' };
  if (kind === '') return {};
  return {
    ...(place === '' && { place: 'Say where it is' }),
    ...(kind === 'postcode' &&
      place !== '' &&
      postcodeIn(place) === null && {
        place: 'Enter a postcode or the beginning of one, like EX1 2AB, EX1 2 or EX1',
      }),
    ...(why === '' && { why: 'Say why, so that whoever answers for it later understands' }),
    ...(why !== '' && !isReason(why) && { why: saidTooLittle }),
  };
}

export const placeEndingForm = z.object({
  why: reason('Say why it no longer has to be avoided, and how you know'),
});

export const awayForm = formGiven(
  z.object({
    whereabouts: choice(valuesOf(whereabouts), 'Say how they are away'),
    since: day,
    words: words(2_000),
  }),
  (typed, today: Temporal.PlainDate) => ({ ...typed, since: pastDay(typed, 'since', today) }),
);

export const awayEndingForm = z.object({
  how: choice(valuesOf(awayEndings), 'Say what has become of it'),
  why: reason('Say how you know'),
});
