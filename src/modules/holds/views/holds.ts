import { button } from '#kit/components/button.ts';
import { checkboxes } from '#kit/components/checkboxes.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { textarea } from '#kit/components/textarea.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { causes, isOwed } from '../causes.ts';
import { paths } from '../paths.ts';
import type { HoldByHand } from '../store/holds.ts';
import { contactChoices } from '../systems.ts';
import { contactsInWords, items, type When } from './parts.ts';

/** What managers set for reasons of their own, the nearest day first. */
export function holdsPage(holds: readonly HoldByHand[], today: Temporal.PlainDate): Html {
  return html`<h1 class="govuk-heading-l">Holds</h1>
<p class="govuk-body">Other systems are told to hold back, and never why. A case holds its homes by itself: set one here
for other reasons. Each such hold also keeps those of cases from standing out.</p>
${button({ text: 'Set a hold', href: paths.newHold })}${
  holds.length === 0
    ? html`<p class="govuk-body">None is set.</p>`
    : table({
        caption: 'Holds that are set',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards',
        firstCellIsHeader: true,
        head: [{ text: 'Tenancy' }, { text: 'Why' }, { text: 'What is held' }, { text: 'Look at it on' }],
        rows: holds.map((hold) => [
          { html: html`<a class="govuk-link" href="${paths.review(hold.id)}">${hold.tenancy}</a>` },
          { text: labelOf(causes, hold.cause) },
          { text: heldInWords(hold) },
          {
            html: html`<div>${
              isOwed(hold, today) && tag({ text: 'Look at it', classes: 'govuk-tag--orange' })
            } ${dayOfWeekInWords(hold.lookOn)}</div>`,
          },
        ]),
      })
}`;
}

function heldInWords({ held }: HoldByHand): string {
  return held.length === 0 ? 'Call first' : `${contactsInWords(held)}; else call first`;
}

export function newHoldPage(model: FormModel): Html {
  const { form } = model;
  const fields = html`${input({
    ...kept(form, 'tenancy'),
    label: { text: 'Reference of the tenancy', classes: 'govuk-label--s' },
    hint: { text: 'As your housing system has it' },
    classes: 'govuk-input--width-10',
  })}${radios({
    ...kept(form, 'cause'),
    fieldset: { legend: { text: 'Why?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'No system is told. Abuse belongs in a case, which holds by itself' },
    items: items(causes),
  })}${checkboxes({
    ...keptChoices(form, 'held'),
    fieldset: { legend: { text: 'What is held altogether?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'About everything else, systems are told to call first' },
    items: items(contactChoices),
  })}${dayInput(form, 'lookOn', {
    legend: 'When does somebody look at it again?',
    hint: 'Within six months. It stands until somebody has',
  })}${textarea({
    ...kept(form, 'why'),
    label: { text: 'In your words', classes: 'govuk-label--s' },
    hint: { text: 'For whoever looks at it again. Name nobody whom a case is about' },
    rows: 3,
  })}`;
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(model)}
<h1 class="govuk-heading-l">Set a hold</h1>${formItself(model, 'Set it', fields)}</div></div>`;
}

/** What is known of one hold. */
export function holdFacts(hold: HoldByHand, when: When): Html {
  return summaryList({
    rows: [
      { key: { text: 'Tenancy' }, value: { text: hold.tenancy } },
      { key: { text: 'Why' }, value: { html: html`${labelOf(causes, hold.cause)}${verbatim(hold.why)}` } },
      { key: { text: 'What is held' }, value: { text: heldInWords(hold) } },
      { key: { text: 'Set' }, value: { text: `${when(hold.setAt)} by ${hold.setByName ?? 'Lintel'}` } },
      { key: { text: 'Look at it on' }, value: { text: dayOfWeekInWords(hold.lookOn) } },
      hold.lookedAt !== null && {
        key: { text: 'Last looked at' },
        value: {
          html: html`${when(hold.lookedAt)} by ${hold.lookedByName ?? 'Lintel'}${verbatim(hold.lookedWhy ?? '')}`,
        },
      },
    ],
  });
}

/** @param facts what is known of it; for somebody who was second, that it has changed as well */
export function holdReviewPage(model: FormModel, facts: Html): Html {
  const { form } = model;
  const fields = html`${radios({
    ...kept(form, 'decision'),
    fieldset: { legend: { text: 'Does it stay?', classes: 'govuk-fieldset__legend--s' } },
    items: [
      { value: 'kept', text: 'It stays, until another day' },
      {
        value: 'ended',
        text: 'It ends now',
        hint: { text: 'For half a year systems are told to call first, as after a case' },
      },
    ],
  })}${dayInput(form, 'lookOn', { legend: 'If it stays: until when?' })}${textarea({
    ...kept(form, 'why'),
    label: { text: 'Why', classes: 'govuk-label--s' },
    rows: 3,
  })}`;
  return html`${aboveForm(model)}<h1 class="govuk-heading-l">Look at a hold again</h1>${facts}${formItself(
    model,
    'Save',
    fields,
  )}`;
}
