import { checkboxes } from '#kit/components/checkboxes.ts';
import type { ChoiceItem } from '#kit/components/choices.ts';
import { description, formGroup } from '#kit/components/field.ts';
import { fieldset } from '#kit/components/fieldset.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { keptChoices } from '#kit/components/form-state.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { learnersList } from '#modules/case-file/pure.ts';
import type { LetterNow } from '#modules/outgoing/index.ts';
import { allAtOnce, noReturnAddress } from '../forms.ts';
import type { Paper } from '../store/papers.ts';
import { papersTable, type When } from './parts.ts';

interface LettersModel {
  readonly letters: readonly LetterNow[];
  readonly papers: readonly Paper[];
  readonly sender: unknown;
  readonly when: When;
}

/** What may leave on paper at this moment, and what is on paper and has not left. */
export function lettersPage({ letters, papers, sender, when }: LettersModel, formModel: FormModel): Html {
  return html`${aboveForm(formModel)}<h1 class="govuk-heading-l">Letters</h1>
<h2 class="govuk-heading-m">To print now</h2>${
    letters.length === 0
      ? html`<p class="govuk-body">No letter may leave at this moment. What is held says why in its case.</p>`
      : html`<p class="govuk-body">These may leave as things stand now. It is asked again as you print, and as you post.
Print them where only you stand at the printer, in plain window envelopes.</p>${
          sender === null && warningText({ text: `${noReturnAddress}.` })
        }${formItself(formModel, 'Print these as one file', choose(formModel, { letters, when }))}`
  }<h2 class="govuk-heading-m">On paper, and not yet in the post</h2>${
    papers.length === 0
      ? html`<p class="govuk-body">Nothing is.</p>`
      : html`${
          papers.some(({ stopped }) => stopped) &&
          warningText({
            text: 'Some may not leave any more. Take them out of the post, at the franking machine or before.',
          })
        }${papersTable(papers, 'Letters on paper', when)}`
  }`;
}

const name = 'letters';

/** Each letter with its box below it, where it has been read; the box says which letter it is of how many. */
function choose({ form }: FormModel, { letters, when }: Pick<LettersModel, 'letters' | 'when'>): Html {
  const { values, errorMessage } = keptChoices(form, name);
  const hint = { text: 'Read each, and who would learn it, before you choose it' };
  const about = description(name, { hint, errorMessage }, undefined);
  const each = letters.map((letter, index) =>
    oneOf(letter, { nth: index + 1, of: letters.length, values, when }),
  );
  return formGroup(
    { errorMessage },
    fieldset({
      legend: { text: 'Which letters?', classes: 'govuk-fieldset__legend--s' },
      describedBy: about.describedBy,
      html: html`${about.markup}${each}${
        letters.length > 1 &&
        checkboxes({ name, idPrefix: `${name}-${allAtOnce}`, values, items: [all(letters.length)] })
      }`,
    }),
  );
}

interface Place {
  readonly nth: number;
  readonly of: number;
  readonly values: readonly string[];
  readonly when: When;
}

function oneOf({ message, reference, learners }: LetterNow, { nth, of, values, when }: Place): Html {
  const called = of > 1 ? `letter ${nth} of ${of}` : 'this letter';
  return html`<div class="lintel-one-of-many">
<h3 class="govuk-heading-s">${of > 1 ? `Letter ${nth} of ${of}: ` : ''}${reference}</h3>
<p class="govuk-hint">Written ${when(message.writtenAt)} by ${message.writtenByName ?? 'Lintel'}</p>
<div lang="${message.language}">${verbatim(message.words)}</div>
<h4 class="govuk-heading-s">Who would learn this?</h4>${learnersList(learners, { headingLevel: 4 })}${checkboxes(
    {
      ...{ name, values, idPrefix: nth === 1 ? name : `${name}-${nth}` },
      items: [{ value: message.id, text: `Print ${called}, ${reference}` }],
    },
  )}</div>`;
}

function all(count: number): ChoiceItem {
  return {
    value: allAtOnce,
    text: `All ${count} of them at once`,
    behaviour: 'exclusive',
    hint: { text: 'You have read each of them. It stands on record that you chose them all at once' },
  };
}
