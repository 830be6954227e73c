import { checkboxes } from '#kit/components/checkboxes.ts';
import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { learnersList } from '#modules/case-file/pure.ts';
import { whoWouldLearn } from '#rules/who-would-learn.ts';
import { writtenParts } from '../forms/writing-form.ts';
import { paths } from '../paths.ts';
import type { HubForCase } from '../store/hubs.ts';
import { emergency } from './of-case.ts';
import { type ReferralModel, referralHead } from './referral.ts';

export interface WritingModel extends ReferralModel {
  readonly hubs: readonly HubForCase[];
  readonly entries: readonly { readonly value: string; readonly text: string }[];
  readonly assessments: readonly { readonly value: string; readonly text: string }[];
}

/** The referral itself, chosen and written by a person; it leaves by the one door. */
export function writingPage(page: WritingModel, model: FormModel): Html {
  const { form } = model;
  const { hubs, entries, assessments, referral, pack } = page;
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });
  if (hubs.length === 0)
    return html`${referralHead(page, 'Write the referral')}${emergency}<p class="govuk-body">No service is on record to
  which it could go. Ring them, and <a class="govuk-link" href="${paths.made(referral.id)}">say to whom it was made</a>.
  An administrator writes down <a class="govuk-link" href="${paths.hubs}">where to refer</a>.</p>`;
  return html`${referralHead(page, 'Write the referral')}
${emergency}
<p class="govuk-body">About ${referral.about}. Nothing is sent by this: you read it word for word first.</p>
${wholeForm(
  model,
  'Save it, then read it',
  html`${radios({
    ...kept(form, 'hub'),
    fieldset: legend('Where it goes'),
    classes: 'govuk-radios--small',
    items: hubs.map((hub) => ({
      value: hub.id,
      text: `${hub.name}, ${hub.authority}`,
      hint: { text: hubHint(hub) },
    })),
  })}${checkboxes({
    ...keptChoices(form, 'who'),
    fieldset: legend('Whom it is about'),
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: 'Their name and date of birth' }],
  })}${writtenParts.map(({ name, heading, hint }) =>
    textarea({
      ...kept(form, name),
      label: { text: heading, classes: 'govuk-label--s' },
      hint: { text: hint },
      rows: 4,
    }),
  )}${
    entries.length > 0 &&
    checkboxes({
      ...keptChoices(form, 'entries'),
      fieldset: legend('Entries of the chronology (optional)'),
      hint: { text: 'Those that may go to an agency. Anything else you know stands in your own words' },
      classes: 'govuk-checkboxes--small',
      items: entries,
    })
  }${
    assessments.length > 0 &&
    checkboxes({
      ...keptChoices(form, 'assessments'),
      fieldset: legend('Assessments of the risk (optional)'),
      classes: 'govuk-checkboxes--small',
      items: assessments,
    })
  }<h2 class="govuk-heading-m">Who would learn this?</h2>${learnersList(
    whoWouldLearn({ by: ['download', 'email'], to: 'safeguarding' }, pack.words),
  )}`,
)}`;
}

function hubHint({ ofArea, phone, outOfHours, email }: HubForCase): string {
  const closed = outOfHours && `; when they are closed ${outOfHours}`;
  return `${ofArea ? 'The council where the home is. ' : ''}Ring ${phone}${closed}.${email && ` ${email}`}`;
}
