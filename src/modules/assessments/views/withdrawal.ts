import { dayInput } from '#kit/components/day-input.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';
import { isOwn } from '../instruments/instrument.ts';
import { instrumentPaths as paths } from '../paths.ts';
import type { LoadedWording } from '../store/instruments.ts';
import { type Withdrawal, withdrawalInWords, withdrawnOn } from '../withdrawal.ts';

/** A landlord stops asking with what it loaded, from a day on. */
export function withdrawalPage(formModel: FormModel, { name, instrument }: LoadedWording): Html {
  const { form } = formModel;
  return html`${aboveForm(formModel)}<h1 class="govuk-heading-l">Withdraw ${name}</h1>
<ul class="govuk-list govuk-list--bullet">
<li>${
    isOwn(instrument)
      ? 'From that day on it is not offered any more.'
      : 'From that day on Lintel asks in its own words again.'
  }</li>
<li>What was asked with it stays, with its questions, its score and its level, and can be read and printed.</li>
<li>An assessment that is open on that day can be finished with it, and says that it is withdrawn.</li>
<li>To use it again, load it under a new version.</li></ul>
${formItself(
  formModel,
  'Withdraw it',
  html`${dayInput(form, 'from', { legend: 'From which day is it not offered?', hint: 'Today or later' })}${textarea(
    {
      ...kept(form, 'reason'),
      label: { text: 'Why?', classes: 'govuk-label--s' },
      hint: { text: 'Whoever asks for it later reads it. Name nobody whom a case is about' },
      rows: 3,
    },
  )}`,
)}`;
}

/** Every instrument and wording that is not offered any more, or will not be, with who said so and why. */
export function withdrawnPart(loaded: readonly LoadedWording[]): Html | false {
  const withdrawn = [...new Set(loaded.map(({ instrument }) => instrument))].flatMap((id) => {
    const [newest] = loaded.filter(({ instrument }) => instrument === id);
    return newest?.withdrawal ? [{ ...newest, ...newest.withdrawal }] : [];
  });
  return (
    withdrawn.length > 0 &&
    html`<h2 class="govuk-heading-m">Withdrawn</h2>${table({
      caption: 'Questions that are not offered any more, or will not be',
      captionClasses: 'govuk-visually-hidden',
      classes: 'lintel-table--cards',
      head: [{ text: 'Instrument' }, { text: 'Not offered from' }, { text: 'By' }, { text: 'Why' }],
      rows: withdrawn.map(({ instrument, name, version, from, byName, reason }) => [
        { html: html`<a class="govuk-link" href="${paths.one(instrument)}">${name}, ${version}</a>` },
        { text: dateInWords(Temporal.PlainDate.from(from)) },
        { text: byName ?? 'Lintel' },
        { text: reason },
      ]),
    })}`
  );
}

/** Above the questions of an assessment that is still open: it may be finished, and others may be asked instead. */
export function askedWithWithdrawn(
  withdrawal: Withdrawal | null,
  today: Temporal.PlainDate,
): Html | undefined {
  if (withdrawal === null || !withdrawnOn(withdrawal, today)) return undefined;
  return insetText({
    html: html`<p class="govuk-body"><strong>These questions are withdrawn.</strong>
      ${withdrawalInWords(withdrawal)}</p>
      <p class="govuk-body">What is answered is kept and counts. Finish it with what they want to say, or stop here and
      begin another assessment; nobody needs to be asked everything again.</p>`,
  });
}
