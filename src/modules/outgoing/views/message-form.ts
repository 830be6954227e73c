import { checkboxes } from '#kit/components/checkboxes.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  casePaths,
  type FormModel,
  items,
  learnersList,
} from '#modules/case-file/pure.ts';
import { filledIn } from '#rules/fill-in.ts';
import { languages } from '#rules/languages.ts';
import { labelOf } from '#rules/words.ts';
import { sayings, usefulFor } from '../forms/message-form.ts';
import { knownIn } from '../known-in.ts';
import { keyOf } from '../openings.ts';
import { askers } from '../standing.ts';
import type { Wordings } from '../store/made.ts';
import type { Opening } from '../store/openings.ts';
import { sendingInWords } from './parts.ts';

interface MessageFacts {
  readonly openings: readonly Opening[];
  readonly wordings: Wordings;
}

/** Which way, who would learn it, and the words: in that order, as they are thought of. */
export function newMessagePage(
  model: CaseModel,
  formModel: FormModel,
  { openings, wordings }: MessageFacts,
): Html {
  const { id } = model.file;
  if (openings.length === 0)
    return html`${caseHead(model, 'Contact', 'Write a message')}
<p class="govuk-body">No way is agreed over which a message can go. Ask them first, at a safe moment, and
  <a class="govuk-link" href="${casePaths.newSafeContact(id)}">write down what is agreed</a>.</p>`;
  return html`${caseHead(model, 'Contact', 'Write a message')}
<p class="govuk-body">A call in the agreed way is nearly always safer: a message stays where it arrives. Nothing is
  sent as you save. It is decided a moment later, and again whenever it is tried, by what is agreed then.</p>
${caseForm(formModel, 'Put it at the door', fields(formModel, openings, wordings))}`;
}

function fields({ form }: FormModel, openings: readonly Opening[], wordings: Wordings): Html {
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });
  return html`${radios({
    ...kept(form, 'route'),
    fieldset: legend('Which way does it go?'),
    items: openings.map((each) => ({
      value: keyOf(each),
      text: each.label,
      hint: { text: sendingInWords(each.sending) },
    })),
  })}<h2 class="govuk-heading-m">Who would learn this?</h2>
<p class="govuk-body">It is kept with the message.</p>${openings.map(
    ({ label, learners }) => html`<h3 class="govuk-heading-s">${label}</h3>${learnersList(learners)}`,
  )}${radios({
    ...kept(form, 'wording'),
    fieldset: legend('What does it say?'),
    classes: 'govuk-radios--small',
    items: [
      ...offered(openings, wordings),
      { value: '', text: 'Your own words', hint: { text: 'Below. They are read by the same rule' } },
    ],
  })}${input({
    ...kept(form, 'when'),
    label: { text: 'When, where the wording tells it' },
    hint: { text: 'For example, on Tuesday 1 December at 10:30' },
    autocomplete: 'off',
  })}${input({
    ...kept(form, 'place'),
    label: { text: 'Where, where the wording tells it' },
    hint: { text: 'For example, the library in Quay Street' },
    autocomplete: 'off',
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What it says, in your own words', classes: 'govuk-label--s' },
    hint: {
      text: 'No name of theirs, nothing of us and nothing of why: “Please call Sam when you can.” No link',
    },
    rows: 4,
  })}${select({
    ...kept(form, 'language'),
    label: { text: 'Language of your own words' },
    items: languages.map(({ value, label }) => ({ value, text: label })),
  })}${radios({
    ...kept(form, 'says'),
    fieldset: legend('What would anybody else who reads it learn?'),
    classes: 'govuk-radios--small',
    items: items(sayings),
  })}${radios({
    ...kept(form, 'askedForBy'),
    fieldset: legend('Who wants it?'),
    classes: 'govuk-radios--small',
    items: items(askers),
  })}${radios({
    ...kept(form, 'useful'),
    fieldset: legend('Until when is it of any use?'),
    hint: { text: 'After that it is never sent' },
    classes: 'govuk-radios--small',
    items: items(usefulFor),
  })}${sayingItAgain(form)}${severalTogether(form)}`;
}

/** Asked only of words that have just gone the same way. */
function sayingItAgain(form: FormModel['form']): Html | false {
  const again = keptChoices(form, 'again');
  if (!again.errorMessage && again.values.length === 0) return false;
  return checkboxes({
    ...again,
    fieldset: { legend: { text: 'Shall the same go again?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'A second text at the same phone may be the one that somebody else reads' },
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: 'Yes, send the same words again' }],
  });
}

/** Asked only where others were written to them a little while ago. */
function severalTogether(form: FormModel['form']): Html | false {
  const together = kept(form, 'together');
  if (!together.errorMessage && !together.value) return false;
  return input({
    ...together,
    label: { text: 'Do they belong together?', classes: 'govuk-label--s' },
    hint: {
      text: 'Each one rings. Several at once can look like pressure, to them and to whoever is beside them',
    },
    autocomplete: 'off',
  });
}

/** Those that go one of the ways, each as it would be read. */
function offered(openings: readonly Opening[], { inUse, known }: Wordings) {
  const ways = new Set(openings.map(({ channel }) => (channel === 'post' ? 'letter' : channel)));
  return inUse
    .filter(({ wording }) => ways.has(wording.channel))
    .map(({ of, wording }) => {
      const { text } = filledIn(wording.body, knownIn(wording, known));
      return {
        value: of,
        text: `${wording.title}, ${labelOf(languages, wording.language)}`,
        hint: { html: html`<span lang="${wording.language}" dir="auto">${text}</span>` },
      };
    });
}
