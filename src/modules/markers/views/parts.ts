import { checkboxes } from '#kit/components/checkboxes.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type FormModel, items } from '#modules/case-file/pure.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { type Audience, audiences } from '../markers.ts';
import type { KeptMarker } from '../store/kept.ts';

/** "Repairs and Anybody who visits alone". */
export function forWhom(chosen: readonly Audience[]): string {
  return new Intl.ListFormat('en-GB').format(chosen.map((value) => labelOf(audiences, value)));
}

/** The same fields wherever a marker is placed, so that none of them says where it came from. */
export function placingFields({ form }: FormModel, texts: readonly string[], why: string): Html {
  return html`${radios({
    ...kept(form, 'text'),
    fieldset: { legend: { text: 'What it says', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Only what to do at the door, never why. These are the approved wordings.' },
    classes: 'govuk-radios--small',
    items: texts.map((text) => ({ value: text, text })),
  })}${checkboxes({
    ...keptChoices(form, 'audiences'),
    fieldset: { legend: { text: 'Who sees it', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-checkboxes--small',
    items: items(audiences),
  })}${dayInput(form, 'reviewOn', {
    legend: 'Until when?',
    hint: 'After that day nobody sees it, until somebody has looked at it again. A year at most.',
  })}${textarea({
    ...kept(form, 'why'),
    label: { text: 'Why', classes: 'govuk-label--s' },
    hint: { text: why },
    rows: 3,
  })}`;
}

/** Whether it stays, until when, and why. */
export function reviewFields({ form }: FormModel): Html {
  return html`${radios({
    ...kept(form, 'decision'),
    fieldset: { legend: { text: 'Does it stay?', classes: 'govuk-fieldset__legend--s' } },
    items: [
      { value: 'kept', text: 'It stays, until another day' },
      { value: 'ended', text: 'It ends now' },
    ],
  })}${dayInput(form, 'reviewOn', { legend: 'If it stays: until when?' })}${textarea({
    ...kept(form, 'reason'),
    label: { text: 'Why', classes: 'govuk-label--s' },
    rows: 3,
  })}`;
}

/** "20 January 2027", or since when nobody sees it any more. */
export function untilWhen({ reviewOn, endedAt }: KeptMarker, today: Temporal.PlainDate): string {
  if (endedAt !== null) return 'Ended';
  if (Temporal.PlainDate.compare(reviewOn, today) < 0)
    return `Ran out on ${dayOfWeekInWords(reviewOn)}: nobody sees it`;
  return dayOfWeekInWords(reviewOn);
}
