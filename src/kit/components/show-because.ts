import { z } from 'zod';
import type { Choice } from '#rules/words.ts';
import { choice, line } from '../forms.ts';
import { attributes, type Html, html } from '../html.ts';
import { button } from './button.ts';
import { details } from './details.ts';
import { type FormState, kept } from './form-state.ts';
import { input } from './input.ts';
import { radios } from './radios.ts';

/** Why somebody looks at a number, an address or an e-mail outside what was agreed. */
export const showReasons = [
  { value: 'times_fit', label: 'I have read what was agreed, and now is a safe time' },
  { value: 'waiting', label: 'They asked us to be in touch now, or are waiting for us' },
  { value: 'danger', label: 'Somebody may be in danger now' },
  { value: 'asking_again', label: 'To ask them, in a safe way, whether it is still right' },
  { value: 'agency', label: 'The police or another agency needs it to keep them safe' },
  { value: 'record', label: 'To check or correct the record, without being in touch' },
  { value: 'other', label: 'Another reason' },
] as const satisfies readonly Choice[];
export type ShowReason = (typeof showReasons)[number]['value'];

/** A reason of the list; `words` are the person's own and may be empty, except for another reason. */
export const showForm = z
  .object({
    reason: choice(
      showReasons.map((reason) => reason.value),
      'Say why you need to see it',
    ),
    words: line(300),
  })
  .refine(({ reason, words }) => reason !== 'other' || words !== '', {
    path: ['words'],
    message: 'Say what the reason is',
  });

/** Only a reason of the list: where no wall stands in front of what somebody would write. */
export const listedReasons = showReasons.filter(({ value }) => value !== 'other');
export const showListedForm = z.object({
  reason: choice(
    listedReasons.map((reason) => reason.value),
    'Say why you need to see it',
  ),
});

export interface ShowBecauseOptions {
  readonly form: FormState;
  readonly action: string;
  /** What every form carries (kit/components/submission.ts). */
  readonly hidden: Html;
  /** “Show the number”. */
  readonly text: string;
  /** Whether own words are asked for as well. */
  readonly words: boolean;
}

/** Kept back until somebody says why: the answer shows it once, and the reason is recorded. */
export function showBecause({ form, action, hidden, text, words }: ShowBecauseOptions): Html {
  const reasons: readonly Choice[] = words ? showReasons : listedReasons;
  return details({
    summaryText: `${text}, because …`,
    open: Object.keys(form.errors).length > 0,
    html: html`<form method="post"${attributes({ action, novalidate: true })}>${hidden}<p
      class="govuk-body">It is shown once, on the next page. Who looked, when and why is recorded.</p>${radios(
        {
          ...kept(form, 'reason'),
          fieldset: { legend: { text: 'Why do you need to see it?', classes: 'govuk-fieldset__legend--s' } },
          classes: 'govuk-radios--small',
          items: reasons.map(({ value, label }) => ({ value, text: label })),
        },
      )}${
        words &&
        input({
          ...kept(form, 'words'),
          label: { text: 'In your own words', classes: 'govuk-label--s' },
          hint: { text: 'Needed for another reason. Only those who may see the case read it.' },
          autocomplete: 'off',
        })
      }${button({ text, preventDoubleClick: true })}</form>`,
  });
}
