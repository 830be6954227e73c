import { checkboxes } from '#kit/components/checkboxes.ts';
import { foldedFields } from '#kit/components/folded-fields.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { firstChoice, needsOf } from '#modules/agreement/pure.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  casePaths,
  type FormModel,
  items,
} from '#modules/case-file/pure.ts';
import { because, reasonInWords } from '#rules/clauses.ts';
import type { StaffId } from '#rules/facts.ts';
import { inForce } from '#rules/ways.ts';
import { capitalised } from '#rules/words.ts';
import { cancellations, channels, interpreterStates, mayBePlanned, purposes } from '../appointment.ts';
import type { PlanCheck } from '../check.ts';
import { checkInItems, lengthItems } from '../form.ts';
import { minutesUntilRaised } from '../lone-working.ts';
import { opensInWords } from './parts.ts';

export interface PlanFormFacts {
  /** Those who may see this case. */
  readonly colleagues: readonly { readonly id: StaffId; readonly name: string }[];
  /** What was typed, checked against what was agreed; null where it has not been sent. */
  readonly check: PlanCheck | null;
}

/** A visit or a call: planned, or moved. */
export function planFormPage(
  model: CaseModel,
  formModel: FormModel,
  facts: PlanFormFacts,
  heading: string,
): Html {
  const planning = mayBePlanned(model.file);
  if (!planning.allowed)
    return html`${caseHead(model, 'Diary', heading)}<p class="govuk-body">${because(model.pack, planning)}</p>`;
  return html`${caseHead(model, 'Diary', heading)}${needs(model)}${caseForm(
    formModel,
    'Save in the diary',
    html`${verdict(model, facts.check)}${what(model, formModel)}${when(formModel)}
      ${who(formModel, facts)}${safety(formModel)}${reason(formModel, facts.check)}`,
  )}`;
}

/** What the person needs, before anything is chosen (L2.3). */
function needs({ agreed }: CaseModel): Html | undefined {
  const known = agreed ? needsOf(agreed) : [];
  if (known.length === 0) return undefined;
  return insetText({
    html: html`<h2 class="govuk-heading-s">What they need</h2>
      <ul class="govuk-list">${known.map(({ name, value }) => html`<li>${name}: ${value}</li>`)}</ul>`,
  });
}

/** Why it is refused, or asked about, with the clause that says so; and the safe next step. */
function verdict({ file, pack }: CaseModel, check: PlanCheck | null): Html | undefined {
  if (check === null || check.verdict === 'open') return undefined;
  const against = html`<ul class="govuk-list govuk-list--bullet">
    ${check.against.map((each) => html`<li>${reasonInWords(pack, each)}</li>`)}</ul>`;
  if (check.verdict === 'with_reason')
    return insetText({
      html: html`<h2 class="govuk-heading-s">This is against what was agreed</h2>${against}
        <p class="govuk-body">Choose another time, way or colleague, or say below why it goes on all the same.</p>`,
    });
  const toPlan = casePaths.newPlan(file.id);
  return insetText({
    html: html`<h2 class="govuk-heading-s">This is not known to be safe</h2>
      ${against}<p class="govuk-body">What would be safe? ${opensInWords(check.against)}
      <a class="govuk-link" href="${casePaths.newSafeContact(file.id)}">Write down what is agreed now</a>, or
      <a class="govuk-link" href="${toPlan}">ask a manager for a plan while there is no safe way</a>.</p>`,
  });
}

function what({ agreed }: CaseModel, { form }: FormModel): Html {
  const place = input({ ...kept(form, 'place'), label: { text: 'Where?' }, autocomplete: 'off' });
  return html`${radios({
    ...kept(form, 'channel'),
    fieldset: { legend: { text: 'What is planned?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(channels).map((item) =>
      item.value === 'elsewhere' ? { ...item, conditional: { html: place } } : item,
    ),
  })}${over(agreed, form)}${select({
    ...kept(form, 'purpose'),
    label: { text: 'What for?', classes: 'govuk-label--s' },
    items: [{ value: '', text: 'Choose' }, ...purposes.map(({ value, label }) => ({ value, text: label }))],
  })}`;
}

/** Each with its own terms; nothing to choose where one alone is agreed. */
function over(agreed: CaseModel['agreed'], form: FormModel['form']): Html | undefined {
  const further = inForce(agreed);
  if (agreed === null || further.length === 0) return undefined;
  return select({
    ...kept(form, 'over'),
    label: { text: 'Over which number, or at which place?', classes: 'govuk-label--s' },
    items: [
      { value: 'first', text: capitalised(firstChoice(agreed)) },
      ...further.map(({ wayId, name }) => ({ value: wayId, text: name })),
    ],
  });
}

function when({ form }: FormModel): Html {
  return html`${momentInput(form, 'starts', { legend: 'When?' })}${select({
    ...kept(form, 'length'),
    label: { text: 'For how long?', classes: 'govuk-label--s' },
    items: lengthItems,
  })}`;
}

function who({ form }: FormModel, { colleagues }: PlanFormFacts): Html {
  const people = colleagues.map(({ id, name }) => ({ value: id, text: name }));
  return html`${select({
    ...kept(form, 'staffId'),
    label: { text: 'Who goes or calls?', classes: 'govuk-label--s' },
    items: people,
  })}${foldedFields(
    form,
    'If somebody else comes along',
    ['secondStaffId', 'alsoThere'],
    comingAlong(form, people),
  )}${radios({
    ...kept(form, 'interpreter'),
    fieldset: { legend: { text: 'Interpreter', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small govuk-radios--inline',
    items: items(interpreterStates),
  })}`;
}

function comingAlong(
  form: FormModel['form'],
  people: readonly { readonly value: StaffId; readonly text: string }[],
): Html {
  return html`${select({
    ...kept(form, 'secondStaffId'),
    label: { text: 'Who goes along?', classes: 'govuk-label--s' },
    items: [{ value: '', text: 'Nobody' }, ...people],
  })}${input({
    ...kept(form, 'alsoThere'),
    label: { text: 'Who else is there?', classes: 'govuk-label--s' },
    hint: { text: 'For instance an interpreter, or a colleague of another service' },
    autocomplete: 'off',
  })}`;
}

function safety({ form }: FormModel): Html {
  const why = textarea({ ...kept(form, 'twoPeopleWhy'), label: { text: 'Why two?' }, rows: 2 });
  return html`${checkboxes({
    ...keptChoices(form, 'loneWorking'),
    fieldset: { legend: { text: 'Safety of whoever goes', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: 'Goes alone' }],
  })}${checkboxes({
    ...keptChoices(form, 'twoPeople'),
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: 'Two people must go', conditional: { html: why } }],
  })}${select({
    ...kept(form, 'checkIn'),
    label: { text: 'By when do they say that they are safe?', classes: 'govuk-label--s' },
    hint: {
      text: `Where they do not, their manager is told, and ${minutesUntilRaised} minutes later everybody up the line`,
    },
    items: checkInItems,
  })}`;
}

/** Asked only where it is against what was agreed, and kept as it was written. */
function reason({ form }: FormModel, check: PlanCheck | null): Html | undefined {
  if (check?.verdict !== 'with_reason') return undefined;
  return textarea({
    ...kept(form, 'outsideWhy'),
    label: { text: 'Why does it go on although it is against what was agreed?', classes: 'govuk-label--s' },
    hint: { text: 'It is kept with the visit or the call, and in the chronology' },
    rows: 3,
  });
}

export function cancellationPage(model: CaseModel, formModel: FormModel, when: string): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Diary', 'Cancel a visit or a call')}
<p class="govuk-body">Planned for ${when}.</p>
${caseForm(
  formModel,
  'Cancel it',
  html`${radios({
    ...kept(form, 'reason'),
    fieldset: { legend: { text: 'Why does it not take place?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(cancellations),
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'Anything else to know', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}
