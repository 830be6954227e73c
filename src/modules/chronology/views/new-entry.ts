import { checkboxes } from '#kit/components/checkboxes.ts';
import { details } from '#kit/components/details.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  nameOf,
  optionItems,
} from '#modules/case-file/pure.ts';
import { honourTick } from '#modules/needs/pure.ts';
import { audienceAnswers } from '../audience.ts';
import { childrenSeenAnswers, yesOrNo } from '../circumstances.ts';
import { entrySources, writtenKinds } from '../entry.ts';
import type { Entry } from '../store/entries.ts';
import { entryWords } from './entry-words.ts';

/** @param corrects the entry that is put right; it stays as it is */
export function newEntryPage(model: CaseModel, formModel: FormModel, corrects: Entry | null): Html {
  return html`${caseHead(model, 'Chronology', corrects ? 'Correct an entry' : 'Add to the chronology')}
${
  corrects &&
  insetText({
    html: html`<p class="govuk-body">This entry stays as it was written. Yours is added and points at it.</p>
      ${entryWords(corrects)}`,
  })
}
${caseForm(
  formModel,
  'Add to the chronology',
  corrects
    ? html`${kindField(formModel)}${wordsField(formModel)}${everythingElse(model, formModel, corrects)}`
    : html`${wordsField(formModel)}${details({
        summaryText: 'Kind, when, who was there, and who may see it',
        open: changed(formModel),
        html: html`<p class="govuk-body">Left as it is, this is a note of yours, written now.
          They may see it in their own copy.</p>${kindField(formModel)}${everythingElse(model, formModel, corrects)}`,
      })}`,
)}`;
}

function everythingElse(model: CaseModel, formModel: FormModel, corrects: Entry | null): Html {
  return html`${whatHappened(formModel)}${whenAndHow(formModel)}${whoWasThere(model, formModel)}${audienceField(
    formModel,
    corrects,
  )}`;
}

/** Somebody needs it, or has begun to use it: what was typed is never folded away. */
function changed({ form: { values, errors } }: FormModel): boolean {
  const others = Object.keys(errors).some((field) => field !== 'words');
  const begun = ['observed', 'decision', 'decisionWhy', 'present', 'aboutId', 'seenAlone', 'childrenSeen'];
  return (
    others ||
    begun.some((field) => (values[field]?.length ?? 0) > 0) ||
    (values.kind !== undefined && values.kind !== 'note')
  );
}

function kindField({ form }: FormModel): Html {
  return radios({
    ...kept(form, 'kind'),
    fieldset: { legend: { text: 'What kind of entry is it?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(writtenKinds),
  });
}

function wordsField({ form }: FormModel): Html {
  return html`${textarea({
    ...kept(form, 'words'),
    label: { text: 'What was said', classes: 'govuk-label--s' },
    hint: { text: 'In their own words where you can, kept exactly as you write them' },
    rows: 8,
  })}${honourTick(form)}`;
}

function whatHappened({ form }: FormModel): Html {
  return html`${textarea({
    ...kept(form, 'observed'),
    label: { text: 'What was seen or noticed', classes: 'govuk-label--s' },
    hint: { text: 'What you or somebody else saw, apart from what you think of it' },
    rows: 4,
  })}${textarea({
    ...kept(form, 'decision'),
    label: { text: 'What was done or decided (optional)', classes: 'govuk-label--s' },
    rows: 2,
  })}${textarea({
    ...kept(form, 'decisionWhy'),
    label: { text: 'Why it was done or decided', classes: 'govuk-label--s' },
    hint: { text: 'Needed where something was decided' },
    rows: 2,
  })}`;
}

function whenAndHow({ form }: FormModel): Html {
  return html`${momentInput(form, 'happened', { legend: 'When did it happen?' })}${momentInput(
    form,
    'known',
    {
      legend: 'When did anybody here first know?',
      hint: 'A colleague or a contractor counts too.',
    },
  )}${select({
    ...kept(form, 'source'),
    label: { text: 'How do we know?', classes: 'govuk-label--s' },
    items: optionItems(entrySources, 'Choose'),
  })}`;
}

function whoWasThere({ people, known }: CaseModel, { form }: FormModel): Html {
  const choices = people.map((person) => ({ value: person.id, label: nameOf(known, person) }));
  const small = (name: string, text: string, list: readonly { value: string; label: string }[]) =>
    radios({
      ...kept(form, name),
      fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-radios--small govuk-radios--inline',
      items: items(list),
    });
  return html`${select({
    ...kept(form, 'aboutId'),
    label: { text: 'Who is it about?', classes: 'govuk-label--s' },
    items: optionItems(choices, 'The case as a whole'),
  })}${input({
    ...kept(form, 'present'),
    label: { text: 'Who was there? (optional)', classes: 'govuk-label--s' },
    autocomplete: 'off',
  })}${small('seenAlone', 'Was the person seen or spoken with alone? (optional)', yesOrNo)}${small(
    'childrenSeen',
    'Were children seen? (optional)',
    childrenSeenAnswers,
  )}${small('childrenHeard', 'Did anybody speak with the children themselves? (optional)', yesOrNo)}`;
}

/** @param corrects a correction may be shown to whom the entry may, unless somebody says otherwise */
function audienceField({ form }: FormModel, corrects: Entry | null): Html {
  const unanswered = corrects
    ? ''
    : ' If you tick nothing: what the person said themselves goes to both, what we wrote goes to the ' +
      'person, and what anybody else told us goes to nobody.';
  return checkboxes({
    ...keptChoices(form, 'audience'),
    fieldset: { legend: { text: 'To whom may it be shown?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: `Outside the team. It can be decided anew at any time.${unanswered}` },
    classes: 'govuk-checkboxes--small',
    items: audienceItems(),
  });
}

export function audienceItems() {
  const [others, nobody] = [audienceAnswers.slice(0, -1), audienceAnswers.slice(-1)];
  const alone = items(nobody).map((item) => ({ ...item, behaviour: 'exclusive' as const }));
  return [...items(others), { divider: 'or' }, ...alone];
}
