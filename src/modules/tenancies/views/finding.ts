import { type FormState, kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { items } from '#modules/case-file/pure.ts';
import { advices, answers, freeWills, homes, servedBys } from '#rules/may-go-ahead.ts';
import type { Choice } from '#rules/words.ts';

/** What is found out before it is answered, the same in a case and where there is none. */
export function findingFields(form: FormState, held: string): Html {
  const asked = (name: string, text: string, choices: readonly Choice[], hint?: string) =>
    radios({
      ...kept(form, name),
      fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
      ...(hint !== undefined && { hint: { text: hint } }),
      classes: 'govuk-radios--small',
      items: items(choices),
    });
  return html`${asked('servedBy', 'Who is behind it?', servedBys)}${asked(
    'freeWill',
    'Is it their own will?',
    freeWills,
    'Ask each of them alone, and only in the way that was agreed with them. Also where a name is to be added',
  )}${asked('advice', 'Have they had independent legal advice?', advices)}${asked(
    'home',
    'Is it decided where they would live?',
    homes,
    'Decided by somebody who may decide it, with days, and with no less security than now',
  )}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What was found out, from whom, and why it is answered so', classes: 'govuk-label--s' },
    rows: 4,
  })}${asked('answer', 'How is it to be answered?', [{ value: 'held', label: held }, ...answers])}`;
}
