import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  casePaths as paths,
  verbatim,
} from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { contactChannels, contactOutcomes } from '../contact-outcomes.ts';
import { breachesInWords } from '../contact-words.ts';
import { stillSafeAnswers } from '../dealing.ts';
import type { ContactAgainst } from '../store/dealing.ts';

/** What happened, what was to be done, and what somebody else did about it. */
export function dealingPage(
  model: CaseModel,
  formModel: FormModel,
  { contact, may }: { readonly contact: ContactAgainst; readonly may: Verdict },
): Html {
  const { person } = model.pack.words;
  return html`${caseHead(model, 'Contact', 'What went against the agreement')}${summaryList({
    classes: 'lintel-summary--compact',
    rows: [
      { key: { text: 'When' }, value: { text: momentInWords(contact.happenedAt, model.calendar) } },
      {
        key: { text: 'What' },
        value: {
          text: `${labelOf(contactChannels, contact.channel)}. ${labelOf(contactOutcomes, contact.outcome)}`,
        },
      },
      { key: { text: 'Against what was agreed' }, value: { text: breachesInWords(contact.against) } },
      { key: { text: 'To be done' }, value: { html: verbatim(contact.doNow) } },
      contact.notes !== '' && { key: { text: 'Notes' }, value: { html: verbatim(contact.notes) } },
      { key: { text: 'Recorded by' }, value: { text: contact.recordedByName ?? 'Lintel' } },
    ],
  })}${
    may.allowed
      ? caseForm(
          formModel,
          'Save what was done',
          html`${textarea({
            ...kept(formModel.form, 'done'),
            label: { text: `What was done, so that it harms nobody?`, classes: 'govuk-label--s' },
            hint: {
              text: 'Nobody is blamed here. Say what was done, and what they said if they could be asked',
            },
            rows: 4,
          })}${radios({
            ...kept(formModel.form, 'stillSafe'),
            fieldset: {
              legend: {
                text: `Is the agreed way still safe for the ${person}?`,
                classes: 'govuk-fieldset__legend--s',
              },
            },
            classes: 'govuk-radios--small',
            items: items(stillSafeAnswers),
          })}`,
        )
      : html`<p class="govuk-body">${because(model.pack, may)}
          <a class="govuk-link" href="${paths.contact(model.file.id)}">Back to contact</a></p>`
  }`;
}
