import { kept } from '#kit/components/form-state.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { needsOf, stillRightAnswers, stripOf } from '#modules/agreement/pure.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  casePaths as paths,
} from '#modules/case-file/pure.ts';
import { attempts, contactChannels, contactsMade, suspicions } from '../contact-outcomes.ts';

/** The safe-contact strip stands above this page; before anything is written it is said again in words. */
export function newContactPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  const strip = stripOf(model.agreed, model.now, model.calendar);
  return html`${caseHead(model, 'Contact', 'Record a contact or an attempt')}
${strip.state !== 'safe' && warningText({ text: `${strip.summary}${strip.summary.endsWith('.') ? '' : '.'}` })}
<p class="govuk-body">Only a safe, two-way contact counts as contact. An attempt is recorded as one, and the clock runs on. Is there no safe way? <a class="govuk-link" href="${paths.newPlan(model.file.id)}">Propose a plan to a manager</a>.</p>
${beforeCalling(model)}
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(form, 'channel'),
    fieldset: { legend: { text: 'How?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(contactChannels),
  })}${momentInput(form, 'happened', { legend: 'When?' })}${radios({
    ...kept(form, 'outcome'),
    fieldset: { legend: { text: 'What came of it?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: [...items(contactsMade), { divider: 'or an attempt' }, ...attemptItems(formModel)],
  })}${model.agreed && askedAgain(formModel)}${textarea({
    ...kept(form, 'notes'),
    label: { text: 'Notes', classes: 'govuk-label--s' },
    hint: { text: 'What was said and agreed, in their words.' },
    rows: 6,
  })}`,
)}`;
}

/** What whoever is about to call needs at hand: what to say if somebody else answers, and what the person needs (L2.3). */
function beforeCalling({ agreed }: CaseModel): Html | undefined {
  if (agreed === null) return undefined;
  const rows = [
    { name: 'If somebody else answers, say', value: agreed.coverReason },
    { name: 'Code word', value: agreed.codeWord },
    ...needsOf(agreed),
  ].filter(({ value }) => value !== '');
  if (rows.length === 0) return undefined;
  return summaryList({
    classes: 'lintel-summary--compact',
    rows: rows.map(({ name, value }) => ({ key: { text: name }, value: { text: value } })),
  });
}

/** Lives change between two calls: whoever was reached is asked each time (L2.1a). */
function askedAgain({ form }: FormModel): Html {
  return radios({
    ...kept(form, 'stillRight'),
    fieldset: {
      legend: {
        text: 'If you reached them: is what was agreed about contact still right?',
        classes: 'govuk-fieldset__legend--s',
      },
    },
    classes: 'govuk-radios--small',
    items: items(stillRightAnswers),
  });
}

/** Somebody else answered: the next question is about safety, before anything is saved. */
function attemptItems({ form }: FormModel) {
  const question = html`${warningText({ text: 'Think of their safety first. Do not ring again until you know.' })}${radios(
    {
      ...kept(form, 'suspicion'),
      fieldset: {
        legend: {
          text: 'Could whoever answered now suspect something?',
          classes: 'govuk-fieldset__legend--s',
        },
      },
      classes: 'govuk-radios--small',
      items: items(suspicions),
    },
  )}`;
  return items(attempts).map((item) =>
    item.value === 'someone_else_answered' ? { ...item, conditional: { html: question } } : item,
  );
}
