import { button } from '#kit/components/button.ts';
import { fileUpload } from '#kit/components/file-upload.ts';
import { type FormState, formErrors, kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { type JobStep, problems } from '../link.ts';
import { photosAtMost } from '../photos.ts';
import type { Job } from '../store/open-job.ts';

/** The same whether there is such a link or not. */
export function jobCodePage(form: FormState, action: string): Html {
  return html`${formErrors(form)}<h1>Enter the code</h1>
<p>Somebody told you a code of eight figures by another way. If nobody did, ring the office that you work with, at the
  number that you know.</p>
<form method="post" action="${action}" novalidate autocomplete="off">
${input({ ...kept(form, 'reader'), label: { text: 'Your name' }, hint: { text: 'It is kept, with the time' } })}
${input({ ...kept(form, 'code'), label: { text: 'Code' }, inputmode: 'numeric', autocomplete: 'one-time-code' })}
${button({ text: 'Continue' })}
</form>
<p>After five wrong codes nothing opens any more. Ask for another then.</p>`;
}

interface Given {
  readonly reader: string;
  readonly code: string;
}

/** One job, for its day, and nothing else. */
export function jobPage(form: FormState, action: string, given: Given, job: Job): Html {
  const { standing, itsDay, where, district } = job;
  return html`${formErrors(form)}<h1>${job.job}</h1>
<p>${dayOfWeekInWords(job.dayOn)}, between ${job.fromTime} and ${job.toTime}.
  ${job.twoPeople ? 'Two people come together.' : 'One person may come alone.'}</p>
${job.details.trim() !== '' && html`<p>${job.details}</p>`}
${
  where
    ? html`<h2>Where</h2><p>${where.address.split('\n').map((line) => html`${line}<br>`)}</p>
<p>${where.askFor === '' ? 'Ask for nobody by name.' : `Ask for ${where.askFor}.`} To whoever opens, say only what job
  you come for.</p>`
    : html`<p>${district !== '' && `In ${district}. `}Where it is stands here on the day itself, once you said that
  you come.</p>`
}
${office(job.call)}
${standing === 'asked' && answer(action, given, 'accept', button({ text: 'We come' }))}
${standing === 'accepted' && itsDay && answer(action, given, 'arrived', button({ text: 'We are there' }))}
${standing === 'accepted' && !itsDay && html`<p>You said that you come.</p>`}
${standing === 'arrived' && done(form, action, given)}
${standing !== 'asked' && itsDay ? problem(form, action, given) : cannot(form, action, given)}
<p>It is gone from here when you close this page. To read it again, open the link with its code.</p>`;
}

/** After an answer with which the link ends. */
export function jobOverPage(step: JobStep, call: string): Html {
  if (step === 'done')
    return html`<h1>Thank you</h1><p>You wrote that it is done. The link opens nothing any more: please keep no note of
  where it was, and no picture of it.</p>`;
  if (step === 'cannot')
    return html`<h1>Thank you</h1><p>You wrote that you cannot come. The office finds another way. The link opens
  nothing any more.</p>${office(call)}`;
  return html`<h1>Thank you</h1><p>Go from there now if you have not, and ring nobody at the home. The office has what
  you wrote, and finds out what to do. The link opens nothing any more: please keep no note of where it was.</p>
${office(call)}`;
}

function office(call: string): Html {
  return html`<p>${
    call === ''
      ? 'If anything is not as it stands here, ring the office that you work with, at the number that you know.'
      : `If anything is not as it stands here, ring the office: ${call}.`
  } If somebody is in danger, ring 999.</p>`;
}

function done(form: FormState, action: string, given: Given): Html {
  return html`<h2>When it is done</h2>
${answer(
  action,
  given,
  'done',
  html`${textarea({ ...of(form, 'done', 'words'), label: { text: 'What was fitted, and what is left' }, rows: 3 })}
${fileUpload({
  ...of(form, 'done', 'files'),
  label: { text: 'Photos of what was fitted (optional)' },
  hint: { text: `Up to ${photosAtMost}. Of the work alone: nobody in them, and nothing else of the home` },
  multiple: true,
  attributes: { accept: 'image/*,.heic,.heif' },
})}${button({ text: 'It is done' })}`,
  true,
)}`;
}

function problem(form: FormState, action: string, given: Given): Html {
  return html`<h2>If something is not right there</h2>
${answer(
  action,
  given,
  'problem',
  html`${radios({
    ...of(form, 'problem', 'problem'),
    fieldset: { legend: { text: 'What stopped you?' } },
    items: problems.map(({ value, label, ...more }) => ({
      value,
      text: label,
      ...('hint' in more && { hint: { text: more.hint } }),
    })),
  })}${textarea({ ...of(form, 'problem', 'words'), id: 'more', label: { text: 'More, if there is any' }, rows: 2 })}
${button({ text: 'Tell the office' })}`,
)}`;
}

function cannot(form: FormState, action: string, given: Given): Html {
  return html`<h2>If you cannot come</h2>
${answer(
  action,
  given,
  'cannot',
  html`${textarea({ ...of(form, 'cannot', 'words'), label: { text: 'Why, in a few words' }, rows: 2 })}
${button({ text: 'We cannot come' })}`,
)}`;
}

/** Each form of the page keeps what was typed in it alone. */
function of(form: FormState, step: JobStep, name: string) {
  return kept(form.values.step === step ? form : { values: {}, errors: {} }, name);
}

function answer(action: string, { reader, code }: Given, step: JobStep, inside: Html, files = false): Html {
  return html`<form method="post" action="${action}" novalidate autocomplete="off"${
    files && html` enctype="multipart/form-data"`
  }>
<input type="hidden" name="reader" value="${reader}"><input type="hidden" name="code" value="${code}">
<input type="hidden" name="step" value="${step}">
${inside}
</form>`;
}
