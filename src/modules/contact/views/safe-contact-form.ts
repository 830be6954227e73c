import { checkboxes } from '#kit/components/checkboxes.ts';
import { foldedFields } from '#kit/components/folded-fields.ts';
import { type FormState, kept, keptChoices } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { sharings } from '#modules/agreement/pure.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  optionItems,
} from '#modules/case-file/pure.ts';
import { agreedChannels, interpreters, workerGenders } from '#rules/agreement.ts';
import { askAgainWhere } from '#rules/gate.ts';
import { askAgainHint, knownNotAgreed, legend, lineOf, permission, spans } from './agreement-fields.ts';

/** Asked as it can be said in a call: how, when, what must not happen, then what the person needs from us. */
export function newSafeContactPage(
  model: CaseModel,
  formModel: FormModel,
  known: readonly string[],
  meanwhile: Html | null,
): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Contact', 'How may we safely be in touch?')}
<p class="govuk-body">Ask each time: what was safe last week may not be safe today. What is not agreed counts as No.</p>
${
  model.agreed?.movedSince &&
  html`<p class="govuk-body">They have moved since they were last asked. Ask again about post, visits and places: none
    of them is filled in.</p>`
}${knownNotAgreed(known)}${meanwhile}
${caseForm(
  formModel,
  'Save what was agreed',
  html`${way(form, asksAgain(model))}
    <h2 class="govuk-heading-m">When</h2>${times(form)}<h2 class="govuk-heading-m">What we may do</h2>
    ${permissions(form)}<h2 class="govuk-heading-m">Words that keep it safe</h2>
    ${keepingSafe(form)}<h2 class="govuk-heading-m">What they need from us</h2>
    ${needs(form)}${permission(form, 'agreed', 'Was this agreed with the person themselves?')}`,
)}`;
}

/** Whether the first choice is an address or a place of before they moved. */
function asksAgain({ agreed }: CaseModel): boolean {
  return agreed !== null && askAgainWhere(agreed, agreed.channel);
}

function way(form: FormState, again: boolean): Html {
  const unseen = kept(form, 'unseen').value === 'yes';
  const before = again
    ? askAgainHint
    : 'What is recorded is kept back. Leave this empty if it is still the same.';
  const leave = unseen ? before : undefined;
  return html`${unseen && html`<input type="hidden" name="unseen" value="yes">`}${radios({
    ...kept(form, 'channel'),
    fieldset: legend('How do they want to be reached first?'),
    classes: 'govuk-radios--small',
    items: items(agreedChannels),
  })}${lineOf(form, 'value', 'Number, address or place', leave)}${radios({
    ...kept(form, 'shared'),
    fieldset: legend('Do others use it too?'),
    hint: { text: 'That phone, that mailbox or that letter box' },
    classes: 'govuk-radios--small',
    items: items(sharings),
  })}${lineOf(form, 'whoMightAnswer', 'Who else might answer or see it?')}`;
}

function times(form: FormState): Html {
  return html`<p class="govuk-body">Days and hours that Lintel can reckon with.
    Leave a span empty that is not needed.</p>${spans(form, 'safe')}${spans(form, 'never')}${lineOf(
      form,
      'times',
      'More about times, in their words',
      'On its own, without days and hours above, somebody has to read it before every contact',
    )}`;
}

function permissions(form: FormState): Html {
  const asked = [
    ['voicemail', 'May we leave a voicemail?'],
    ['text', 'May we text?'],
    ['email', 'May we e-mail?'],
    ['post', 'May we send post?'],
    ['visit', 'May we visit the home?'],
    ['withhold', 'Shall we withhold our number?'],
  ] as const;
  return html`<div class="lintel-beside">${asked.map(
    ([name, text]) => html`<div>${permission(form, name, text)}</div>`,
  )}</div>`;
}

function keepingSafe(form: FormState): Html {
  const unseen = kept(form, 'unseen').value === 'yes';
  return html`${lineOf(
    form,
    'coverReason',
    'If somebody else answers, what do we say?',
    'In English, so that it completes “It is about …”, and could come from anybody: a delivery',
  )}${lineOf(
    form,
    'codeWord',
    'Code word',
    'So that both sides know who is speaking, or that it is not safe',
  )}${lineOf(form, 'doNot', 'What must never be done')}${foldedFields(
    form,
    'The name on messages, and somebody they trust',
    ['senderAlias', 'contactPerson', 'contactPersonValue'],
    messagesAndTrust(form, unseen),
  )}`;
}

function messagesAndTrust(form: FormState, unseen: boolean): Html {
  return html`${lineOf(form, 'senderAlias', 'Whose name shall stand on messages?')}${lineOf(
    form,
    'contactPerson',
    'Somebody they trust, through whom we may reach them',
    'Who it is, and what they know',
  )}${lineOf(
    form,
    'contactPersonValue',
    'How to reach that person',
    unseen ? 'What is recorded is kept back. Leave this empty if it is still the same.' : undefined,
  )}`;
}

function needs(form: FormState): Html {
  return html`${checkboxes({
    ...keptChoices(form, 'needsAsked'),
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: 'I asked about language, an interpreter and other needs' }],
  })}${foldedFields(
    form,
    'Language, an interpreter, a safe place and other needs',
    ['language', 'interpreter', 'workerGender', 'meetingPlace', 'adjustments'],
    whatTheyNeed(form),
  )}`;
}

function whatTheyNeed(form: FormState): Html {
  return html`${lineOf(form, 'language', 'Language')}${select({
    ...kept(form, 'interpreter'),
    label: { text: 'Interpreter', classes: 'govuk-label--s' },
    hint: { text: 'Professional interpreters only: never family, friends or anybody from the community.' },
    items: optionItems(interpreters, 'Not asked'),
  })}${select({
    ...kept(form, 'workerGender'),
    label: { text: 'Colleague they would rather speak with', classes: 'govuk-label--s' },
    items: optionItems(workerGenders, 'Not asked'),
  })}${lineOf(
    form,
    'meetingPlace',
    'Safe place to meet',
    'It need not be the home. A paper of theirs is handed over there and nowhere else',
  )}${textarea({
    ...kept(form, 'adjustments'),
    label: { text: 'Adjustments', classes: 'govuk-label--s' },
    rows: 3,
  })}`;
}
