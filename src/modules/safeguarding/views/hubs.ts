import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { items } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { hubKinds } from '../hub.ts';
import { paths } from '../paths.ts';
import type { Hub } from '../store/hubs.ts';

/** Where somebody is referred, by the area of the council; changed by an administrator alone. */
export function hubsPage(
  form: FormModel,
  hubs: readonly Hub[],
  { calendar, manages }: { readonly calendar: WorkingCalendar; readonly manages: boolean },
): Html {
  return html`<h1 class="govuk-heading-l">Where children and adults are referred</h1>
<p class="govuk-body">If somebody is in danger now, ring 999 first. A case is offered the services of the council where
  the home is, as the register names it, before any other.</p>
${
  hubs.length === 0
    ? html`<p class="govuk-body">None is on record. A referral can be made by phone all the same, and is written down by
  whoever made it.</p>`
    : table({
        caption: 'Services on record',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards',
        head: [
          { text: 'Area' },
          { text: 'Service' },
          { text: 'By phone' },
          { text: 'By e-mail' },
          { text: 'How we know' },
          ...(manages ? [{ text: 'Change' }] : []),
        ],
        rows: hubs.map((hub) => [
          { text: hub.authority, classes: 'lintel-cell--words' },
          {
            text: `${hub.name}: ${labelOf(hubKinds, hub.kind).toLowerCase()}`,
            classes: 'lintel-cell--words',
          },
          {
            text: `${hub.phone}${hub.outOfHours && `; when closed ${hub.outOfHours}`}`,
            classes: 'lintel-cell--words',
          },
          { text: hub.email || 'None', classes: 'lintel-cell--words' },
          {
            text: `${hub.howKnown} (${momentInWords(hub.addedAt, calendar)}, ${hub.addedByName ?? 'Lintel'})`,
            classes: 'lintel-cell--words',
          },
          ...(manages ? [{ html: ending(hub) }] : []),
        ]),
      })
}
${
  manages &&
  wholeForm(
    form,
    'Write it down',
    html`<h2 class="govuk-heading-m">Write down another</h2>
${text(form, 'authority', 'Council', 'As the register calls it')}${radios({
  ...kept(form.form, 'kind'),
  fieldset: { legend: { text: 'Whom it takes', classes: 'govuk-fieldset__legend--s' } },
  classes: 'govuk-radios--small',
  items: items(hubKinds),
})}${text(form, 'name', 'What it is called', 'For example: children’s front door')}${text(
  form,
  'phone',
  'Number to ring',
)}${text(form, 'outOfHours', 'Number when they are closed (optional)')}${text(
  form,
  'email',
  'Secure e-mail (optional)',
  'Their address at work',
)}${textarea({
  ...kept(form.form, 'howKnown'),
  label: { text: 'How you know that it is theirs', classes: 'govuk-label--s' },
  rows: 2,
})}`,
  )
}`;
}

function text(form: FormModel, name: string, label: string, hint?: string): Html {
  return input({
    ...kept(form.form, name),
    label: { text: label, classes: 'govuk-label--s' },
    ...(hint && { hint: { text: hint } }),
    autocomplete: 'off',
  });
}

function ending({ id, name }: Hub): Html {
  return html`<a class="govuk-link" href="${paths.endHub(id)}">End<span
    class="govuk-visually-hidden"> ${name}</span></a>`;
}

export function endHubPage(form: FormModel, hub: Hub): Html {
  return html`<h1 class="govuk-heading-l">Nobody is referred there any more</h1>
<p class="govuk-body">${hub.name}, ${hub.authority}. What went there stays on record.</p>
${wholeForm(
  form,
  'End it',
  textarea({ ...kept(form.form, 'why'), label: { text: 'Why', classes: 'govuk-label--s' }, rows: 3 }),
)}`;
}
