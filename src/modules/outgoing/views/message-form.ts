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
  learnersInShort,
} from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { filledIn, placeholdersIn } from '#rules/fill-in.ts';
import { languages } from '#rules/languages.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { sayings, usefulFor } from '../forms/message-form.ts';
import { knownIn } from '../known-in.ts';
import { keyOf } from '../openings.ts';
import { askers } from '../standing.ts';
import type { Wordings } from '../store/made.ts';
import type { Opening } from '../store/openings.ts';
import type { Other } from '../store/others-lately.ts';
import { sendingInWords } from './parts.ts';

interface MessageFacts {
  readonly openings: readonly Opening[];
  readonly wordings: Wordings;
  /** What was written to them, or left, a little while ago. */
  readonly others: readonly Other[];
}

/** Which way, the words, and who would learn it: read last, right before the button. */
export function newMessagePage(
  model: CaseModel,
  formModel: FormModel,
  { openings, wordings, others }: MessageFacts,
): Html {
  const { id } = model.file;
  if (openings.length === 0)
    return html`${caseHead(model, 'Contact', 'Write a message')}
<p class="govuk-body">No way is agreed over which a message can go. Ask them first, at a safe moment, and
  <a class="govuk-link" href="${casePaths.newSafeContact(id)}">write down what is agreed</a>.</p>`;
  return html`${caseHead(model, 'Contact', 'Write a message')}
<p class="govuk-body">A call in the agreed way is nearly always safer. Whether this leaves is decided after you save, by
  what is agreed then.</p>
${caseForm(formModel, 'Put it at the door', fields(formModel, { openings, wordings, others }, model.calendar))}`;
}

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });

function fields(
  { form }: FormModel,
  { openings, wordings, others }: MessageFacts,
  calendar: WorkingCalendar,
): Html {
  return html`${radios({
    ...kept(form, 'route'),
    fieldset: legend('Which way does it go?'),
    classes: 'govuk-radios--small',
    items: openings.map((each) => ({
      value: keyOf(each),
      text: each.label,
      hint: { text: sendingInWords(each.sending) },
    })),
  })}${whatItSays(form, openings, wordings)}${howMuchItTells(form, openings)}${radios({
    ...kept(form, 'askedForBy'),
    fieldset: legend('Who wants it?'),
    classes: 'govuk-radios--small',
    items: items(askers),
  })}${select({
    ...kept(form, 'useful'),
    label: { text: 'Until when is it of any use?', classes: 'govuk-label--s' },
    hint: { text: 'After that it is never sent' },
    items: usefulFor.map(({ value, label }) => ({ value, text: label })),
  })}<h2 class="govuk-heading-s">Who would learn this?</h2>
<p class="govuk-body">It is kept with the message.</p>${learnersInShort(
    openings.map(({ label, learners }) => ({ way: label, learners })),
  )}${sayingItAgain(form)}${severalTogether(form, others, calendar)}`;
}

/** A wording that two people agreed to, filled in; or somebody’s own words, which are read by the same rule. */
function whatItSays(form: FormModel['form'], openings: readonly Opening[], wordings: Wordings): Html {
  const ready = offered(openings, wordings);
  const own = ownWords(form);
  if (ready.length === 0) return own;
  return html`${radios({
    ...kept(form, 'wording'),
    fieldset: legend('What does it say?'),
    classes: 'govuk-radios--small',
    items: [
      ...ready.map(({ item }) => item),
      {
        ...{ value: '', text: 'Your own words', conditional: { html: own } },
        // They are never hidden while something is wrong with them.
        ...(form.errors.words !== undefined && { checked: true }),
      },
    ],
  })}${
    ready.some(({ asks }) => asks.includes('when')) &&
    input({
      ...kept(form, 'when'),
      label: { text: 'When, where the wording tells it' },
      hint: { text: 'For example, on Tuesday 1 December at 10:30' },
      autocomplete: 'off',
    })
  }${
    ready.some(({ asks }) => asks.includes('place')) &&
    input({
      ...kept(form, 'place'),
      label: { text: 'Where, where the wording tells it' },
      hint: { text: 'For example, the library in Quay Street' },
      autocomplete: 'off',
    })
  }`;
}

function ownWords(form: FormModel['form']): Html {
  return html`${textarea({
    ...kept(form, 'words'),
    label: { text: 'What it says, in your own words', classes: 'govuk-label--s' },
    hint: {
      text: 'No name of theirs, nothing of us and nothing of why: “Please call Sam when you can.” No link',
    },
    rows: 3,
  })}${select({
    ...kept(form, 'language'),
    label: { text: 'Language of your own words' },
    items: languages.map(({ value, label }) => ({ value, text: label })),
  })}`;
}

/** Asked where a letter can go: a text or an e-mail never tells anything. */
function howMuchItTells(form: FormModel['form'], openings: readonly Opening[]): Html {
  if (openings.every(({ channel }) => channel !== 'post'))
    return html`<input type="hidden" name="says" value="neutral">`;
  return radios({
    ...kept(form, 'says'),
    fieldset: legend('What would anybody else who reads it learn?'),
    classes: 'govuk-radios--small',
    items: items(sayings),
  });
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

/** Asked only where others were written to them a little while ago: what is said is of those that stand here. */
function severalTogether(
  form: FormModel['form'],
  others: readonly Other[],
  calendar: WorkingCalendar,
): Html | false {
  const together = kept(form, 'together');
  if (!together.errorMessage && !together.value) return false;
  return html`<input type="hidden" name="beside" value="${others.map(({ id }) => id).join(' ')}">${input({
    ...together,
    label: { text: 'Do they belong together?', classes: 'govuk-label--s' },
    hint: {
      text: 'Each one rings. Several at once can look like pressure, to them and to whoever is beside them',
    },
    autocomplete: 'off',
  })}<ul class="govuk-list govuk-list--bullet">${others.map(
    ({ words, at, left }) =>
      html`<li>${left ? 'Left' : 'Written'} ${momentInWords(at, calendar)}: <q>${words}</q></li>`,
  )}</ul>`;
}

/** Those that go one of the ways, each as it would be read. */
function offered(openings: readonly Opening[], { inUse, known }: Wordings) {
  const ways = new Set(openings.map(({ channel }) => (channel === 'post' ? 'letter' : channel)));
  return inUse
    .filter(({ wording }) => ways.has(wording.channel))
    .map(({ of, wording }) => ({
      asks: placeholdersIn(wording.body),
      item: {
        value: of,
        text: `${wording.title}, ${labelOf(languages, wording.language)}`,
        hint: {
          html: html`<span lang="${wording.language}" dir="auto">${
            filledIn(wording.body, knownIn(wording, known)).text
          }</span>`,
        },
      },
    }));
}
