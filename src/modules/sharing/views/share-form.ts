import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, items } from '#modules/case-file/pure.ts';
import { sharePurposes } from '#rules/sharing.ts';
import { tellings, views } from '../choices.ts';
import { recipientChoice } from './recipient-fields.ts';
import { ground } from './share-ground.ts';
import type { Offered } from './share-offered.ts';
import { whatIsShared } from './share-what.ts';

const small = 'govuk-radios--small';
const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });

/** What, to whom, for what and on what ground; nothing leaves by it (V3.2, L2.8). */
export function sharePage(model: CaseModel, formModel: FormModel, offered: Offered): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Sharing', 'Decide about sharing')}
<p class="govuk-body">Nothing is sent yet. Share as little as will do, and only what keeps somebody safe or what they
  want.${model.file.immediateDanger && html` <strong>Somebody is in danger: ring 999 first.</strong>`}</p>
${caseForm(
  formModel,
  'Save the decision',
  html`${recipientChoice(form, offered.recipients)}${radios({
    ...kept(form, 'purpose'),
    fieldset: legend('What it is shared for'),
    classes: small,
    items: items(sharePurposes),
  })}${whatIsShared(model, formModel, offered)}${ground(model, formModel, offered)}${textarea({
    ...kept(form, 'necessity'),
    label: { text: 'Why it is needed', classes: 'govuk-label--s' },
    hint: { text: 'What they can do with it that cannot be done without' },
    rows: 3,
  })}${textarea({
    ...kept(form, 'proportionality'),
    label: { text: 'Why so much and no more', classes: 'govuk-label--s' },
    hint: { text: 'What is left out, and why the rest has to go' },
    rows: 3,
  })}${radios({
    ...kept(form, 'view'),
    fieldset: legend('What the person says of it'),
    classes: small,
    items: items(views),
  })}${textarea({
    ...kept(form, 'viewWords'),
    label: { text: 'In their words, or why they were not asked', classes: 'govuk-label--s' },
    hint: { text: 'Needed unless they agree' },
    rows: 3,
  })}${radios({
    ...kept(form, 'told'),
    fieldset: legend('Whether they know'),
    classes: small,
    items: items(tellings),
  })}${textarea({
    ...kept(form, 'toldWhy'),
    label: { text: 'When they are told, or why not', classes: 'govuk-label--s' },
    hint: { text: 'Needed unless they have been told' },
    rows: 2,
  })}`,
)}`;
}
