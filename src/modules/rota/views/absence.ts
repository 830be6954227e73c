import { dayInput } from '#kit/components/day-input.ts';
import type { FormModel } from '#kit/components/form.ts';
import { type FormState, kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { type Html, html } from '#kit/html.ts';
import type { StaffId } from '#rules/facts.ts';
import { asking } from './parts.ts';

export interface AbsenceModel extends FormModel {
  readonly team: readonly { readonly id: StaffId; readonly name: string }[];
  /** A manager records it for anybody in the team. */
  readonly mayManage: boolean;
}

export function absencePage(model: AbsenceModel): Html {
  const { form, team, mayManage } = model;
  const people = team.map(({ id, name }) => ({ value: id, text: name }));
  return asking(
    model,
    'Record an absence',
    html`<p class="govuk-body">While somebody is away, what cannot wait reaches whoever covers for them,
      as far as that colleague may see the case. Why somebody is away is not asked.</p>`,
    html`${
      mayManage &&
      select({
        ...kept(form, 'staffId'),
        label: { text: 'Who is away?', classes: 'govuk-label--s' },
        items: people,
      })
    }${dayInput(form, 'first', { legend: 'First day' })}${optionalTime(
      form,
      'leaves',
      'From what time, if not the whole day',
    )}${dayInput(form, 'last', {
      legend: 'Last day',
      hint: 'Leave it empty where it is not known yet',
    })}${optionalTime(form, 'returns', 'Back at what time, if not the whole day')}${select({
      ...kept(form, 'deputyId'),
      label: { text: 'Who covers?', classes: 'govuk-label--s' },
      hint: { text: 'Without anybody named: the deputy, then the manager' },
      items: [{ value: '', text: 'Nobody in particular' }, ...people],
    })}`,
    'Save the absence',
  );
}

function optionalTime(form: FormState, name: string, text: string): Html {
  return input({
    ...kept(form, name),
    label: { text },
    hint: { text: 'For example 14:30 or 2:30pm' },
    classes: 'govuk-input--width-5',
    inputmode: 'numeric',
    autocomplete: 'off',
  });
}

/** Optional, of oneself alone, and used for one thing only. */
export function aboutYouPage(model: FormModel): Html {
  return asking(
    model,
    'About you',
    html`<p class="govuk-body">Some people would like to speak to a woman, or to a man.
      If you like, say what you are: it is only used to find somebody for them, is shown on no list,
      and you can take it back here at any time.</p>`,
    radios({
      ...kept(model.form, 'gender'),
      fieldset: { legend: { text: 'I am', classes: 'govuk-fieldset__legend--s' } },
      items: [
        { value: 'woman', text: 'A woman' },
        { value: 'man', text: 'A man' },
        { value: 'another', text: 'Neither of these words' },
        { divider: 'or' },
        { value: '', text: 'I would rather not say' },
      ],
    }),
    'Save',
  );
}
