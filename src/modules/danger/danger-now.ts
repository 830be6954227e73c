import { z } from 'zod';
import type { FormModel } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { optionalChoice, type Typed, words } from '#kit/forms.ts';
import { type Html, html } from '#kit/html.ts';
import { isReason, saidTooLittle } from '#kit/real-reason.ts';
import { type AskedAboutDanger, dangerAnswers } from './asking.ts';

const fields = z.object({
  dangerNow: optionalChoice(
    dangerAnswers.map(({ value }) => value),
    '',
  ),
  dangerWhat: words(5_000),
  dangerWhy: words(2_000),
});

/**
 * Beside a form's own questions: whether somebody is in danger now. A blank is neither no nor asked.
 * @param reached whether anybody was there to be asked; where nobody was, it may stay empty
 */
export function askingDanger<T>(
  form: z.ZodType<T>,
  reached: (typed: Typed) => boolean = () => true,
): z.ZodType<T & { readonly dangerNow: AskedAboutDanger }> {
  const asked = z
    .preprocess(
      (typed) => ({ ...(typed as Typed), reached: reached(typed as Typed) }),
      fields.extend({ reached: z.boolean() }),
    )
    .superRefine((typed, check) => {
      for (const [field, message] of problemsOf(typed))
        check.addIssue({ code: 'custom', path: [field], message });
    })
    .transform(({ dangerNow, dangerWhat, dangerWhy }): { readonly dangerNow: AskedAboutDanger } => {
      if (dangerNow === '') return { dangerNow: null };
      const said = { yes: dangerWhat, not_asked: dangerWhy, no: '', not_safe: '' }[dangerNow];
      return { dangerNow: { answer: dangerNow, words: said.trim() } };
    });
  return z.intersection(form, asked);
}

type Answers = z.infer<typeof fields> & { readonly reached: boolean };

function problemsOf({ dangerNow, dangerWhat, dangerWhy, reached }: Answers): readonly [string, string][] {
  if (dangerNow !== 'yes' && dangerWhat.trim() !== '')
    return [['dangerNow', 'You wrote what the danger is: choose “Yes”, or empty it']];
  if (dangerNow === '')
    return reached
      ? [['dangerNow', 'Say whether there is danger now, or that it was not asked or not safe to ask']]
      : [];
  if (dangerNow === 'no' && !reached)
    return [
      ['dangerNow', 'They were not reached, so nobody could say no. Leave it empty, or choose another'],
    ];
  if (dangerNow === 'yes' && dangerWhat.trim() === '')
    return [['dangerWhat', 'Say what the danger is, in a few words: others are told at once']];
  if (dangerNow === 'not_asked' && dangerWhy.trim() === '')
    return [['dangerWhy', 'Say why it was not asked']];
  return dangerNow === 'not_asked' && !isReason(dangerWhy) ? [['dangerWhy', saidTooLittle]] : [];
}

/** @param forAttempts said where the form is also for attempts that reach nobody */
export function dangerNowQuestion({ form }: Pick<FormModel, 'form'>, forAttempts = ''): Html {
  const more = {
    yes: textarea({ ...kept(form, 'dangerWhat'), label: { text: 'What is the danger?' }, rows: 2 }),
    not_asked: textarea({ ...kept(form, 'dangerWhy'), label: { text: 'Why was it not asked?' }, rows: 2 }),
  } as const;
  const revealed = (answer: string): Html | undefined => more[answer as keyof typeof more];
  return html`${radios({
    ...kept(form, 'dangerNow'),
    fieldset: { legend: { text: 'Is there danger now?', classes: 'govuk-fieldset__legend--s' } },
    hint: {
      text:
        'If there is, ring 999 first; everybody who must know is told as soon as you save. Not asked is ' +
        `never taken as no: it is asked again at the next safe contact.${forAttempts}`,
    },
    classes: 'govuk-radios--small',
    items: dangerAnswers.map(({ value, label }) => {
      const reveals = revealed(value);
      return { value, text: label, ...(reveals && { conditional: { html: reveals } }) };
    }),
  })}`;
}
