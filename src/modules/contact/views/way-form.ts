import { foldedFields } from '#kit/components/folded-fields.ts';
import { type FormState, kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { type Html, html } from '#kit/html.ts';
import { type AgreedWay, sharings, waysEnded } from '#modules/agreement/pure.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  casePaths as paths,
} from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { askAgainWhere } from '#rules/gate.ts';
import { furtherChannels } from '#rules/ways.ts';
import { askAgainHint, knownNotAgreed, legend, lineOf, permission, spans } from './agreement-fields.ts';

interface Asked {
  /** Null: one that was not there before. */
  readonly way: AgreedWay | null;
  /** What the register has, which was never agreed. */
  readonly known: readonly string[];
  readonly may: Verdict;
  readonly meanwhile: Html | null;
}

/** A further number, address or place: short enough to be asked in the same call as the first. */
export function wayFormPage(
  model: CaseModel,
  formModel: FormModel,
  { way, known, may: mayAdd, meanwhile }: Asked,
): Html {
  const { form } = formModel;
  const again = way !== null && askAgainWhere(way, way.channel);
  const heading = way ? `Ask again: ${way.name}` : 'Another number, address or place';
  if (!mayAdd.allowed)
    return html`${caseHead(model, 'Contact', heading)}<p class="govuk-body">${because(model.pack, mayAdd)}
      <a class="govuk-link" href="${paths.newSafeContact(model.file.id)}">Write down what is agreed now</a></p>`;
  return html`${caseHead(model, 'Contact', heading)}
<p class="govuk-body">It has terms of its own: what is agreed for the first choice, or for any other, is not agreed for
  this one. Times never to use hold for all of them. What is not agreed counts as No.</p>
${knownNotAgreed(known)}${meanwhile}
${caseForm(
  formModel,
  'Save what was agreed',
  html`${what(form, again)}<h2 class="govuk-heading-m">When</h2>${spans(form, 'safe')}${spans(form, 'never')}${lineOf(
    form,
    'times',
    'More about times, in their words',
    'On its own, without days and hours above, somebody has to read it before every contact',
  )}<h2 class="govuk-heading-m">What we may do</h2>${may(form)}${permission(
    form,
    'agreed',
    'Was this agreed with the person themselves?',
  )}`,
)}`;
}

function what(form: FormState, again: boolean): Html {
  const unseen = kept(form, 'unseen').value === 'yes';
  const hint = again
    ? askAgainHint
    : 'What is recorded is kept back. Leave this empty if it is still the same.';
  return html`${unseen && html`<input type="hidden" name="unseen" value="yes">`}${radios({
    ...kept(form, 'channel'),
    fieldset: legend('What is it for?'),
    classes: 'govuk-radios--small',
    items: items(furtherChannels),
  })}${lineOf(
    form,
    'name',
    'What do we call it?',
    'For instance “her phone at work”. It stands on pages in place of the number',
  )}${lineOf(form, 'value', 'Number, address or place', unseen ? hint : undefined)}${radios({
    ...kept(form, 'shared'),
    fieldset: legend('Do others use it too?'),
    classes: 'govuk-radios--small',
    items: items(sharings),
  })}${lineOf(form, 'whoMightAnswer', 'Who else might answer or see it?')}`;
}

function may(form: FormState): Html {
  return html`<div class="lintel-beside">
    <div>${permission(form, 'voicemail', 'If it is for calls: may we leave a voicemail?')}</div>
    <div>${permission(form, 'text', 'May we text it as well?')}</div>
    <div>${permission(form, 'withhold', 'Shall we withhold our number?')}</div></div>${lineOf(
      form,
      'doNot',
      'What must never be done with it',
    )}${foldedFields(
      form,
      'What to say to whoever else answers, and what it is to be used for',
      ['coverReason', 'purpose'],
      html`${lineOf(
        form,
        'coverReason',
        'If somebody else answers, what do we say?',
        'Where this is empty, what is said on the first choice',
      )}${lineOf(form, 'purpose', 'What is it to be used for?', 'For instance only to say that the next call moves')}`,
    )}`;
}

export function endWayPage(model: CaseModel, formModel: FormModel, way: AgreedWay): Html {
  return html`${caseHead(model, 'Contact', `End: ${way.name}`)}
<p class="govuk-body">Nobody uses it any more from then on. What was agreed stays on the case, and the other ways
  stay as they are.</p>
${caseForm(
  formModel,
  'End it',
  radios({
    ...kept(formModel.form, 'because'),
    fieldset: legend('Why does nobody use it any more?'),
    classes: 'govuk-radios--small',
    items: items(waysEnded),
  }),
)}`;
}
