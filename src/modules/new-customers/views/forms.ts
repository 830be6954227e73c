import { checkboxes } from '#kit/components/checkboxes.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { type FormState, kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { type Html, html } from '#kit/html.ts';
import { items } from '#modules/case-file/pure.ts';
import { askingOf, dangerQuestion, type Offered, staffInvolved } from '#modules/disclosures/pure.ts';
import type { Words } from '#rules/pack.ts';
import type { Choice } from '#rules/words.ts';
import { answers, interpreters, whyNots } from '../asking.ts';
import type { Letting } from '../store/lettings.ts';

function formIn(model: FormModel, heading: string, submit: string, fields: Html, above?: Html): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(model)}
<h1 class="govuk-heading-l">${heading}</h1>${above}${formItself(model, submit, fields)}</div></div>`;
}

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });

function oneOf(form: FormState, name: string, text: string, choices: readonly Choice[]): Html {
  return radios({
    ...kept(form, name),
    fieldset: legend(text),
    classes: 'govuk-radios--small',
    items: items(choices),
  });
}

function box(form: FormState, name: string, text: string, says: string, hint?: string): Html {
  return checkboxes({
    ...keptChoices(form, name),
    fieldset: legend(text),
    classes: 'govuk-checkboxes--small',
    hint: hint === undefined ? undefined : { text: hint },
    items: [{ value: 'yes', text: says }],
  });
}

function howAsked(form: FormState): Html {
  return html`${box(form, 'alone', 'Who could hear?', 'They were alone, and nobody else could hear')}${oneOf(
    form,
    'interpreter',
    'Did somebody interpret?',
    interpreters,
  )}`;
}

export function tellPage(model: FormModel): Html {
  const { form } = model;
  return formIn(
    model,
    'A new letting',
    'Save',
    html`${input({
      ...kept(form, 'reference'),
      label: { text: 'Reference of the letting', classes: 'govuk-label--s' },
      hint: { text: 'As in your housing system. No name and no address' },
      autocomplete: 'off',
    })}${dayInput(form, 'moves', { legend: 'On which day do they move in?' })}`,
  );
}

export function answerPage(model: FormModel, { reference }: Letting): Html {
  const { form } = model;
  return formIn(
    model,
    `Letting ${reference}: what became of the question`,
    'Save',
    radios({
      ...kept(form, 'outcome'),
      fieldset: legend('Were they asked?'),
      items: [
        {
          value: 'asked',
          text: 'Yes',
          conditional: {
            html: html`${howAsked(form)}${oneOf(form, 'answer', 'What did they say?', answers)}`,
          },
        },
        {
          value: 'not_asked',
          text: 'No, not yet',
          conditional: { html: oneOf(form, 'why', 'Why not?', whyNots) },
        },
      ],
    }),
    html`<p class="govuk-body">What they said is kept as one more in a number of the month. Of this letting is kept that
  somebody asked, and nobody can read here what the answer was.</p>`,
  );
}

interface HandOn {
  readonly letting: Letting;
  readonly team: readonly Offered[];
  readonly words: Words;
}

export function handOnPage(model: FormModel, { letting, team, words }: HandOn): Html {
  const { form } = model;
  const field = askingOf('disclosure', form, words);
  return formIn(
    model,
    `Letting ${letting.reference}: hand on what they want`,
    'Hand it on',
    html`${dangerQuestion(field)}${howAsked(form)}${box(
      form,
      'agreed',
      'Do they agree?',
      'They want this handed on to the team, in these words, and to be contacted in this way',
    )}${field('personName')}${field('verbatim', { rows: 5 })}${input({
      ...kept(form, 'past_or_present'),
      label: { text: 'Is it happening now, or was it before the move?', classes: 'govuk-label--s' },
      hint: { text: 'Only if they said' },
      autocomplete: 'off',
    })}${(
      [
        ...(['safeToContact', 'contactChannel', 'contactValue', 'contactTimes', 'whoCanHear'] as const),
        ...(['contactDoNot', 'accessNeeds'] as const),
      ] as const
    ).map((name) => field(name))}${staffInvolved(field, form, team)}`,
    html`<p class="govuk-body">The team contacts them, before they move in where it can. Afterwards nobody can read here
  what you wrote, not even you. They need no proof, and you need not ask for more than they say.</p>`,
  );
}
