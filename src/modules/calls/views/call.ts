import { button } from '#kit/components/button.ts';
import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { type SummaryListRow, summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, items, casePaths as paths } from '#modules/case-file/pure.ts';
import { agreeAnew, agreeFirst } from '#modules/diary/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { againstCall } from '#rules/call-still-agreed.ts';
import { reasonInWords } from '#rules/clauses.ts';
import { momentInWords } from '#rules/moment.ts';
import { cameOf, mayBeAnswered } from '../promised-call.ts';
import { overWhichToRing } from '../still-agreed.ts';
import type { PromisedCall } from '../store/rows.ts';
import { endedInWords } from '../words.ts';
import { ringInput } from './ring.ts';

export interface CallModel {
  readonly call: PromisedCall;
  /** Its case, where there is one. */
  readonly model: CaseModel | null;
  readonly calendar: WorkingCalendar;
}

/** One call that was promised: for when, to whom, and what is to be done about it. */
export function callPage(page: CallModel, form: FormModel): Html {
  const { model } = page;
  const title = 'A call that was promised';
  return html`${model ? caseHead(model, 'Contact', title) : html`<h1 class="govuk-heading-l">${title}</h1>`}
${notAgreed(page)}${summaryList({ rows: facts(page) })}${way(page, form)}`;
}

/** Nobody rings before it was decided: said above all else. */
function notAgreed({ call, model, calendar }: CallModel): Html | undefined {
  if (!model) return undefined;
  const against = againstCall(model.agreed, call, model.now, calendar);
  if (against.length === 0) return undefined;
  const words = (call.plannedId ? agreeAnew : agreeFirst)(against, call.at, calendar);
  return html`${warningText({ text: `${words}. Do not ring before then.` })}
<ul class="govuk-list govuk-list--bullet">${against.map(
    (each) => html`<li>${reasonInWords(model.pack, each)}</li>`,
  )}</ul>
<p class="govuk-body"><a class="govuk-link" href="${paths.contact(model.file.id)}">Look at what is agreed</a></p>`;
}

function facts({ call, calendar }: CallModel): readonly SummaryListRow[] {
  const by = call.promisedByName ? ` by ${call.promisedByName}` : '';
  return [
    { key: { text: 'We said that we would ring at' }, value: { text: momentInWords(call.at, calendar) } },
    {
      key: { text: 'To' },
      value: {
        text:
          call.to === 'person'
            ? 'The person themselves'
            : 'Whoever told us. Never ring the person in their place, and do not say whether we know them',
      },
    },
    {
      key: { text: 'Promised' },
      value: { text: `${momentInWords(call.promisedAt, calendar)}${by}` },
    },
  ];
}

function way({ call, model, calendar }: CallModel, form: FormModel): Html {
  if (call.endedHow !== null) {
    const late = call.endedRecordedAt
      ? `Written down ${momentInWords(call.endedRecordedAt, calendar)} by ${call.endedByName ?? 'Lintel'}.`
      : '';
    return html`<p class="govuk-body">${endedInWords({ ...call, words: '' }, { calendar })} ${late}</p>
${call.words !== '' && html`<blockquote class="lintel-verbatim">${call.words}</blockquote>`}`;
  }
  if (!mayBeAnswered(call).allowed && model)
    return html`<p class="govuk-body">Ring at that time, ${howToRing(
      overWhichToRing(model.agreed, call, model.now, calendar),
    )}. What keeps this is a contact or an attempt on record, whether
  somebody answers or not. Is there no safe way? Do not ring until one is known:
  <a class="govuk-link" href="${paths.newPlan(model.file.id)}">propose a plan to a manager</a>, and the call is counted
  apart.</p>
${button({ text: 'Record the contact', href: `${paths.newContact(model.file.id)}?channel=phone` })}`;
  return html`${
    call.to === 'person' &&
    html`<p class="govuk-body">There is no case yet. Ring only in a way that was said to be safe. What you write here
  keeps the promise to ring and nothing else: if you spoke, decide next what happens, and record the contact in the
  case.</p>`
  }${wholeForm(form, 'Save', fields(form))}`;
}

function howToRing(over: string): string {
  return over === '' ? 'in the way that was agreed' : `over ${over} and no other number`;
}

function fields({ form }: FormModel): Html {
  return html`${radios({
    ...kept(form, 'cameOf'),
    fieldset: { legend: { text: 'What came of it?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(cameOf),
  })}${momentInput(form, 'happened', { legend: 'When?' })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What was said', classes: 'govuk-label--s' },
    rows: 3,
  })}${ringInput(form, 'If they asked for another time: when? (optional)', 'A time alone is that same day')}`;
}
