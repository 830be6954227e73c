import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { type FormState, kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { passwordInput } from '#kit/components/password-input.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { qrCode } from '../qr.ts';
import { asking, type Hidden } from './parts.ts';

export function codePage(form: FormState, next: string, hidden: Hidden): Html {
  return asking(
    form,
    'Enter your code',
    html`<form method="post" action="/second-factor" novalidate>
${hidden()}<input type="hidden" name="next" value="${next}">
${codeInput(form, 'Code', 'The 6 digits that your app shows now, or one of your recovery codes')}
${button({ text: 'Continue', preventDoubleClick: true })}</form>
<p class="govuk-body">If you have neither, ask an administrator of your organisation for a new link.</p>`,
  );
}

export interface EnrolmentModel {
  /** What the QR code says, and the same secret as text. */
  readonly address: string;
  readonly secretText: string;
  readonly sealed: string;
  /** An app is set up already, and is replaced. */
  readonly replaces: boolean;
  readonly form: FormState;
}

export function enrolmentPage(
  { address, secretText, sealed, replaces, form }: EnrolmentModel,
  hidden: Hidden,
): Html {
  return asking(
    form,
    replaces ? 'Set up another phone' : 'Set up your second step',
    html`<p class="govuk-body">Besides your password you sign in with a code from an app on your phone,
  so that a password alone opens nothing. Any authenticator app will do, for instance Microsoft Authenticator,
  Google Authenticator or 2FAS.</p>
<ol class="govuk-list govuk-list--number"><li>Open the app and choose to add an account.</li>
<li>Scan this picture with it, or type the text below it.</li>
<li>Enter the 6 digits that the app shows.</li></ol>
${qrCode(address, 'A picture for your authenticator app. The same as text is below.')}
${details({
  summaryText: 'I cannot scan the picture',
  html: html`<p class="govuk-body">Type this into the app:</p><p class="govuk-body"><code>${secretText}</code></p>`,
})}
<form method="post" action="/second-factor/enrolment" novalidate>
${hidden()}<input type="hidden" name="sealed" value="${sealed}">
${codeInput(form, 'Code from the app', 'The 6 digits that it shows now')}
${replaces && passwordInput({ label: { text: 'Your password' }, ...kept(form, 'currentPassword'), value: undefined })}
${button({ text: 'Continue', preventDoubleClick: true })}</form>`,
  );
}

export interface RecoveryModel {
  readonly codes: readonly string[];
  /** For the form that gives them as a file. */
  readonly file: string;
  /** The form that says they are kept, where something waits for that. */
  readonly keep: { readonly action: string; readonly sealed: string } | null;
}

/** Ten codes, shown this once. */
export function recoveryCodesPage({ codes, file, keep }: RecoveryModel, hidden: Hidden): Html {
  const field = (sealed: string) => html`<input type="hidden" name="sealed" value="${sealed}">`;
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Keep your recovery codes</h1>
<p class="govuk-body">If you lose your phone, one of these codes signs you in instead. Each works once.</p>
${warningText({
  text: 'They are shown only now. Print them or write them down, and keep them where nobody else finds them.',
})}
<ul class="govuk-list lintel-codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
<form method="post" action="/account/recovery-codes/file">
${hidden()}${field(file)}${button({ text: 'Download as text', classes: 'govuk-button--secondary' })}</form>
${
  keep === null
    ? html`<p class="govuk-body">
      <a class="govuk-link" href="/account">I have kept the codes: back to my account</a></p>`
    : html`<form method="post" action="${keep.action}">
      ${hidden()}${field(keep.sealed)}${button({ text: 'I have kept the codes', preventDoubleClick: true })}</form>`
}</div></div>`;
}

function codeInput(form: FormState, text: string, hintText: string): Html {
  return input({
    label: { text },
    hint: { text: hintText },
    autocomplete: 'one-time-code',
    spellcheck: false,
    classes: 'govuk-input--width-20',
    ...kept(form, 'code'),
  });
}
